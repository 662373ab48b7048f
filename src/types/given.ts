/** An option of a computed rule, or what it is where it is not given. */
export type Given<O, K extends string, Default> = K extends keyof O ? ([O[K]] extends [undefined] ? Default : O[K]) : Default
