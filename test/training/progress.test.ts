import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { bar } from '../../src/runtime/training/progress/bar.js'
import { chooseProgress } from '../../src/runtime/training/progress/choose.js'
import { formatEpoch, formatSeconds, formatSpeed, formatValue } from '../../src/runtime/training/progress/format.js'
import { lines } from '../../src/runtime/training/progress/line.js'

const end = {
  epoch: 3,
  epochs: 10,
  samples: 6000,
  seconds: 5,
  values: { loss: 0.123456, accuracy: 0.98765, val_loss: 0.00001234 },
}

describe('progress', () => {
  it('writes numbers that are read at a glance', () => {
    expect([0, 0.12345, 1.23456, 123.456, 0.00012345, Number.NaN].map(formatValue)).toEqual([
      '0.0000',
      '0.1235',
      '1.235',
      '123.5',
      '1.23e-4',
      'NaN',
    ])
    expect([0, 59, 61, 3723].map(formatSeconds)).toEqual(['0 s', '59 s', '1:01', '1:02:03'])
    expect([formatSpeed(5, 2), formatSpeed(12_345, 10), formatSpeed(1, 0)]).toEqual(['2.5', '1,235', '…'])
  })

  it('is one line an epoch in a log', async () => {
    const written: string[] = []
    await lines((line) => written.push(line)).epochEnd?.(end)
    expect(written).toEqual(['epoch  3/10  5.0 s  1,200 samples/s  loss 0.1235  accuracy 0.9877  val_loss 1.23e-5'])
    expect(formatEpoch({ ...end, seconds: 75 })).toContain('1:15  80 samples/s')
  })

  it('is a bar with loss, metrics, speed and time left in a terminal', async () => {
    let text = ''
    const stream = new Writable({
      write(chunk, _, done) {
        text += String(chunk)
        done()
      },
    })
    const terminal = Object.assign(stream, {
      isTTY: true,
      columns: 160,
      cursorTo: () => {},
      clearLine: () => {},
      moveCursor: () => {},
    })
    const watcher = await bar(terminal)
    await watcher.epochBegin?.({ epoch: 3, epochs: 10, samples: 6000 })
    await new Promise((resolve) => setTimeout(resolve, 200))
    watcher.batchEnd?.(3000, () => ({ loss: 0.5, accuracy: 0.75 }))
    expect(text).toMatch(
      /epoch {2}3\/10 .*█.*░.* 3000\/6000 {2}0 s left {2}[\d,]+ samples\/s {2}loss 0\.5000 {2}accuracy 0\.7500/,
    )
    await watcher.epochEnd?.(end)
    watcher.close?.()
    expect(text).toContain('6000/6000  5 s  1,200 samples/s  loss 0.1235  accuracy 0.9877  val_loss 1.23e-5')
  })

  it('is chosen by where the output goes', async () => {
    expect(await chooseProgress('silent')).toEqual([])
    expect(Object.keys((await chooseProgress('line'))[0]!)).toEqual(['epochEnd'])
    if (!process.stdout.isTTY) expect(Object.keys((await chooseProgress('auto'))[0]!)).toEqual(['epochEnd'])
    expect(Object.keys((await chooseProgress('bar'))[0]!)).toContain('batchEnd')
  })
})
