// Types as the compiler prints them, read back, and whether a value is of such a type.

/** A printed type. */
export type Printed =
  | { readonly is: 'value'; readonly value: unknown }
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'list'; readonly items: readonly Printed[] }
  | { readonly is: 'object'; readonly members: readonly (readonly [name: string, type: Printed])[] }
  | { readonly is: 'union'; readonly of: readonly Printed[] }

/** Reads literals, words, tuples, objects and unions. */
export function readType(text: string): Printed {
  const tokens = text.match(/"[^"]*"|[[\]{}|,:;]|[^\s[\]{}|,:;"]+/g) ?? []
  let at = 0
  const eat = (token: string): boolean => tokens[at] === token && ++at > 0
  const union = (): Printed => {
    const of = [single()]
    while (eat('|')) of.push(single())
    return of.length === 1 ? (of[0] as Printed) : { is: 'union', of }
  }
  const single = (): Printed => {
    while (eat('readonly'));
    const made = plain()
    if (tokens[at] !== '[' || tokens[at + 1] !== ']') return made
    at += 2
    return { is: 'word', word: 'Shape' }
  }
  const plain = (): Printed => {
    if (eat('[')) return { is: 'list', items: items() }
    if (eat('{')) return { is: 'object', members: members() }
    const token = tokens[at++] ?? ''
    if (token.startsWith('"') || /^-?\d/.test(token)) return { is: 'value', value: JSON.parse(token) }
    return { is: 'word', word: token }
  }
  const items = (): Printed[] => {
    const found: Printed[] = []
    while (!eat(']')) {
      found.push(union())
      eat(',')
    }
    return found
  }
  const members = (): [string, Printed][] => {
    const found: [string, Printed][] = []
    while (!eat('}')) {
      while (eat('readonly'));
      const name = (tokens[at++] ?? '').replaceAll('"', '')
      eat(':')
      found.push([name, union()])
      eat(';')
    }
    return found
  }
  return union()
}

/** Whether a value is of a printed type. What is left open must be so for a reason. */
export function accepts(type: Printed, value: unknown, open: boolean): boolean {
  if (type.is === 'value') return type.value === value
  if (type.is === 'union') return open && type.of.some((one) => accepts(one, value, open))
  if (type.is === 'list') {
    if (!Array.isArray(value)) return false
    // `[...number[], 4]` reads as a shape before a 4.
    const [first, ...others] = type.items
    const spread = open && first?.is === 'word' && first.word === 'Shape' && value.length >= others.length
    const [items, values] = spread ? [others, value.slice(value.length - others.length)] : [type.items, value]
    return values.length === items.length && items.every((one, at) => accepts(one, values[at], open))
  }
  if (type.is === 'object' || !open) return false
  // Where an option is hidden, what becomes of a size with a name is a `number` to the compiler.
  if (type.word === 'number' || type.word === 'Dim') return typeof value === 'number' || typeof value === 'string'
  return type.word === 'Shape' && Array.isArray(value) && !value.some(Array.isArray)
}
