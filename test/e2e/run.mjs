// The package as a user meets it: packed, installed into an empty folder outside this repository, compiled against its
// declarations, and trained in plain Node. vitest and bundlers load what plain Node does not, so neither is used here.
//
//   node test/e2e/run.mjs          (npm run test:e2e builds first; SHAPEPROOF_BUILT=1 spares a second build)
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { transformSync } from 'esbuild'
import { output, pack } from '../../scripts/pack.mjs'
import { root, tscOf } from '../../scripts/types/compilers.mjs'

const here = import.meta.dirname
const home = mkdtempSync(join(tmpdir(), 'shapeproof-e2e-'))
let passed = 0
let failed = 0

async function test(name, body) {
  const began = performance.now()
  let problem = ''
  try {
    await body()
    passed++
  } catch (error) {
    problem = error.message
    failed++
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(problem ? `✗ ${name} (${seconds} s)\n${problem.replace(/^/gm, '    ')}` : `✓ ${name} (${seconds} s)`)
}

const must = (what, value) => {
  if (!value) throw new Error(what)
}

const write = (file, text) => writeFileSync(join(home, file), text)

/** Plain node in the user's folder, with none of the settings of this run. */
function plainNode(args, { timeout = 180_000 } = {}) {
  const env = { ...process.env }
  delete env.NODE_OPTIONS
  return output(process.execPath, args, { cwd: home, env, timeout })
}

const STRICT = { target: 'es2022', lib: ['es2023', 'dom'], strict: true, skipLibCheck: true, types: [], noEmit: true }
const RESOLUTIONS = {
  nodenext: { module: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
}

/** Compiles a file of the user's; throws with what the compiler says. */
function typeCheck(compiler, options, file = 'digits.ts') {
  write('tsconfig.json', JSON.stringify({ compilerOptions: { ...STRICT, ...options }, files: [file] }))
  return output(process.execPath, [tscOf(compiler), '-p', home, '--pretty', 'false'], { cwd: home })
}

/** A function of the options of each layer: what it gives is spelt out in its declaration, so all types of options must have names. */
function libraryOfOptions() {
  const index = readFileSync(join(home, 'node_modules/shapeproof/dist/dsl/layers/index.d.ts'), 'utf8')
  const layers = [...index.matchAll(/\btype (\w+)Options\b/g)].map(([, name]) => name).filter((name) => name !== 'Conv2dKernel')
  must(`options of more layers than ${layers.length}`, layers.length > 50)
  const spread = (name) => {
    const layer = `${name[0].toLowerCase()}${name.slice(1)}`
    return `export const ${layer} = (options: s.${name}Options) => [s.${layer}(options), s.${layer}({ ...options, name: 'own' })] as const\n`
  }
  return `import * as s from 'shapeproof'\n${layers.map(spread).join('')}`
}

async function inConsumer() {
  await test('installs from its tarball into an empty folder', () => {
    write('package.json', JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
    output('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', pack().tarball], { cwd: home })
    for (const file of readdirSync(join(here, 'consumer'))) copyFileSync(join(here, 'consumer', file), join(home, file))
  })

  for (const compiler of ['5.9', '7.0']) {
    for (const [name, options] of Object.entries(RESOLUTIONS)) {
      await test(`compiles on TypeScript ${compiler}, ${name}`, () => typeCheck(compiler, options))
    }
    await test(`writes and reads declarations of models on TypeScript ${compiler}`, () => {
      const outDir = join(home, `types-${compiler}`)
      const emit = { noEmit: false, declaration: true, emitDeclarationOnly: true, outDir }
      typeCheck(compiler, { module: 'nodenext', target: 'es2023', ...emit }, 'library.ts')
      write('options.ts', libraryOfOptions())
      typeCheck(compiler, { module: 'nodenext', ...emit }, 'options.ts')
      copyFileSync(join(home, 'reader.ts'), join(outDir, 'reader.ts'))
      typeCheck(compiler, { module: 'nodenext' }, `types-${compiler}/reader.ts`)
    })
    await test(`has sound declarations on TypeScript ${compiler}`, () => {
      // Without skipLibCheck the typings of tfjs-core fail, whatever we do; ours must not.
      let said = ''
      try {
        typeCheck(compiler, { module: 'nodenext', skipLibCheck: false })
      } catch (error) {
        said = error.message
      }
      const ours = said.split('\n').filter((line) => line.includes('node_modules/shapeproof/'))
      must(ours.join('\n'), ours.length === 0)
    })
  }

  await test('imports without starting anything', () => {
    const began = performance.now()
    plainNode(['--input-type=module', '-e', `import 'shapeproof'`], { timeout: 30_000 })
    must('importing takes longer than 10 s', performance.now() - began < 10_000)
  })

  await test('gives its descriptions without an engine', () => {
    const program = `await import('shapeproof/dsl'); if (globalThis._tfengine) throw new Error('shapeproof/dsl has loaded tfjs-core')`
    plainNode(['--input-type=module', '-e', program], { timeout: 30_000 })
  })

  await test('trains in plain Node, and the loss goes down', () => {
    const { code } = transformSync(readFileSync(join(home, 'digits.ts'), 'utf8'), { loader: 'ts', target: 'node20' })
    write('digits.mjs', code)
    const last = plainNode(['digits.mjs']).trim().split('\n').at(-1)
    const { losses, loss, accuracy, validation, scores, sum } = JSON.parse(last)
    console.log(`    loss ${losses.map((l) => l.toFixed(3)).join(' → ')}, accuracy ${accuracy}`)
    must(`one loss an epoch, 8 in all: ${last}`, losses.length === 8 && losses.every(Number.isFinite))
    must(`the loss must fall to half: ${last}`, losses.at(-1) < losses[0] / 2)
    must(`evaluate must agree with fit: ${last}`, loss < losses[0] && accuracy > 0.5 && validation > 0.5)
    must(`predict must give 10 scores a sample that add up to 1: ${last}`, scores === 3200 && Math.abs(sum - 1) < 1e-4)
  })
}

async function examples() {
  const folder = join(root, 'examples')
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^\d+.*\.ts$/.test(file)) : []
  for (const file of files.sort()) {
    await test(`runs examples/${file}`, () => {
      const env = { ...process.env, SHAPEPROOF_QUICK: '1', SHAPEPROOF_BUILT: '1' }
      const args = [resolve(root, 'scripts/start.mjs'), join(folder, file)]
      const last = output(process.execPath, args, { cwd: root, env, timeout: 180_000 }).trim().split('\n').at(-1)
      // Where there is nothing to be right about, the loss of each step, and it must fall.
      const losses = /^loss: (\d+\.\d{3}) → (\d+\.\d{3})$/.exec(last)
      const fine = losses ? Number(losses[2]) < Number(losses[1]) : /accuracy: \d+\.\d %$/.test(last)
      must(`the last line must be an accuracy, or a loss that falls: ${last}`, fine)
    })
  }
}

try {
  await inConsumer()
  await examples()
} finally {
  rmSync(home, { recursive: true, force: true })
}
console.log(`e2e: ${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
