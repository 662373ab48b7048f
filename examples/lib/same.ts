/** `true` if two types are the same, else `false`: a line such as `true satisfies Same<A, B>` compiles only if they are. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
