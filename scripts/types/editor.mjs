// What an editor shows, asked of the compilers without an editor: completions and hovers at a caret, written /*|*/ in the source.
// `shapeproof` is found in that source by its own name, from dist, as in a user's project.
import { join } from 'node:path'
import { classic, optionsOf, projectOf, root, withNative } from './compilers.mjs'

const CARET = '/*|*/'
const home = join(root, 'type-tests')
const fileIn = (folder) => join(folder, 'editor.in-memory.ts').replaceAll('\\', '/')
const projectIn = (folder, text) => projectOf({ [fileIn(folder)]: text }, { config: join(folder, 'tsconfig.json') })

function splitAtCaret(source) {
  const position = source.indexOf(CARET)
  if (position < 0 || source.indexOf(CARET, position + 1) >= 0)
    throw new Error(`the source must hold one caret, written ${CARET}`)
  return { text: source.slice(0, position) + source.slice(position + CARET.length), position }
}

/** One language service a compiler and folder, kept: the second question costs a tenth of the first. */
const services = new Map()

function service(name, folder) {
  const key = `${name} ${folder}`
  if (services.has(key)) return services.get(key)
  const ts = classic(name)
  const file = fileIn(folder)
  const options = optionsOf(ts, projectIn(folder, ''))
  const current = { text: '', version: 0 }
  const read = (path) => (path === file ? current.text : ts.sys.readFile(path))
  const made = {
    current,
    languageService: ts.createLanguageService({
      ...ts.sys,
      readFile: read,
      fileExists: (path) => path === file || ts.sys.fileExists(path),
      useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
      getCompilationSettings: () => options,
      getCurrentDirectory: () => root,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      getScriptFileNames: () => [file],
      getScriptVersion: (path) => (path === file ? `${current.version}` : '1'),
      getScriptSnapshot: (path) => {
        const text = read(path)
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
      },
    }),
    print: ts.displayPartsToString,
  }
  services.set(key, made)
  return made
}

function edit(name, folder, text) {
  const made = service(name, folder)
  Object.assign(made.current, { text, version: made.current.version + 1 })
  return made
}

/**
 * The names that the editor offers at the caret, its best first.
 * @param {string} source TypeScript with one caret
 * @param {{ compiler?: '5.9' | '6.0' | '7.0', folder?: string }} [options] folder: where the source would lie, beside a tsconfig
 * @returns {Promise<string[]>}
 */
export async function completions(source, { compiler = '6.0', folder = home } = {}) {
  const { text, position } = splitAtCaret(source)
  const file = fileIn(folder)
  // 7.0 writes the name of an optional property with its question mark.
  const sorted = (entries) =>
    [...(entries ?? [])]
      .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
      .map((entry) => entry.name.replace(/\?$/, ''))
  if (compiler === '7.0') {
    return withNative(projectIn(folder, text), ({ checker }) => sorted(checker.getCompletionsAtPosition(file, position)?.entries))
  }
  return sorted(edit(compiler, folder, text).languageService.getCompletionsAtPosition(file, position, {})?.entries)
}

/**
 * What the editor shows when the mouse rests on the word at the caret. (7.0 offers no hover through its API.)
 * @param {string} source TypeScript with one caret, before the word or inside it
 * @param {{ compiler?: '5.9' | '6.0', folder?: string }} [options]
 * @returns {string}
 */
export function hover(source, { compiler = '6.0', folder = home } = {}) {
  const { text, position } = splitAtCaret(source)
  const { languageService, print } = edit(compiler, folder, text)
  return print(languageService.getQuickInfoAtPosition(fileIn(folder), position)?.displayParts ?? [])
}
