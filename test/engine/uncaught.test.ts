import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
// Inside the repository, so that packages are found by name; git ignores it.
const home = join(root, `.cache/uncaught-${process.pid}`)

/** Runs a program that has started the backend in plain Node. */
function run(program: string): { status: number | null; stdout: string; stderr: string } {
  const file = join(home, 'program.mjs')
  writeFileSync(file, `import { start } from './start.mjs'\n${program}`)
  const env = { ...process.env }
  delete env.NODE_OPTIONS
  return spawnSync(process.execPath, [file], { encoding: 'utf8', env, timeout: 60_000 })
}

beforeAll(async () => {
  mkdirSync(home, { recursive: true })
  await build({
    entryPoints: [join(root, 'src/runtime/engine/start.ts')],
    outfile: join(home, 'start.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    plugins: [
      {
        name: 'engine',
        // The packages themselves as Node finds them; of what lies inside them, what Node can't load.
        setup: (plugin) => plugin.onResolve({ filter: /^@tensorflow\/[\w-]+$/ }, ({ path }) => ({ path, external: true })),
      },
    ],
  })
}, 60_000)

afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('errors of a program stay its own after the backend has started', () => {
  test('an uncaught one', () => {
    const { status, stderr } = run("await start()\nsetTimeout(function mine() { throw new Error('oops') })\n")
    expect(stderr).toContain('Error: oops\n    at Timeout.mine')
    expect(stderr).not.toContain('tf-backend-wasm')
    expect(status).toBe(1)
  })

  test('a rejection that nobody handles', () => {
    const { status, stderr } = run("await start()\nvoid (async function mine() { throw new Error('oops') })()\n")
    expect(stderr).toContain('Error: oops\n    at mine')
    expect(stderr).not.toContain('tf-backend-wasm')
    expect(status).toBe(1)
  })

  test('listeners of the program stay, those from before and those added meanwhile', () => {
    const { status, stdout } = run(`
process.on('uncaughtException', () => console.log('first'))
const started = start()
process.on('uncaughtException', () => console.log('second'))
await started
process.on('exit', () => console.log(process.listenerCount('uncaughtException'), process.listenerCount('unhandledRejection')))
setTimeout(() => { throw new Error('oops') })
`)
    expect(stdout).toBe('first\nsecond\n2 0\n')
    expect(status).toBe(0)
  })
})
