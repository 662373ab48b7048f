// How WebAssembly writes numbers, lists and names as bytes.

/** Bytes: code, or a part of a module. */
export type Code = readonly number[]

/** A whole number in the variable-length encoding, signed or not. */
export function leb(value: number, signed: boolean): number[] {
  const bytes: number[] = []
  let rest = BigInt(value)
  for (;;) {
    const byte = Number(rest & 0x7fn)
    rest >>= 7n
    const done = signed ? (rest === 0n && (byte & 0x40) === 0) || (rest === -1n && (byte & 0x40) !== 0) : rest === 0n
    bytes.push(done ? byte : byte | 0x80)
    if (done) return bytes
  }
}

/** A whole number of at least 0. */
export const unsigned = (value: number) => leb(value, false)
/** A list with its length before it. */
export const list = (items: Code[]): number[] => [...unsigned(items.length), ...items.flat()]
/** A section of a module. */
export const section = (id: number, items: Code[]): number[] => {
  const body = list(items)
  return [id, ...unsigned(body.length), ...body]
}
/** A name with its length before it. */
export const name = (text: string): number[] => [...unsigned(text.length), ...new TextEncoder().encode(text)]
