// Does the cost of a model grow with its length, or with the square of it? Sequential models of 50 and 400 pairs of a
// convolution and an activation, all distinct, compiled against dist; a pair must cost about the same in both.
//
//   npm run build && node bench/types/growth.mjs [compiler…]      all three unless told; the limit is for 7.0
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compilers, root } from '../../scripts/types/compilers.mjs'
import { instantiations } from '../../scripts/types/instantiations.mjs'

const LIMIT = 1.25
const [SHORT, LONG] = [50, 400]

/** No two layers of it have one type: filters count up, and each convolution leaves another size. */
const modelOf = (pairs) => {
  const layers = Array.from(
    { length: pairs },
    (_, i) => `  conv2d({ filters: ${i + 8}, kernelSize: 3 }),\n  activation({ activation: '${i % 2 ? 'tanh' : 'relu'}' }),`,
  )
  const left = 1000 - 2 * pairs
  return [
    `import { activation, conv2d, input, sequential, type OutputShape } from 'shapeproof'`,
    `export const net = sequential(`,
    `  input([1000, 1000, 3]),`,
    ...layers,
    `)`,
    // What a model is for: asking for its output. A model that had become `any` would be cheap.
    `type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false`,
    `export const proven: Same<OutputShape<typeof net>, [${left}, ${left}, ${pairs + 7}]> = true`,
    '',
  ].join('\n')
}

const folder = join(root, '.cache/growth')
mkdirSync(folder, { recursive: true })
let failed = 0
try {
  const file = (pairs) => join(folder, `pairs-${pairs}.ts`)
  for (const pairs of [1, SHORT, LONG]) writeFileSync(file(pairs), modelOf(pairs))
  for (const compiler of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(compilers)) {
    const [one, short, long] = [1, SHORT, LONG].map((pairs) => instantiations(file(pairs), compiler))
    // One pair carries what the library costs by itself.
    const each = (found, pairs) => (found.instantiations - one.instantiations) / (pairs - 1)
    const [few, many] = [each(short, SHORT), each(long, LONG)]
    const ratio = many / few
    const errors = [...one.errors, ...short.errors, ...long.errors]
    const bad = errors.length > 0 || !(ratio <= LIMIT)
    if (bad) failed++
    console.log(
      `${bad ? '✗' : '✓'} ${compiler}: ${Math.round(few)} instantiations a pair of ${SHORT}, ${Math.round(many)} a pair of ${LONG}; ratio ${ratio.toFixed(2)} (at most ${LIMIT}); ${long.seconds.toFixed(2)} s for ${LONG}`,
    )
    for (const error of errors.slice(0, 5)) console.log(`    ${error}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failed > 0 ? 1 : 0
