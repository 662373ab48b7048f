// The tarball that npm would publish, for the tests that look at it and install it.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './types/compilers.mjs'

/** Runs a command and returns what it prints; throws with everything it printed if it fails. */
export function output(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28, ...options })
  if (error) throw error
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed (${status})\n${stdout}${stderr}`)
  return stdout
}

/**
 * Builds (unless SHAPEPROOF_BUILT says that it is done) and packs.
 * @returns {{ tarball: string, files: string[], size: number }} the tarball's path, what it holds, and its size in bytes
 */
export function pack() {
  const destination = join(root, '.cache/pack')
  mkdirSync(destination, { recursive: true })
  if (!process.env.SHAPEPROOF_BUILT) output(process.execPath, [join(root, 'scripts/build.mjs')])
  // Without scripts: prepack's own output would stand before the JSON.
  const [packed] = JSON.parse(
    output('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', destination], { cwd: root }),
  )
  return { tarball: join(destination, packed.filename), files: packed.files.map((file) => file.path).sort(), size: packed.size }
}
