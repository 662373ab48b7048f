import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type AnyModel,
  type AnySymbolic,
  activation,
  compile,
  dense,
  flatten,
  fromJSON,
  init,
  input,
  model,
  ndarray,
  reshape,
  sgd,
  start,
  toJSON,
} from '../../src/index.js'
import { lower } from '../../src/runtime/lower.js'
import { alone, call, type Sample, samples, spaced, valuesFor } from './build.js'

// Each layer in a model: through JSON and back, and one step of training.

beforeAll(() => start({ backend: 'wasm' }))

const described = ({ nodes, inputs, outputs }: AnyModel) => ({
  inputs: inputs.map(({ shape }) => shape),
  outputs: outputs.map(({ shape, last }) => ({ shape, last })),
  nodes: nodes.map(({ name, layer, params, output }) => ({
    name,
    kind: layer.kind,
    options: layer.options,
    params,
    shape: output.shape,
  })),
})

describe.each(samples)('$title', (sample) => {
  it('goes through JSON: the same layers, and the same outputs by the same seed', () => {
    const original = alone(sample)
    const again = fromJSON(JSON.parse(JSON.stringify(toJSON(original))))
    expect(described(again)).toEqual(described(original))
    expect(JSON.stringify(toJSON(again))).toBe(JSON.stringify(toJSON(original)))
    const inputs = valuesFor(sample, 2, 1)
    const [one, other] = [original, again].map((description) => {
      const network = lower(description, 11)
      const output = tf.tidy(() => network.run(inputs, { training: true, seed: 4 })[0]?.dataSync())
      network.dispose()
      return output
    })
    tf.dispose(inputs)
    expect(other).toEqual(one)
  })

  it('one step of training lowers the loss and moves every weight, and nothing is left behind', async () => {
    const before = tf.memory().numTensors
    const [shape = []] = sample.inputs
    const net = await init(trainable(sample), { seed: 3 })
    const trainer = compile(net, { loss: 'meanSquaredError', optimizer: sgd({ learningRate: 0.01 }), seed: 3 })
    const [values] = valuesFor({ ...sample, inputs: [shape] }, 8, 5) as [tf.Tensor]
    const x = ndarray(await valuesOf(values), [8, ...shape])
    const y = ndarray(await valuesOf(spaced([8, 3], 6)), [8, 3])
    const first = (await trainer.evaluate(x, y)).loss
    const weights = new Map([...net.network.variables].map(([path, variable]) => [path, variable.dataSync().slice()]))
    await trainer.fit(x, y, { epochs: 1, batchSize: 8, verbose: 'silent' })
    expect((await trainer.evaluate(x, y)).loss).toBeLessThan(first)
    for (const [path, values] of weights) expect(net.network.variables.get(path)?.dataSync(), path).not.toEqual(values)
    net.dispose()
    expect(tf.memory().numTensors).toBe(before)
  })
})

/**
 * The layer on a layer with weights of its own, and a small end: a merge gets a layer of its own for each of its inputs. Ids come
 * from no layer.
 */
function trainable(sample: Sample): AnyModel {
  const [shape = [], ...others] = sample.inputs
  const x = input(shape) as AnySymbolic
  if (sample.ids !== undefined) return model({ inputs: x, outputs: ended(call(sample, [x])) }) as AnyModel
  const own = dense({ units: shape.at(-1) as number, activation: 'tanh' })
  // Of another shape than x, it is made of all its values.
  const made = (must: readonly number[]): unknown =>
    String(must) === String(shape)
      ? own(x)
      : reshape({ targetShape: must })(dense({ units: must.reduce((n, size) => n * size, 1) })(flatten()(x)))
  const on = [own(x), ...others.map(made)] as AnySymbolic[]
  return model({ inputs: x, outputs: ended(call(sample, on)) }) as AnyModel
}

const ended = (x: AnySymbolic): AnySymbolic => dense({ units: 3 })(flatten()(activation({ activation: 'tanh' })(x)))

async function valuesOf(tensor: tf.Tensor): Promise<Float32Array> {
  const values = (await tensor.data()) as Float32Array
  tensor.dispose()
  return values
}
