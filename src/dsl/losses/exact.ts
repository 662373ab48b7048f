/** Options as they are, unless they hold a name that `P` has not: then `P`, so that the compiler names it and what was meant. */
export type Exact<O, P> = keyof O extends keyof P ? O : P
