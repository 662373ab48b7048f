// Runs an example of this repository: builds the package, strips the types off the example, and starts it in plain Node,
// where `shapeproof` is this package by its own name. Node 20 can't read TypeScript itself.
//
//   node scripts/start.mjs examples/01-digits.ts [arguments of the example…]
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { build } from 'esbuild'
import { root } from './types/compilers.mjs'

const [example, ...rest] = process.argv.slice(2)
if (!example || !existsSync(example)) {
  console.error(example ? `start: there is no ${example}` : 'start: say which example, such as examples/01-digits.ts')
  process.exit(1)
}

const node = (args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1
// SHAPEPROOF_BUILT spares a second build where one has just been made, as in the tests.
if (!process.env.SHAPEPROOF_BUILT && node([join(root, 'scripts/build.mjs')]) !== 0) process.exit(1)

// Inside the repository, so that packages and the package itself are found by name; git ignores it.
const outfile = join(root, '.cache/examples', `${basename(example, '.ts')}.mjs`)
await build({
  entryPoints: [resolve(example)],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
})
process.exit(node(['--enable-source-maps', outfile, ...rest]))
