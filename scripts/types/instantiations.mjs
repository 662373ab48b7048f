// How much work a file is for the compilers, counted in type instantiations: a figure that does not depend on the machine.
//
//   node scripts/types/instantiations.mjs file.ts…
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compilers, root, tscOf } from './compilers.mjs'

// As a user compiles; the typings of tfjs-core need skipLibCheck.
export const OPTIONS = {
  target: 'es2022',
  lib: ['es2023', 'dom'],
  module: 'nodenext',
  strict: true,
  skipLibCheck: true,
  types: [],
  noEmit: true,
}

/**
 * Compiles one file, alone. TypeScript 7 counts per checker, so it gets one.
 * @param {string} file inside this repository, so that `shapeproof` is found in dist
 * @param {string} compiler '5.9', '6.0' or '7.0'
 * @returns {{ instantiations: number, types: number, seconds: number, errors: string[] }} seconds: of checking
 */
export function instantiations(file, compiler) {
  const folder = join(root, '.cache')
  const config = join(folder, `instantiations-${process.pid}.json`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(config, JSON.stringify({ compilerOptions: OPTIONS, files: [resolve(file)] }))
  const one = compiler === '7.0' ? ['--checkers', '1'] : []
  const { stdout } = spawnSync(process.execPath, [tscOf(compiler), '-p', config, '--extendedDiagnostics', ...one], {
    encoding: 'utf8',
  })
  rmSync(config)
  const figure = (name) => {
    const found = new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(stdout)
    if (!found) throw new Error(`TypeScript ${compiler} did not print ${name}\n${stdout}`)
    return Number(found[1])
  }
  return {
    instantiations: figure('Instantiations'),
    types: figure('Types'),
    seconds: figure('Check time'),
    errors: stdout.split('\n').filter((line) => line.includes('error TS')),
  }
}

function main(files) {
  for (const file of files) {
    console.log(relative(process.cwd(), resolve(file)))
    for (const compiler of Object.keys(compilers)) {
      const found = instantiations(file, compiler)
      const { seconds, errors } = found
      const count = found.instantiations.toLocaleString('en').padStart(11)
      console.log(`  ${compiler} ${count} instantiations, checked in ${seconds.toFixed(2)} s, ${errors.length} errors`)
      for (const error of errors) console.log(`      ${error}`)
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2))
