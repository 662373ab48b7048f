// Types may not lie: cases of every rule, and what the compiler, the run-time twin and the engine say of each.
import * as fc from 'fast-check'
import { type Case, holds, isOpen, preamble, smaller, sourceOf } from './case.js'
import { judge } from './compare.js'
import { type Answer, askCompiler, type CompilerName } from './compiler.js'
import type { ProvedRule } from './rule.js'

export interface Report {
  readonly cases: number
  /** How many cases of each label, kind and outcome. */
  readonly counts: ReadonlyMap<string, number>
  /** Each as it is printed, made small. */
  readonly disagreements: readonly string[]
}

// Weights member by member: under their own name the compiler would print that.
const asked = [
  "const ofTensor = <X extends library.AnySymbolic>(x: X): [X['shape'], X['last']] => null!",
  "const ofModel = <M extends library.AnyModel, W = library.WeightShapes<M>>(m: M): [M['outputShape'], M['lastActivation'], " +
    '{ [L in keyof W]: { [N in keyof W[L]]: W[L][N] } }] => null!',
]

/** Asks the compiler for the shapes of all cases at once. */
async function ask(compiler: CompilerName, cases: readonly Case[]): Promise<Answer[]> {
  const used = new Set(['input', 'sequential', ...cases.flatMap(({ layers }) => layers.flatMap(kindsOf))])
  const head = [...preamble, `const { ${[...used].join(', ')} } = library`]
  head.push(...asked)
  const lines = cases.map((one, at) => {
    return `const x${at} = ${sourceOf(one)}; const c${at} = ${one.form === 'sequential' ? 'ofModel' : 'ofTensor'}(x${at})`
  })
  return askCompiler(compiler, head.join('\n'), lines)
}

const kindsOf = ({ kind, parts = [] }: Case['layers'][number]): string[] => [kind, ...parts.flatMap(kindsOf)]

export async function prove(
  rules: readonly ProvedRule[],
  { count, seed, compiler }: { count: number; seed: number; compiler: CompilerName },
): Promise<Report> {
  const total = rules.reduce((sum, { weight = 1 }) => sum + weight, 0)
  const drawn = rules.flatMap((rule, at) =>
    fc
      .sample(rule.cases, { numRuns: Math.ceil((count * (rule.weight ?? 1)) / total), seed: seed + at })
      .map((one) => ({ rule, one })),
  )
  const answers = await ask(
    compiler,
    drawn.map(({ one }) => one),
  )
  const counts = new Map<string, number>()
  const mark = (label: string) => counts.set(label, (counts.get(label) ?? 0) + 1)
  const wrong: Wrong[] = []
  for (const [at, { rule, one }] of drawn.entries()) {
    const { twin, disagreement } = judge(one, answers[at] as Answer)
    for (const label of rule.labels?.(one) ?? []) mark(label)
    mark(rule.name)
    mark('error' in twin ? 'refused' : 'accepted')
    if (holds({ ...one, layers: [] }, isOpen)) mark('number in a dimension')
    if (holds({ ...one, inputs: [] }, isOpen)) mark('number in an option')
    if (disagreement) wrong.push({ one, like: `${rule.name} ${disagreement.replace(/\d+|number/g, '#')}` })
  }
  return { cases: drawn.length, counts, disagreements: await smallest(compiler, wrong) }
}

interface Wrong {
  readonly one: Case
  /** The same for disagreements that differ in numbers alone: one of them is enough. */
  readonly like: string
}

const SHOWN = 10

/** The disagreements, each made as small as it gets, no two alike. */
async function smallest(compiler: CompilerName, wrong: readonly Wrong[]): Promise<string[]> {
  const different = [...new Map(wrong.map(({ like, one }) => [like, one])).values()]
  const found = new Set<string>()
  for (const one of different.slice(0, SHOWN)) found.add(await printed(compiler, await reduce(compiler, one)))
  if (different.length > SHOWN) found.add(`… and others like ${different.length - SHOWN} more`)
  return [...found]
}

async function reduce(compiler: CompilerName, one: Case): Promise<Case> {
  const candidates = smaller(one)
  if (candidates.length === 0) return one
  const answers = await ask(compiler, candidates)
  const next = candidates.find((candidate, at) => judge(candidate, answers[at] as Answer).disagreement)
  return next ? reduce(compiler, next) : one
}

async function printed(compiler: CompilerName, one: Case): Promise<string> {
  const [answer] = await ask(compiler, [one])
  return `${sourceOf(one)}\n  ${judge(one, answer as Answer).disagreement}`
}
