import type { Verbose } from '../fit-types.js'
import type { Watcher } from '../watcher.js'
import { lines } from './line.js'

const inNode = (): boolean => typeof process !== 'undefined' && process.versions?.node !== undefined

/** Whether a bar can be drawn and redrawn: Node, in a terminal. */
const hasTerminal = (): boolean => inNode() && process.stdout.isTTY === true

/** Who shows the training. A bar that can't be drawn (a browser) becomes lines. */
export async function chooseProgress(verbose: Verbose): Promise<Watcher[]> {
  if (verbose === 'silent') return []
  if (verbose === 'line' || !inNode() || (verbose === 'auto' && !hasTerminal())) return [lines()]
  // Only here and only in Node: a browser never loads it.
  const { bar } = await import('./bar.js')
  return [await bar()]
}
