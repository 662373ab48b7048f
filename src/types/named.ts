/*
 * Run-time twin of `names.ts`: sizes with names as texts in one normal form, floor((a * x + c) / m), so that equal sizes are
 * equal texts. Each function is the one of the same name there.
 */

interface Form {
  readonly a: number
  readonly x: string
  readonly c: number
  readonly m: number
}

/** Splits at `by` outside parentheses. */
export function split(text: string, by: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (const [at, character] of [...text].entries()) {
    if (character === '(') depth++
    else if (character === ')') depth--
    else if (character === by && depth === 0) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, text.slice(start)]
}

/** A term and how often it stands in a text. */
export function coefficient(text: string): { a: number; x: string } {
  if (split(text, '+').length > 1) return { a: 1, x: text }
  const factors = split(text, '*')
  const [first = '', last = ''] = [factors[0], factors.at(-1)]
  if (factors.length > 1 && /^\d+$/.test(first)) return { a: Number(first), x: unwrapped(factors.slice(1).join('*')) }
  if (factors.length > 1 && /^\d+$/.test(last)) return { a: Number(last), x: factors.slice(0, -1).join('*') }
  return { a: 1, x: text }
}

// The sum in 3*(h+w) is a form's x.
function unwrapped(text: string): string {
  const inner = ungrouped(text)
  return split(inner, '+').length > 1 ? inner : text
}

function balanced(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '(') depth++
    if (character === ')' && --depth < 0) return false
  }
  return depth === 0
}

function linear(text: string): { a: number; x: string; c: number } {
  const cut = /^(.*)([+-])(\d+)$/.exec(text)
  if (cut && balanced(cut[1] as string)) return { ...coefficient(cut[1] as string), c: Number(`${cut[2]}${cut[3]}`) }
  return { ...coefficient(text), c: 0 }
}

/** The form of a text. */
export function parse(text: string): Form {
  const fraction = /^(floor|ceil)\((.*)\/(\d+)\)$/.exec(text)
  if (!fraction || !balanced(fraction[2] as string)) return { ...linear(text), m: 1 }
  const [, kind, inner = '', divisor] = fraction
  const m = Number(divisor)
  const { a, x, c } = linear(ungrouped(inner))
  return { a, x, c: kind === 'ceil' ? m - 1 : c, m }
}

/** A term that stands so often. */
export function scaled(a: number, x: string): string {
  if (a === 1) return x
  if (split(x, '+').length > 1) return `${a}*(${x})`
  return split(x, '*').length > 1 ? `${x}*${a}` : `${a}*${x}`
}

function linearText(a: number, x: string, c: number): string {
  return `${scaled(a, x)}${c === 0 ? '' : c < 0 ? c : `+${c}`}`
}

function grouped(text: string): string {
  return split(text, '+').length > 1 ? `(${text})` : text
}

/** The text of a form. */
export function print({ a, x, c, m }: Form): string {
  if (m === 1) return linearText(a, x, c)
  if (c === 0) return `floor(${grouped(linearText(a, x, 0))}/${m})`
  if (c === m - 1) return `ceil(${grouped(linearText(a, x, 0))}/${m})`
  return `floor((${linearText(a, x, c)})/${m})`
}

/** The greatest common divisor. */
export function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

function normal({ a, x, c, m }: Form): string {
  const g = gcd(m, a)
  return settled({ a: a / g, x, c: Math.floor(c / g), m: m / g })
}

/** The text of a form: a fraction in a fraction is one; of what is added to k fractions, multiples of k go into the fraction. */
export function settled(form: Form): string {
  const { a, x, c, m } = form
  const inner = parse(x)
  if (inner.m === 1) return print(form)
  if (a === 1) return normal({ ...inner, c: inner.c + c * inner.m, m: inner.m * m })
  const n = Math.floor(c / a)
  return print({ a, x: print({ ...inner, c: inner.c + n * inner.m }), c: c - n * a, m })
}

/** D + n. */
export function namedShift(size: string, n: number): string {
  if (n === 0) return size
  const form = parse(size)
  return settled({ ...form, c: form.c + n * form.m })
}

/** D * k. */
export function namedScale(size: string, k: number): string {
  if (k === 1) return size
  const { a, x, c, m } = parse(size)
  return print(m === 1 ? { a: a * k, x, c: c * k, m } : { a: k, x: size, c: 0, m: 1 })
}

/** floor((D + n) / k). */
export function namedFloor(size: string, n: number, k: number): string {
  if (k === 1) return namedShift(size, n)
  const { a, x, c, m } = parse(size)
  return normal({ a, x, c: c + n * m, m: m * k })
}

/** ceil(D / k). */
export function namedCeil(size: string, k: number): string {
  return k === 1 ? size : namedFloor(size, k - 1, k)
}

// ---- products

function factorsOf(size: string): { a: number; factors: string[] } {
  const { a, x, c, m } = parse(size)
  if (m !== 1) return { a: 1, factors: [size] }
  if (c === 0) return { a, factors: split(x, '+').length > 1 ? [`(${x})`] : split(x, '*') }
  const g = gcd(a, Math.abs(c))
  return { a: g, factors: [`(${linearText(a / g, x, c / g)})`] }
}

/** By character code, as the order of the types' table. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The product of sizes, some with names: factors sorted, the number before one name and behind several. */
export function namedProduct(sizes: readonly (number | string)[]): number | string {
  let count = 1
  const all: string[] = []
  for (const size of sizes) {
    const { a, factors } = typeof size === 'number' ? { a: size, factors: [] } : factorsOf(size)
    count *= a
    all.push(...factors)
  }
  if (all.length === 0) return count
  return all.length === 1 ? namedScale(ungrouped(all[0] as string), count) : scaled(count, all.sort(byText).join('*'))
}

function ungrouped(text: string): string {
  const inner = /^\((.*)\)$/.exec(text)?.[1]
  return inner !== undefined && balanced(inner) ? inner : text
}
