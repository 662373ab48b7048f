// Equations of letters, right and wrong.
import * as fc from 'fast-check'
import { type Case, Hidden, type Size, type Value } from '../case.js'
import type { ProvedRule } from '../rule.js'
import { badCount, optional, optionsOf } from './values.js'

/** Which parts have a letter; `alone` is in the input and nowhere else. */
type Role = 'shared' | 'summed' | 'kept' | 'added' | 'alone'
const has: { readonly [part in 'input' | 'kernel' | 'output']: readonly Role[] } = {
  input: ['shared', 'summed', 'kept', 'alone'],
  kernel: ['shared', 'summed', 'added'],
  output: ['shared', 'kept', 'added'],
}

interface Draw {
  readonly rest: 'before' | 'behind' | 'nowhere'
  readonly equation: string
  /** Of a sample. */
  readonly letters: readonly string[]
  readonly output: readonly string[]
}

const role = fc.constantFrom<Role>('shared', 'summed', 'summed', 'kept', 'kept', 'added', 'added', 'alone')
const orders = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 })

const draw: fc.Arbitrary<Draw> = fc
  .tuple(
    fc.constantFrom('before' as const, 'behind' as const, 'nowhere' as const, 'nowhere' as const),
    fc.array(role, { minLength: 1, maxLength: 4 }),
    fc.tuple(orders, orders, orders),
  )
  .map(([rest, roles, order]) => {
    // One that is summed and one that is added make a right equation of most.
    const all: Role[] = [...roles.slice(1), 'added']
    const at = (part: keyof typeof has, by: readonly number[]) =>
      by.flatMap((k) => (all[k] && has[part].includes(all[k]) ? ['bcdeF'[k] as string] : []))
    const [input, kernel, output] = [at('input', order[0]), at('kernel', order[1]), at('output', order[2])]
    const batch = rest === 'before' ? '' : 'a'
    const [before, behind] = [rest === 'before' ? '...' : '', rest === 'behind' ? '...' : '']
    const equation = `${before}${batch}${input.join('')}${behind},${kernel.join('')}->${before}${batch}${output.join('')}${behind}`
    return { rest, equation, letters: input, output }
  })

const broken = fc
  .tuple(draw, fc.nat(), fc.constantFrom('', 'b', 'z', 'a', '.', '...', ' ', '->', 'é', '1'))
  .map(([one, at, by]) => {
    const from = at % one.equation.length
    return { ...one, equation: `${one.equation.slice(0, from)}${by}${one.equation.slice(from + 1)}` }
  })

const hide = (value: number, how: number): Size => (how === 0 ? new Hidden(value) : value)
const sizeOf = (letter: string): number => 'bcdeF'.indexOf(letter) + 2

/** Layers on inputs, some with names for sizes where `names` says so. */
const cases = (equations: fc.Arbitrary<Draw>, names: boolean): fc.Arbitrary<Case> =>
  fc
    .tuple(
      equations,
      fc.array(fc.nat({ max: 15 }), { minLength: 16, maxLength: 16 }),
      fc.nat({ max: 2 }),
      optionsOf({ activation: optional(fc.constantFrom('relu', 'softmax')), name: optional(fc.constant('it')) }),
      optional(fc.oneof({ weight: 9, arbitrary: fc.nat() }, { weight: 1, arbitrary: fc.constantFrom(-1, -2) })),
    )
    .map(([{ rest, equation, letters, output }, how, more, others, bias]) => {
      const at = (k: number) => how[k % how.length] as number
      const named = (value: Size, k: number) => (names && at(k) > 12 ? ('hwt'[at(k) % 3] as unknown as Size) : value)
      const own = letters.map((letter, k) => named(hide(sizeOf(letter), at(k)), k))
      const rests = Array.from({ length: rest === 'nowhere' ? (at(15) === 0 ? 1 : 0) : more }, (_, k) =>
        named(hide(k + 1, at(k + 5)), k + 5),
      )
      const all = rest === 'before' ? [...rests, ...own] : [...own, ...rests]
      const shape = at(6) === 0 ? all.slice(1) : all
      const sizes = output.map((letter, k): Value => {
        if (letters.includes(letter) ? at(k + 7) < 12 : at(k + 7) === 1) return null
        return hide(sizeOf(letter) + (at(k + 7) === 2 || at(k + 7) === 15 ? 1 : 0), at(k + 9))
      })
      const given: Value =
        sizes.length === 1 && at(14) < 8 && sizes[0] !== null ? (sizes[0] as Value) : at(14) === 15 ? [...sizes, null] : sizes
      const along = bias?.value
      const axes =
        along === undefined
          ? {}
          : {
              biasAxes:
                along === -1
                  ? 'q'
                  : along === -2
                    ? ''
                    : output.filter((_, k) => k === Number(along) % output.length || (Number(along) >> k) & 4).join(''),
            }
      const options = { equation, outputShape: given, ...axes, ...others }
      return { form: 'sequential', inputs: [shape], layers: [{ kind: 'einsumDense', options }] }
    })

const badSizes = badCount.map(
  (bad): Case => ({
    form: 'sequential',
    inputs: [[2, 3]],
    layers: [{ kind: 'einsumDense', options: { equation: 'abc,cd->abd', outputShape: [null, bad] } }],
  }),
)

/** With names; these can't be run. */
export const namedEinsum = cases(draw, true)

export const einsumDense: ProvedRule = {
  name: 'einsumDense',
  cases: fc.oneof(
    { weight: 12, arbitrary: cases(draw, false) },
    { weight: 3, arbitrary: cases(broken, false) },
    { weight: 1, arbitrary: badSizes },
  ),
}
