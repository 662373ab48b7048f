import type { CompilerName } from './compiler.js'

// How many cases are drawn, from which seed, and who is asked: `npm run prove` says so, and each suite has what it takes otherwise.

export const compilers = (process.env.PROVE_COMPILERS ?? '7.0').split(',') as CompilerName[]

/** How many cases are asked for. */
export const casesOr = (usual: number): number => Number(process.env.PROVE_CASES ?? usual)

export const seedOr = (usual: number): number => Number(process.env.PROVE_SEED ?? usual)
