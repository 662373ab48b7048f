import type * as fc from 'fast-check'
import type { Case } from './case.js'

/** How cases of one kind of layer are made. A new layer joins with one of these, in `rules/index.ts`. */
export interface ProvedRule {
  readonly name: string
  readonly cases: fc.Arbitrary<Case>
  /** What is special about a case, counted and printed: a generator that never strides proves nothing of strides. */
  labels?(one: Case): readonly string[]
  /** The share of the cases that this rule gets; 1 unless told. */
  readonly weight?: number
}
