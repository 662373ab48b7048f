export { type ConvOutput, convOutput } from './convOutput.js'
export type { ConvField, ConvOptions, ConvPadding, SolveConvOptions } from './read.js'
export { type ConvSolutions, type SolveConv, solveConv, type UnknownConvSolution } from './solveConv.js'
