// Writes src/types/digit-tables.ts: sums, differences, products and short divisions of decimal digits, which the
// arithmetic on template literals looks up. Run it with `node scripts/digit-tables.mjs > src/types/digit-tables.ts`.
const digits = [...'0123456789']
const row = (f) => `{ ${digits.map((b) => `'${b}': '${f(Number(b))}'`).join('; ')} }`
const two = (n) => String(n).padStart(2, '0')

const table = (name, doc, keys, inner, f) => {
  console.log(`\n/** ${doc} */\nexport interface ${name} {`)
  for (const k of keys) {
    console.log(`  '${k}': {`)
    for (const a of inner(k)) console.log(`    '${a}': ${row((b) => f(Number(k), Number(a), b))}`)
    console.log('  }')
  }
  console.log('}')
}

console.log('// Written by scripts/digit-tables.mjs.\n')
console.log(`export type Digit = ${digits.map((d) => `'${d}'`).join(' | ')}`)
table(
  'Sums',
  'Sums[carry][a][b] is the carry and the digit of a + b + carry.',
  ['0', '1'],
  () => digits,
  (c, a, b) => two(a + b + c),
)
table(
  'Differences',
  'Differences[borrow][a][b] is the borrow and the digit of a - b - borrow.',
  ['0', '1'],
  () => digits,
  (c, a, b) => (a - b - c < 0 ? `1${a - b - c + 10}` : `0${a - b - c}`),
)
console.log('\n/** Products[a][b] is a * b in two digits. */\nexport interface Products {')
for (const a of digits) console.log(`  '${a}': ${row((b) => two(a * b))}`)
console.log('}')
table(
  'Quotients',
  'Quotients[divisor][rest][digit] is the digit and the rest of (10 * rest + digit) / divisor.',
  digits.slice(2),
  (s) => digits.slice(0, Number(s)),
  (s, r, a) => `${Math.floor((10 * r + a) / s)}${(10 * r + a) % s}`,
)
