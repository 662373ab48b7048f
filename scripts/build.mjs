// dist/ from src/: js and declarations by TypeScript 7, then the gradients in one file that plain Node can load.
// Runs in prepack, not in prepare: npm ci stays a plain install, and npm pack still builds.
// Built beside and moved into place at the end, so that whoever reads dist meanwhile finds the old one or the new one, whole.
//
//   node scripts/build.mjs [--types-only] [--lenient]
//     --types-only   leaves the gradients out: enough for type tests
//     --lenient      moves dist into place even if src does not compile: for type tests while other parts are being written
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, tscOf } from './types/compilers.mjs'

const dist = join(root, 'dist')
const fresh = join(root, `.cache/build-${process.pid}`)
const gradients = join(root, 'scripts/gradients.mjs')
mkdirSync(join(root, '.cache'), { recursive: true })

try {
  const { status } = spawnSync(process.execPath, [tscOf('7.0'), '-p', join(root, 'tsconfig.build.json'), '--outDir', fresh], {
    stdio: 'inherit',
  })
  if (status !== 0 && !process.argv.includes('--lenient')) {
    process.exitCode = status ?? 1
  } else {
    if (!process.argv.includes('--types-only')) await bundle()
    rmSync(dist, { recursive: true, force: true })
    renameSync(fresh, dist)
  }
} finally {
  rmSync(fresh, { recursive: true, force: true })
}

async function bundle() {
  if (!existsSync(gradients)) {
    console.log('build: scripts/gradients.mjs is not there yet, so dist has no gradients')
    return
  }
  const { bundleGradients } = await import(pathToFileURL(gradients).href)
  await bundleGradients({ outfile: join(fresh, 'runtime/engine/gradients.bundle.js') })
}
