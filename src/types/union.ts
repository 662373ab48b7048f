/** True for two or more possibilities. */
export type IsUnion<T, U = T> = [T] extends [never] ? false : T extends unknown ? ([U] extends [T] ? false : true) : never

/** One of a union, always the same. */
export type LastOfUnion<U> = (U extends unknown ? (x: () => U) => void : never) extends (x: infer F) => void
  ? F extends () => infer M
    ? M
    : never
  : never
