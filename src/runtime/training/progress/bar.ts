import type { EpochStart, Watcher } from '../watcher.js'
import { formatSeconds, formatSpeed, formatValues } from './format.js'

/** A bar that leaves room for its numbers; 80 columns hold them with loss and one metric. */
function widthOf(stream: NodeJS.WritableStream): number {
  const { columns = 80 } = stream as { columns?: number }
  return Math.min(24, Math.max(8, columns - 96))
}

/** A bar per epoch in a terminal. Loads cli-progress, so it is for Node only. */
export async function bar(stream: NodeJS.WritableStream = process.stdout): Promise<Watcher> {
  const { default: progress } = await import('cli-progress')
  let current: InstanceType<typeof progress.SingleBar> | undefined
  let epoch: EpochStart = { epoch: 0, epochs: 0, samples: 0 }
  let began = 0

  const stop = (): void => {
    current?.stop()
    current = undefined
    process.removeListener('SIGINT', interrupted)
  }
  // The library either leaves the cursor hidden after Ctrl-C, or swallows Ctrl-C. Here: tidy up, then let it do what it does.
  const interrupted = (): void => {
    stop()
    if (process.listenerCount('SIGINT') === 0) process.kill(process.pid, 'SIGINT')
  }
  return {
    epochBegin(start) {
      epoch = start
      began = performance.now()
      current = new progress.SingleBar({
        format: '{head} {bar} {value}/{total}  {time}  {speed} samples/s  {values}',
        barCompleteChar: '█',
        barIncompleteChar: '░',
        barsize: widthOf(stream),
        stream,
        hideCursor: true,
        fps: 12,
      })
      const head = `epoch ${String(start.epoch).padStart(String(start.epochs).length)}/${start.epochs}`
      process.once('SIGINT', interrupted)
      current.start(start.samples, 0, { head, time: '…', speed: '…', values: '' })
    },
    batchEnd(seen, values) {
      const seconds = (performance.now() - began) / 1000
      const left = (seconds / seen) * (epoch.samples - seen)
      current?.update(seen, {
        time: `${formatSeconds(left)} left`,
        speed: formatSpeed(seen, seconds),
        values: formatValues(values()),
      })
    },
    epochEnd({ seconds, samples, values }) {
      current?.update(samples, {
        time: formatSeconds(seconds),
        speed: formatSpeed(samples, seconds),
        values: formatValues(values),
      })
      stop()
    },
    close: stop,
  }
}
