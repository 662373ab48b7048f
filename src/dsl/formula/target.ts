import { refuse, type Say } from '../../types/message.js'
import { printed } from '../options.js'
import type { Fault } from './faults.js'
import type { ConvField, Presence, SolveConvOptions } from './read.js'

/*
 * What is to be found. `solve` says it; without it, it is the one of input, output and kernelSize that is left out, for these
 * have no default; else padding or strides, whichever is left out; else dilationRate. What is left out besides has its default.
 */

/** A {@link ConvField}, `'unsure'` where only the run knows, or a {@link Fault}. */
export type TargetOf<O> =
  Presence<O, 'solve'> extends 'left out' ? Implied<Marks<O>> : 'solve' extends keyof O ? Named<O, O['solve']> : 'unsure'

type Marks<O> = { [K in ConvField]: Presence<O, K> }

type Named<O, T, All = T> =
  Presence<O, 'solve'> extends 'unsure'
    ? 'unsure'
    : T extends ConvField
      ? [All] extends [T]
        ? Presence<O, T> extends 'given'
          ? Fault<T, Say<'formulaGiven', { who: 'solveConv'; option: T }>>
          : NeedsRest<T, Marks<O>>
        : 'unsure'
      : 'unsure'

type Implied<M extends { [K in ConvField]: string }> = 'unsure' extends M[ConvField]
  ? 'unsure'
  : M['input'] extends 'left out'
    ? NeedsRest<'input', M>
    : M['output'] extends 'left out'
      ? NeedsRest<'output', M>
      : M['kernelSize'] extends 'left out'
        ? 'kernelSize'
        : M['padding'] extends 'left out'
          ? M['strides'] extends 'left out'
            ? Fault<'', Say<'formulaWhich', {}>>
            : 'padding'
          : M['strides'] extends 'left out'
            ? 'strides'
            : M['dilationRate'] extends 'left out'
              ? 'dilationRate'
              : Fault<'', Say<'formulaAll', {}>>

// Of what has no default, only what is to be found may be left out.
type NeedsRest<T extends ConvField, M extends { [K in ConvField]: string }> =
  Missing<'input', T, M> extends true
    ? Need<'input'>
    : Missing<'output', T, M> extends true
      ? Need<'output'>
      : Missing<'kernelSize', T, M> extends true
        ? Need<'kernelSize'>
        : T

type Missing<K extends ConvField, T, M extends { [K in ConvField]: string }> = K extends T
  ? false
  : M[K] extends 'left out'
    ? true
    : false
type Need<K extends ConvField> = Fault<'', Say<'missingOption', { who: 'solveConv'; option: K }>>

const required = ['input', 'output', 'kernelSize'] as const
const fields: readonly string[] = [...required, 'padding', 'strides', 'dilationRate'] satisfies ConvField[]

/** Run-time twin of {@link TargetOf}: throws its sentences. */
export function target(options: SolveConvOptions): ConvField {
  const { solve } = options
  if (solve !== undefined && !fields.includes(solve)) {
    refuse('oneOf', {
      who: 'solveConv',
      option: 'solve',
      names: fields.map((name) => `'${name}'`).join(', '),
      was: printed(solve),
    })
  }
  if (solve !== undefined && options[solve] !== undefined) refuse('formulaGiven', { who: 'solveConv', option: solve })
  const found = solve ?? implied(options)
  const missing = required.find((name) => name !== found && options[name] === undefined)
  if (missing !== undefined) refuse('missingOption', { who: 'solveConv', option: missing })
  return found
}

function implied(options: SolveConvOptions): ConvField {
  const free = required.find((name) => options[name] === undefined)
  if (free !== undefined) return free
  if (options.padding === undefined) return options.strides === undefined ? refuse('formulaWhich', {}) : 'padding'
  if (options.strides === undefined) return 'strides'
  return options.dilationRate === undefined ? 'dilationRate' : refuse('formulaAll', {})
}
