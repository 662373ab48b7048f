// How long an editor waits: the language servers of 6.0 (tsserver) and 7.0 (tsc --lsp), spoken to over stdin and stdout as editors
// do. ResNet-50 as a graph is open; each turn changes a kernel in its middle, asks for the errors of the file, and then hovers
// and completes there. Medians, in milliseconds: they depend on the machine, and are reported, not tested.
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, tscOf } from '../../scripts/types/compilers.mjs'
import { OPTIONS } from '../../scripts/types/instantiations.mjs'
import { resnet50, textOf } from './models.mjs'

const TURNS = 25
const folder = join(root, '.cache/types/editor')
const file = join(folder, 'resnet.ts')

const text = textOf(resnet50())
const [MIDDLE, LATER] = [`const s4b3_2 = conv2d({ filters: 256, kernelSize: 3, padding: 'same'`, 'const s4b3_3_n']
const lines = text.split('\n')
const line = lines.findIndex((l) => l.startsWith(MIDDLE))
const column = (word) => lines[line].indexOf(word) + word.length
const places = {
  kernel: { line, character: column('kernelSize: ') },
  name: { line, character: column('conv2d({ ') },
  value: { line, character: column(`padding: '`) },
  hover: { line: lines.findIndex((l) => l.startsWith(LATER)), character: 'const s'.length },
}

/** A child process that speaks in messages with headers; `write` frames what it is told. */
function talk(args, { onMessage }) {
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] })
  let buffer = Buffer.alloc(0)
  child.stdout.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk])
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n')
      const length = /Content-Length: (\d+)/.exec(buffer.subarray(0, Math.max(0, end)).toString())?.[1]
      if (end < 0 || length === undefined || buffer.length < end + 4 + Number(length)) return
      onMessage(JSON.parse(buffer.subarray(end + 4, end + 4 + Number(length)).toString()))
      buffer = buffer.subarray(end + 4 + Number(length))
    }
  })
  return child
}

const waiting = () => {
  const open = new Map()
  return {
    wait: (id) => new Promise((done) => open.set(id, done)),
    done: (id, value) => {
      open.get(id)?.(value)
      open.delete(id)
    },
  }
}

function tsserver() {
  const { wait, done } = waiting()
  const server = join(dirname(tscOf('6.0')), '../lib/tsserver.js')
  const onMessage = (m) => m.type === 'response' && done(m.request_seq, m.body)
  const child = talk([server, '--disableAutomaticTypingAcquisition', '--suppressDiagnosticEvents'], { onMessage })
  let seq = 0
  const send = (command, args) => {
    child.stdin.write(`${JSON.stringify({ seq: ++seq, type: 'request', command, arguments: args })}\n`)
    return seq
  }
  const ask = (command, args) => wait(send(command, args))
  const at = ({ line, character }) => ({ file, line: line + 1, offset: character + 1 })
  return {
    open: async () => void send('open', { file, fileContent: text, scriptKindName: 'TS' }),
    change: async (place, inserted) =>
      void send('change', { ...at(place), endLine: place.line + 1, endOffset: place.character + 2, insertString: inserted }),
    errors: async () => (await ask('semanticDiagnosticsSync', { file })).length,
    hover: async (place) => (await ask('quickinfo', at(place))).displayString,
    complete: async (place) => (await ask('completionInfo', at(place))).entries.map(({ name }) => name),
    close: () => child.kill(),
  }
}

function languageServer() {
  const { wait, done } = waiting()
  // The server asks back, for settings and watches; an empty answer is one.
  const onMessage = (m) =>
    m.method
      ? m.id !== undefined && write({ id: m.id, result: m.params?.items ? m.params.items.map(() => null) : null })
      : done(m.id, m.result)
  const child = talk([tscOf('7.0'), '--lsp', '--stdio'], { onMessage })
  const write = (message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  let id = 0
  const ask = (method, params) => {
    const answer = wait(++id)
    write({ id, method, params })
    return answer
  }
  const uri = pathToFileURL(file).href
  const textDocument = { uri }
  let version = 1
  return {
    open: async () => {
      const capabilities = { textDocument: { diagnostic: {}, hover: { contentFormat: ['plaintext'] }, completion: {} } }
      await ask('initialize', { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities })
      write({ method: 'initialized', params: {} })
      write({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'typescript', version, text } } })
    },
    change: async (place, inserted) => {
      const range = { start: place, end: { ...place, character: place.character + 1 } }
      const contentChanges = [{ range, text: inserted }]
      write({ method: 'textDocument/didChange', params: { textDocument: { uri, version: ++version }, contentChanges } })
    },
    errors: async () => (await ask('textDocument/diagnostic', { textDocument })).items.length,
    hover: async (position) => JSON.stringify((await ask('textDocument/hover', { textDocument, position })).contents),
    complete: async (position) =>
      (await ask('textDocument/completion', { textDocument, position })).items.map(({ label }) => label.replace(/\?$/, '')),
    close: () => child.kill(),
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

async function measure(server) {
  const times = { errors: [], hover: [], name: [], value: [] }
  const timed = async (what, ask) => {
    const began = performance.now()
    const answer = await ask()
    times[what].push(performance.now() - began)
    return answer
  }
  const expect = (what, right) => {
    if (!right) throw new Error(`the editor's answer is wrong: ${what}`)
  }
  await server.open()
  expect('errors', (await server.errors()) === 0)
  for (let turn = 0; turn < TURNS; turn++) {
    // Every third edit is a mistake: a kernel of 0. What follows from it says nothing.
    const kernel = [5, 0, 3][turn % 3]
    await server.change(places.kernel, String(kernel))
    const errors = await timed('errors', server.errors)
    expect(`${errors} errors with a kernel of ${kernel}`, errors === (kernel === 0 ? 1 : 0))
    const hover = await timed('hover', () => server.hover(places.hover))
    if (kernel !== 0) expect(`hover ${hover}`, hover.includes('14, 14, 1024'))
    expect('names', (await timed('name', () => server.complete(places.name))).includes('dilationRate'))
    expect('values', (await timed('value', () => server.complete(places.value))).includes('valid'))
  }
  return Object.fromEntries(Object.entries(times).map(([what, values]) => [what, median(values)]))
}

/** @returns {Promise<{ '6.0': object, '7.0': object }>} medians by what was asked: errors, hover, name, value */
export async function latency() {
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, text)
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: OPTIONS, files: ['resnet.ts'] }))
  const found = {}
  try {
    for (const [name, start] of [
      ['6.0', tsserver],
      ['7.0', languageServer],
    ]) {
      const server = start()
      try {
        found[name] = await measure(server)
      } finally {
        server.close()
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return found
}
