import * as tf from '@tensorflow/tfjs-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compile, einsumDense, flops, init, input, ndarray, sequential, sgd, start } from '../../src/index.js'
import { lower } from '../../src/runtime/lower.js'
import { spaced } from '../contract/build.js'

interface Numbers {
  readonly shape: readonly number[]
  readonly values: ArrayLike<number>
}

/** Sums of products by their definition: every letter counts from 0 to its size. */
function einsum(equation: string, x: Numbers, kernel: Numbers): number[] {
  const [left = '', z = ''] = equation.split('->')
  const [xs = '', ys = ''] = left.split(',')
  const sizes = new Map([
    ...[...xs].map((letter, at) => [letter, x.shape[at]]),
    ...[...ys].map((letter, at) => [letter, kernel.shape[at]]),
  ] as [string, number][])
  const letters = [...z, ...[...sizes.keys()].filter((letter) => !z.includes(letter))]
  const count = (of: readonly string[]) => of.reduce((n, letter) => n * (sizes.get(letter) as number), 1)
  const place = (of: string, at: ReadonlyMap<string, number>) =>
    [...of].reduce((sum, letter) => sum * (sizes.get(letter) as number) + (at.get(letter) as number), 0)
  const made = Array<number>(count([...z])).fill(0)
  for (let step = 0; step < count(letters); step++) {
    let rest = step
    const at = new Map<string, number>()
    for (const letter of letters.toReversed()) {
      at.set(letter, rest % (sizes.get(letter) as number))
      rest = Math.floor(rest / (sizes.get(letter) as number))
    }
    made[place(z, at)] =
      (made[place(z, at)] as number) + (x.values[place(xs, at)] as number) * (kernel.values[place(ys, at)] as number)
  }
  return made
}

// As options write it, and with a letter for every axis.
const cases: readonly (readonly [
  shape: readonly number[],
  outputShape: readonly (number | null)[],
  equation: string,
  full: string,
])[] = [
  [[4], [3], 'ab,bc->ac', 'ab,bc->ac'],
  [[3, 4], [null, 2], 'abc,cd->abd', 'abc,cd->abd'],
  [[3, 2], [2, null, 4], 'abc,cde->adbe', 'abc,cde->adbe'],
  [[3, 2], [null, 4], 'abc,bcd->abd', 'abc,bcd->abd'],
  [[2, 3, 4], [3, 2], 'abcd,dbe->aeb', 'abcd,dbe->aeb'],
  [[2, 3], [null, 4], 'abc,d->abd', 'abc,d->abd'],
  [[2, 3, 4], [5], '...b,bc->...c', 'xyzb,bc->xyzc'],
  [[2, 3, 4], [2, null], '...bc,cdb->...db', 'xybc,cdb->xydb'],
  [[2, 3, 4], [5], 'ab...,bc->ac...', 'abyz,bc->acyz'],
  [[2, 3, 4], [5, null], 'abc...,cbd->adb...', 'abcz,cbd->adbz'],
  [[2, 1, 2, 3, 2], [2, 2, null], '...bc,cde->...edb', 'vwxybc,cde->vwxyedb'],
]

describe.each(['wasm', 'cpu'] as const)('on %s', (backend) => {
  let before = 0
  beforeAll(async () => {
    await start({ backend })
    before = tf.memory().numTensors
  })
  afterAll(() => expect(tf.memory().numTensors, 'tensors left').toBe(before))

  it.each(cases)('on %j to %j: %s', (shape, outputShape, equation, full) => {
    const z = full.split('->')[1] as string
    const biasAxes = (equation.split('->')[1] as string).replaceAll('.', '').replace(/^a/, '')[0] as string
    const network = lower(
      sequential(input(shape), einsumDense({ equation, outputShape, biasAxes, biasInitializer: 'heNormal' })),
      3,
    )
    const x = spaced([2, ...shape], 1)
    const [kernel, bias] = ['kernel', 'bias'].map((name) => network.variables.get(`einsumDense/${name}`)) as [
      tf.Variable,
      tf.Variable,
    ]
    const numbers = (tensor: tf.Tensor): Numbers => ({ shape: tensor.shape, values: tensor.dataSync() })
    const output = tf.tidy(() => network.run([x], { training: false, seed: 0 })[0] as tf.Tensor)
    const made = numbers(output)
    const sums = einsum(full, numbers(x), numbers(kernel))
    // The bias differs along one letter alone.
    const axis = z.indexOf(biasAxes)
    const behind = made.shape.slice(axis + 1).reduce((n, size) => n * size, 1)
    const added = bias.dataSync()
    expect(made.values.length).toBe(sums.length)
    for (const [at, sum] of sums.entries())
      expect(made.values[at], `element ${at}`).toBeCloseTo(sum + (added[Math.floor(at / behind) % added.length] as number), 5)
    network.dispose()
    tf.dispose([x, output])
  })

  // x = [1, 2], kernel [[1, 0], [3, -1]]: y = [7, -2]. Of the mean of squares of y - [6, 0], [1, -2], the slopes are x times [1, -2].
  it('learns by the slopes worked out by hand', async () => {
    const net = await init(
      sequential(input([2]), einsumDense({ equation: 'ab,bc->ac', outputShape: 2, biasAxes: 'c', name: 'sums' })),
    )
    net.setWeights({ sums: { kernel: [1, 0, 3, -1], bias: [0, 0] } })
    const trainer = compile(net, { optimizer: sgd({ learningRate: 0.5 }), loss: 'meanSquaredError' })
    await trainer.fit(ndarray([1, 2], [1, 2]), ndarray([6, 0], [1, 2]), { epochs: 1, verbose: 'silent' })
    expect([...net.weights.sums.kernel.dataSync()]).toEqual([0.5, 1, 2, 1])
    expect([...net.weights.sums.bias.dataSync()]).toEqual([-0.5, 1])
    trainer.dispose()
    net.dispose()
  })
})

// Two operations for each value of a kernel [32, 8] at 10 places, of one [5, 8] at 7 * 2, and of one [10, 32, 3] at 1.
it('counts a multiply-add for each value of the kernel at each place', () => {
  const counts = [
    flops(sequential(input([10, 32]), einsumDense({ equation: 'abc,cd->abd', outputShape: [null, 8] }))),
    flops(sequential(input([5, 7, 2]), einsumDense({ equation: 'ab...,bc->ac...', outputShape: 8 }))),
    flops(sequential(input([10, 32]), einsumDense({ equation: 'abc,bcd->abd', outputShape: [null, 3] }))),
  ]
  expect(counts).toEqual([5120, 1120, 1920])
})
