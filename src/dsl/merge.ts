import { type OneShape, oneShape } from '../types/agree.js'
import type { Given } from '../types/given.js'
import { refuse, type Say } from '../types/message.js'
import type { ShowShape } from '../types/shape.js'
import { flag, layerName, type OptionChecks } from './options.js'
import type { Computed, RuleTwin } from './rule.js'

/*
 * What the merges element by element share: equal shapes, which nothing broadcasts unless it is asked for.
 */

/** Options of a merge element by element. */
export interface MergeOptions {
  /** Whether sizes of 1 are stretched to those of the other inputs, shapes aligned at their last axis. Default false. */
  readonly broadcast?: boolean | undefined
  /** Name in the model, unique there. Default the layer's own, then with `_1`, `_2`, … */
  readonly name?: string | undefined
}

// Of `boolean`, true allows all that false does.
type How<O> = [Given<O, 'broadcast', false>] extends [false] ? 'sameShape' : 'broadcastShape'

// Two of one shape, as most: equal types are told at a glance, where any others are compared member by member.
type Merged<Who, S, O> = S extends [infer A, infer B] ? ([A, B] extends [B, A] ? A : MergedAny<Who, S, O>) : MergedAny<Who, S, O>

type MergedAny<Who, S, O> = S extends readonly [readonly unknown[], readonly unknown[], ...unknown[]]
  ? OneShape<Who, How<O>, S>
  : Say<'twoInputs', { who: Who; was: ShowShape<S> }>

type MergedTwo<Who, S, O> = S extends readonly [unknown, unknown, unknown, ...unknown[]]
  ? Say<'inputCount', { who: Who; must: 2; was: S['length'] }>
  : Merged<Who, S, O>

/** The rule of a merge element by element. */
export interface Merge<Kind extends string> extends Computed {
  readonly kind: Kind
  readonly output: Merged<Kind, this['input'], this['options']>
  readonly last: 'unknown'
}

/** {@link Merge} of exactly two inputs. */
export interface MergeOfTwo<Kind extends string> extends Computed {
  readonly kind: Kind
  readonly output: MergedTwo<Kind, this['input'], this['options']>
  readonly last: 'unknown'
}

const checks: OptionChecks<MergeOptions> = { broadcast: flag, name: layerName }

/** Run-time twin of {@link Merge}. */
export function merge(kind: string, most = Number.POSITIVE_INFINITY): RuleTwin {
  return {
    kind,
    merge: true,
    checks,
    defaults: { broadcast: false },
    output(shapes, { broadcast }) {
      if (shapes.length > most) refuse('inputCount', { who: kind, must: most, was: shapes.length })
      return oneShape(kind, broadcast ? 'broadcastShape' : 'sameShape', shapes)
    },
    params: () => [],
    last: () => 'unknown',
  }
}
