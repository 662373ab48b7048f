// What the shapes of a transformer's encoder cost the compiler: blocks of self-attention and two dense layers, each with a sum
// around it and a normalization, as symbolic calls. All blocks are distinct.
//
//   npm run build && node bench/types/transformer.mjs [compiler…]      all three unless told; the limit is for 7.0
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compilers, root } from '../../scripts/types/compilers.mjs'
import { instantiations } from '../../scripts/types/instantiations.mjs'

/** Instantiations for one block more. */
const LIMIT = 4000
const [FEW, BLOCKS] = [2, 12]

const layers = join(root, 'dist/dsl/layers')
const normalization =
  ['layerNormalization', 'batchNormalization'].find((name) => existsSync(join(layers, `${name}.js`))) ?? 'activation'

const blockOf = (i) => `
const attended${i} = add()([x${i}, multiHeadAttention({ numHeads: 8, keyDim: 64, name: 'attention${i}' })([x${i}, x${i}])])
const normal${i} = norm({ name: 'first${i}' })(attended${i})
const wide${i} = dense({ units: ${2048 + i}, activation: 'relu', name: 'wide${i}' })(normal${i})
const x${i + 1} = norm({ name: 'second${i}' })(add()([normal${i}, dense({ units: 512, name: 'narrow${i}' })(wide${i})]))`

const modelOf = (blocks, count) =>
  [
    `import { add, dense, input, model, type OutputShape, type ParamCount } from '${join(root, 'dist/dsl/index.js')}'`,
    `import { multiHeadAttention } from '${join(layers, 'multiHeadAttention.js')}'`,
    `import { ${normalization} as norm } from '${join(layers, `${normalization}.js`)}'`,
    `const x0 = input([128, 512])`,
    ...Array.from({ length: blocks }, (_, i) => blockOf(i)),
    `export const net = model({ inputs: x0, outputs: x${blocks} })`,
    `type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false`,
    `export const proven: Same<OutputShape<typeof net>, [128, 512]> = true`,
    count ? `export const counted: number extends ParamCount<typeof net> ? false : true = true` : '',
  ].join('\n')

const folder = join(root, '.cache/transformer')
mkdirSync(folder, { recursive: true })
let failed = 0
try {
  const cost = (blocks, count, compiler) => {
    const file = join(folder, `blocks-${blocks}-${count}.ts`)
    writeFileSync(file, modelOf(blocks, count))
    return instantiations(file, compiler)
  }
  for (const compiler of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(compilers)) {
    const [few, shapes, weights] = [cost(FEW, false, compiler), cost(BLOCKS, false, compiler), cost(BLOCKS, true, compiler)]
    const each = Math.round((shapes.instantiations - few.instantiations) / (BLOCKS - FEW))
    const errors = [...few.errors, ...shapes.errors, ...weights.errors]
    const bad = errors.length > 0 || !(each <= LIMIT)
    if (bad) failed++
    console.log(
      `${bad ? '✗' : '✓'} ${compiler}: ${BLOCKS} blocks with ${normalization}, ${shapes.instantiations} instantiations, ${each} for one more (at most ${LIMIT}); ` +
        `with ParamCount ${weights.instantiations}; ${shapes.seconds.toFixed(2)} and ${weights.seconds.toFixed(2)} s`,
    )
    for (const error of errors.slice(0, 5)) console.log(`    ${error}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failed > 0 ? 1 : 0
