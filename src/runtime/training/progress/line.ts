import type { Watcher } from '../watcher.js'
import { formatEpoch } from './format.js'

/** One line per epoch: for log files, pipes and a browser's console. */
export function lines(write: (line: string) => void = (line) => console.log(line)): Watcher {
  return { epochEnd: (end) => write(formatEpoch(end)) }
}
