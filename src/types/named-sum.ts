import { withoutCycles } from './cycles.js'
import { byText, coefficient, gcd, parse, scaled, settled, split } from './named.js'

/*
 * Run-time twin of the sums of `names.ts`.
 */

// A fraction without what is whole in it, and that.
function wholeOf(text: string): { rest: string; whole: number } {
  const { a, x, c, m } = parse(text)
  if (m === 1) return { rest: text, whole: 0 }
  const inner = wholeOf(x)
  const all = c + a * inner.whole
  const whole = Math.floor(all / m)
  return { rest: settled({ a, x: inner.rest, c: all - whole * m, m }), whole }
}

/** Terms of a sum by their texts. */
export type TermCounts = ReadonlyMap<string, number>

/** The terms of a size with a name, but for what is added to them; a fraction is one. */
export function termsOf(size: string): { a: number; x: string }[] {
  const { a, x, m } = parse(size)
  return m === 1 ? split(x, '+').map(coefficient).map((term) => ({ a: a * term.a, x: term.x })) : [{ a: 1, x: size }]
}

/** The sum of sizes, some with names: terms sorted, equal ones counted, a common factor before them, all that is whole last. */
export function namedSum(sizes: readonly (number | string)[]): number | string {
  let constant = 0
  const counts = new Map<string, number>()
  const count = (text: string, times: number): void => {
    const { rest, whole } = wholeOf(text)
    constant += times * whole
    counts.set(rest, (counts.get(rest) ?? 0) + times)
  }
  for (const size of sizes) {
    if (typeof size === 'number') constant += size
    else {
      const { c, m } = parse(size)
      if (m === 1) constant += c
      for (const { a, x } of termsOf(size)) count(x, a)
    }
  }
  if (counts.size === 0) return constant
  const left = withoutCycles(counts)
  const g = [...left.values()].reduce(gcd)
  const terms = [...left.keys()].sort(byText).map((x) => scaled((left.get(x) as number) / g, x))
  return settled({ a: g, x: terms.join('+'), c: constant, m: 1 })
}
