/**
 * Options that have no property but those of `P`. A bare `const O extends P` lets a misspelt optional name through; this
 * keeps completion and the compiler's own "did you mean".
 */
export type Exact<O, P> = keyof O extends keyof P ? O : P
