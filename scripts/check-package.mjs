// The package as it is published: what the tarball holds, and whether publint and attw find its entries sound.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import { pack } from './pack.mjs'
import { root } from './types/compilers.mjs'

const LARGEST = 2_000_000
const MUST = [
  'LICENSE',
  'README.md',
  'dist/index.js',
  'dist/index.d.ts',
  'dist/dsl/index.js',
  'dist/runtime/engine/gradients.bundle.js',
]

const { tarball, files, size } = pack()

/** The files that a test refuses, as a problem; nothing if there is none. */
const among = (refuses) => files.filter(refuses).join(', ')

const tool = (bin, ...args) => {
  const file = join(root, 'node_modules', bin)
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { cwd: root, encoding: 'utf8' })
  return status === 0 ? '' : `\n${stdout}${stderr}`
}

/** What shapeproof/dsl loads beyond descriptions and shapes. */
async function loadedByDsl() {
  const { metafile } = await build({
    entryPoints: [join(root, 'dist/dsl/index.js')],
    absWorkingDir: root,
    bundle: true,
    packages: 'external',
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const inside = Object.keys(metafile.inputs).filter((file) => !/^dist\/(dsl|types)\//.test(file))
  const outside = Object.values(metafile.outputs).flatMap((out) => out.imports.map((i) => i.path))
  return [...inside, ...outside].join(', ')
}

const checks = {
  'holds code, declarations, readme and licence only': () =>
    among((f) => !/^(dist\/.*\.(js|d\.ts)|package\.json|README\.md|LICENSE)$/.test(f)),
  'holds no tests': () => among((f) => /(^|\/)(tests?|type-tests|bench|examples|fixtures)\/|\.(test|tst|test-d)\./.test(f)),
  'holds no data': () => among((f) => /\.(json|bin|gz|csv|png|wasm|map|npy|idx\w*)$|ubyte/.test(f) && f !== 'package.json'),
  'lacks nothing': () => MUST.filter((f) => !files.includes(f)).join(', '),
  [`is at most ${LARGEST / 1e6} MB packed`]: () => (size > LARGEST ? `${size} bytes` : ''),
  publint: () => tool('publint/src/cli.js', tarball, '--strict'),
  'attw, ESM only': () =>
    tool('@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only', '--no-emoji', '--no-color'),
  'shapeproof/dsl stands without an engine': loadedByDsl,
}

let failed = 0
for (const [name, check] of Object.entries(checks)) {
  const problem = await check()
  console.log(problem ? `✗ ${name}: ${problem}` : `✓ ${name}`)
  if (problem) failed++
}
console.log(
  `package (${files.length} files, ${Math.ceil(size / 1000)} kB): ${Object.keys(checks).length - failed} passed, ${failed} failed`,
)
process.exitCode = failed > 0 ? 1 : 0
