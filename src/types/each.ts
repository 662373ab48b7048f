// One size for each axis; a layer of windows has an axis for each, and one of channels (and one of time, which has no window).
type EachOf<V, Axes> = Axes extends readonly ['time', ...infer Rest] ? EachOf<V, Rest> : Axes extends readonly [unknown, unknown, unknown, unknown] ? [V, V, V] : Axes extends readonly [unknown, unknown, unknown] ? [V, V] : [V]

/** An option's sizes: as listed, or one number for each axis. */
export type Each<V, Axes> = V extends readonly number[] ? V : V extends number ? EachOf<V, Axes> : number[]
