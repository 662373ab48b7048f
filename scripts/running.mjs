// One command of many: shown as it runs, and kept for what is added up at the end.
import { spawn } from 'node:child_process'
import { root } from './types/compilers.mjs'

/** Runs node on a file with arguments, showing what it prints, and returns its exit status and that text. */
export function run({ args, env }) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let text = ''
    const take = (stream) => (chunk) => {
      text += chunk
      stream.write(chunk)
    }
    child.stdout.setEncoding('utf8').on('data', take(process.stdout))
    child.stderr.setEncoding('utf8').on('data', take(process.stderr))
    child.on('close', (status) => done({ status: status ?? 1, text }))
  })
}
