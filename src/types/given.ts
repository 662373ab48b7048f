/** An option of a computed rule, or what it is where it is not, or may not be, given. `any` stays. */
export type Given<O, K extends string, Default> = K extends keyof O ? (undefined extends O[K] ? Exclude<O[K], undefined> | Default : O[K]) : Default
