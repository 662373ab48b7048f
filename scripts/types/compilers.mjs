// The three compilers behind one face: give files and options, get plain diagnostics. 5.9 and 6.0 have a JS API; 7.0 is native
// and is spoken to through a channel of its own, so each side gets its own few lines here and nowhere else.
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Name on the command line → package that holds it. */
export const compilers = { 5.9: 'ts59', '6.0': 'typescript', '7.0': 'ts7' }

/** The `tsc` of a compiler: with several installed, `.bin/tsc` is any of them. */
export const tscOf = (name) => join(dirname(require.resolve(`${compilers[name]}/package.json`)), 'bin/tsc')

const slashes = (path) => path.replaceAll('\\', '/')

/** A compiler with a JS API: 5.9 or 6.0. */
export const classic = (name) => require(compilers[name])

/** A project of its own beside a real tsconfig, only in memory: the same words reach all compilers. */
export function projectOf(files, { config, options = {} }) {
  const texts = Object.fromEntries(Object.entries(files).map(([path, text]) => [slashes(resolve(path)), text]))
  const own = slashes(join(dirname(resolve(config)), 'tsconfig.in-memory.json'))
  const compilerOptions = { ...options, noEmit: true }
  return { texts, own, json: { extends: `./${basename(config)}`, compilerOptions, files: Object.keys(texts), include: [] } }
}

/** The options of a project as 5.9 and 6.0 read them. */
export function optionsOf(ts, { own, json }) {
  const { options, errors } = ts.parseJsonConfigFileContent(json, ts.sys, dirname(own), undefined, own)
  if (errors.length > 0) throw new Error(ts.formatDiagnostics(errors, formatHost))
  return options
}

/**
 * @param {string} name '5.9', '6.0' or '7.0'
 * @param {Record<string, string>} files absolute path → text; the text replaces what lies on disk, and need not lie there
 * @param {{ config: string, options?: object, also?: Function }} how the tsconfig to extend, options over it, and what else to look
 *   for: called with { is, checker, file }, which are nearly alike in the three, it returns more diagnostics of that file
 * @returns {Promise<Record<string, { start: number, end: number, code: number, message: string }[]>>} by file
 */
export async function diagnose(name, files, how) {
  const project = projectOf(files, how)
  return name === '7.0' ? diagnoseNative(project, how.also) : diagnoseClassic(classic(name), project, how.also)
}

function diagnoseClassic(ts, project, also = () => []) {
  const { texts } = project
  const options = optionsOf(ts, project)
  const host = ts.createCompilerHost(options, true)
  const { readFile, fileExists } = host
  host.readFile = (path) => texts[slashes(path)] ?? readFile.call(host, path)
  host.fileExists = (path) => slashes(path) in texts || fileExists.call(host, path)
  const program = ts.createProgram({ rootNames: Object.keys(texts), options, host })
  const global = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()]
  if (global.length > 0) throw new Error(ts.formatDiagnostics(global, formatHost))
  const plain = (d) => ({
    start: d.start,
    end: d.start + d.length,
    code: d.code,
    message: ts.flattenDiagnosticMessageText(d.messageText, '\n'),
  })
  return Object.fromEntries(
    Object.keys(texts).map((path) => {
      const file = program.getSourceFile(path)
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(plain)
      return [path, [...found, ...also({ is: ts, checker: program.getTypeChecker(), file })]]
    }),
  )
}

const formatHost = {
  getCanonicalFileName: (path) => path,
  getCurrentDirectory: () => root,
  getNewLine: () => '\n',
}

/** Runs `use` with a project of TypeScript 7, and closes the compiler after it. */
export async function withNative({ texts, own, json }, use) {
  const { API } = await import('ts7/unstable/sync')
  const virtual = { ...texts, [own]: JSON.stringify(json) }
  const api = new API({
    cwd: root,
    fs: {
      readFile: (path) => virtual[slashes(path)],
      fileExists: (path) => (slashes(path) in virtual ? true : undefined),
    },
  })
  try {
    const snapshot = api.updateSnapshot({ openProjects: [own] })
    const opened = snapshot.getProject(own)
    if (!opened) throw new Error(`TypeScript 7 did not open ${own}`)
    return use(opened)
  } finally {
    api.close()
  }
}

async function diagnoseNative(project, also = () => []) {
  const is = await import('ts7/unstable/ast')
  const flatten = (d, depth = 0) =>
    [`${'  '.repeat(depth)}${d.text}`, ...(d.messageChain ?? []).map((c) => flatten(c, depth + 1))].join('\n')
  return withNative(project, ({ program, checker }) => {
    const global = [
      ...program.getConfigFileParsingDiagnostics(),
      ...program.getProgramDiagnostics(),
      ...program.getGlobalDiagnostics(),
    ]
    if (global.length > 0) throw new Error(global.map((d) => flatten(d)).join('\n'))
    return Object.fromEntries(
      Object.keys(project.texts).map((path) => {
        const found = [...program.getSyntacticDiagnostics(path), ...program.getSemanticDiagnostics(path)]
        const plain = found.map((d) => ({ start: d.pos, end: d.end, code: d.code, message: flatten(d) }))
        return [path, [...plain, ...also({ is, checker, file: program.getSourceFile(path) })]]
      }),
    )
  })
}
