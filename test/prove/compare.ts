// The three answers to a case, and where they differ.
import { type Case, enlarged, holds, isOpen, narrowSource, sourceOf, variedSource } from './case.js'
import type { Answer } from './compiler.js'
import { type Made, type Outcome, printedWeights, realShape, runTwin } from './run.js'

export interface Judged {
  readonly twin: Outcome
  /** What is wrong, if anything is. */
  readonly disagreement: string | undefined
}

/** Compares the compiler's answer with the run-time twin, and that with the engine. */
export function judge(one: Case, answer: Answer): Judged {
  const source = sourceOf(one)
  const twin = runTwin(source)
  const open = holds(one, isOpen)
  return { twin, disagreement: differ(one, answer, twin, open) }
}

const show = (shape: readonly unknown[]): string => `[${shape.join(', ')}]`

function differ(one: Case, answer: Answer, twin: Outcome, open: boolean): string | undefined {
  if ('error' in answer) {
    if ('shape' in twin) return `types refuse: ${answer.error}\n  run time: ${show(twin.shape)}`
    // Of two mistakes the compiler can see one and the run the other, where a number is hidden from the compiler. An option
    // that is missing is the compiler's own to say.
    return answer.error === twin.error || open || /^TS\d+: (?!Argument)/.test(answer.error)
      ? undefined
      : `types refuse: ${answer.error}\n  run time refuses: ${twin.error}`
  }
  if ('error' in twin) return open ? undefined : `types: ${answer.type}\n  run time refuses: ${twin.error}`
  return typesDiffer(one, answer.type, twin, open) ?? engineDiffers(twin)
}

function typesDiffer(one: Case, type: string, made: Made, open: boolean): string | undefined {
  const { shape, last, weights } = parseAnswer(type)
  const axes = parseShape(shape)
  const told = `types: ${shape}, ${last}\n  run time: ${show(made.shape)}, ${made.last}`
  // An axis that only the run knows may leave all of the shape open.
  const anyRank = shape === 'Shape' && (holds({ ...one, inputs: [] }, isOpen) || mayVary(one, made))
  if (!anyRank && (axes === undefined || axes.length !== made.shape.length)) return told
  if (axes?.some((axis, at) => !fits(one, axis, made.shape[at], at, open))) return told
  // What one of two may be is hidden from the types.
  if (last !== made.last && !(open && last === 'unknown')) return told
  const real = printedWeights(made.model)
  if (weights !== undefined && !open && weights !== real) return `types of weights: ${weights}\n  run time: ${real}`
  return undefined
}

/** Whether it depends on a size that only the run knows how many axes there are. */
function mayVary(one: Case, { shape }: Made): boolean {
  const outcomes = [narrowSource(one), variedSource(one)].map(runTwin)
  return outcomes.some((other) => 'shape' in other && other.shape.length !== shape.length)
}

function engineDiffers({ shape, model }: Made): string | undefined {
  let real: string
  try {
    real = show(realShape(model))
  } catch (error) {
    real = String(error)
  }
  return real === show(shape) ? undefined : `types and run time: ${show(shape)}\n  engine: ${real}`
}

/** Shape, last activation and, of a model, weights: the three members of the tuple that each case is asked for. */
function parseAnswer(type: string): { shape: string; last: string; weights: string | undefined } {
  const [, shape = type, last = '', weights] = /^\[(.*?\]|[^[\]]*), "(\w+)"(?:, (.*))?\]$/.exec(type) ?? []
  return { shape, last, weights: weights === undefined ? undefined : parseWeights(weights) }
}

/** `{ readonly conv2d: { readonly kernel: [3, 3, 1, 8]; … }; … }` as `printedWeights` writes it. */
function parseWeights(type: string): string {
  const layers = [...type.matchAll(/readonly "?([\w/]+)"?: \{ ([^{}]*) \};/g)]
  const shapes = (members: string) =>
    [...members.matchAll(/readonly (\w+): (\[[^\]]*\]);/g)].map(([, name, shape]) => `${name} ${shape}`)
  return layers
    .map(([, name, members = '']) => `${name} ${shapes(members).sort().join(' ')}`)
    .sort()
    .join('; ')
}

/** `[26, number, 24 | 25]` as the sets of its axes. */
export function parseShape(type: string): string[][] | undefined {
  const inside = /^(?:readonly )?\[(.*)\]$/.exec(type)?.[1]
  if (inside === undefined) return undefined
  return inside === '' ? [] : inside.split(', ').map((axis) => axis.split(' | '))
}

function fits(one: Case, axis: readonly string[], size: unknown, at: number, open: boolean): boolean {
  if (axis.length === 1 && axis[0] === String(size)) return true
  if (!open) return false
  if (axis.includes('number')) return isReasonable(one, at)
  return axis.includes(String(size))
}

/**
 * Whether an axis may be unknown to the compiler. An open option may say so for every axis that it is read for; an open size of
 * the input must matter: on a large input another number in its place changes the axis, or is refused.
 */
function isReasonable(one: Case, at: number): boolean {
  if (holds({ ...one, inputs: [] }, isOpen)) return true
  const large = enlarged(one)
  const [shown, varied] = [runTwin(sourceOf(large)), runTwin(variedSource(large))]
  return 'error' in shown || 'error' in varied || varied.shape[at] !== shown.shape[at]
}
