// How many instantiations a text costs on each compiler, beyond the same file without the model. 5.9 and 6.0 run in this process
// and parse the libraries once (0.1 s a case where a process takes 2); 7.0 is a process a case, and is fast. The figures are those
// of `tsc --extendedDiagnostics`, on 7.0 with one checker.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { classic, root } from '../../scripts/types/compilers.mjs'
import { instantiations, OPTIONS } from '../../scripts/types/instantiations.mjs'

const folder = join(root, '.cache/types')

/** @returns {(text: string) => { instantiations: number, seconds: number, errors: string[] }} */
function counterOf(compiler) {
  return compiler === '7.0' ? countNative : countClassic(classic(compiler))
}

function countNative(text) {
  const file = join(folder, `case-${process.pid}.ts`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, text)
  try {
    return instantiations(file, '7.0')
  } finally {
    rmSync(file)
  }
}

function countClassic(ts) {
  const { options, errors } = ts.convertCompilerOptionsFromJson(OPTIONS, root)
  if (errors.length > 0) throw new Error(errors.map((e) => e.messageText).join('\n'))
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  const parsed = new Map()
  const own = join(folder, 'case.ts').replaceAll('\\', '/')
  let current = ''
  host.fileExists = (path) => path === own || fileExists.call(host, path)
  host.readFile = (path) => (path === own ? current : readFile.call(host, path))
  host.getSourceFile = (path, how, ...rest) => {
    if (path === own) return ts.createSourceFile(path, current, how)
    if (!parsed.has(path)) parsed.set(path, getSourceFile.call(host, path, how, ...rest))
    return parsed.get(path)
  }
  return (text) => {
    current = text
    const program = ts.createProgram({ rootNames: [own], options, host })
    const began = performance.now()
    const found = [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()]
    return {
      instantiations: program.getInstantiationCount(),
      seconds: (performance.now() - began) / 1000,
      errors: found.map((d) => ts.flattenDiagnosticMessageText(d.messageText, '\n')),
    }
  }
}

/**
 * Counts all cases on one compiler.
 * @returns {Map<string, { count: number, seconds: number, problem?: string }>} by name; `problem` if it is not the case it should be
 */
export function countAll(cases, compiler) {
  const count = counterOf(compiler)
  // What the imports cost by themselves is next to nothing, and the same for all: one file stands for all.
  const base = count(cases.find(({ name }) => name === 'compile and fit').without)
  return new Map(
    cases.map(({ name, without, body, error }) => {
      const found = count(`${without}${body}\n`)
      const errors = found.errors.map((text) => text.replaceAll('\u200b', ''))
      const asWanted = error ? errors.length === 1 && errors[0].includes(error) : errors.length === 0
      const problem = asWanted
        ? undefined
        : `${error ? `must be refused once: ${error}` : 'must compile'}; says ${errors.length > 0 ? errors.join('; ').slice(0, 300) : 'nothing'}`
      return [
        name,
        { count: found.instantiations - base.instantiations, seconds: Math.max(0, found.seconds - base.seconds), problem },
      ]
    }),
  )
}

/** What one more costs between two lengths, from counted cases. */
export const each = ({ few: [short, from], many: [long, to] }, counted) =>
  (counted.get(long).count - counted.get(short).count) / (to - from)
