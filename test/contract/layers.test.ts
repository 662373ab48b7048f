import * as tf from '@tensorflow/tfjs-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as layers from '../../src/dsl/layers/index.js'
import { type AnyModel, frozen, start } from '../../src/index.js'
import { lower } from '../../src/runtime/lower.js'
import { alone, samples, valuesFor } from './build.js'
import { examples } from './examples.js'
import { expectSlopes, Kink } from './gradients.js'

const SEEDS = 6

// What every layer promises, on both backends: a new layer joins by its examples.

it('every kind of layer has examples', () => {
  const kinds = Object.entries(layers).filter(([, value]) => typeof value === 'function')
  expect(Object.keys(examples).sort()).toEqual(kinds.map(([kind]) => kind).sort())
  for (const [kind, list] of Object.entries(examples)) expect(list.length, kind).toBeGreaterThan(0)
})

describe.each(['wasm', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(() => start({ backend }))

  describe.each(samples)('$title', (sample) => {
    const model = alone(sample)
    const batch = 2
    let before: number
    beforeAll(() => {
      before = tf.memory().numTensors
    })
    afterAll(() => expect(tf.memory().numTensors, 'tensors left').toBe(before))

    it('its shape is the shape of the tensor', () => {
      const network = lower(model, 3)
      const inputs = valuesFor(sample, batch, 1)
      for (const training of [false, true]) {
        const outputs = tf.tidy(() => network.run(inputs, { training, seed: 5 }))
        expect(outputs[0]?.shape).toEqual([batch, ...model.outputShape])
        // What the layer gives must be its own: whoever frees it must not free the input.
        tf.dispose(outputs)
        expect(inputs.every((input) => !input.isDisposed)).toBe(true)
      }
      for (const { weights, params } of model.nodes) {
        for (const { name, shape, trainable } of params) {
          const path = `${weights}/${name}`
          expect((trainable ? network.variables : network.states).get(path)?.shape, path).toEqual(shape)
        }
      }
      tf.dispose(inputs)
      network.dispose()
    })

    it('its gradients are the slopes', () => expectSlopesOf(model))

    if (model.nodes.some(({ params }) => params.length > 0)) {
      it('frozen, it passes gradients on and has none', () => {
        const still = frozen(model)
        expect(still.nodes.flatMap(({ params }) => params.filter(({ trainable }) => trainable))).toEqual([])
        const byOption = alone({ ...sample, options: { ...sample.options, trainable: false } })
        expect(byOption.nodes[0]?.layer.options).toEqual(still.nodes[0]?.layer.options)
        expectSlopesOf(still)
      })
    }

    function expectSlopesOf(model: AnyModel): void {
      // Kinks are met by chance: of a few draws of values one lies at none.
      for (let seed = 1; seed <= SEEDS; seed++) {
        const smooth = tf.tidy(() => {
          const network = lower(model, seed)
          const inputs = valuesFor(sample, batch, 10 * seed)
          try {
            expectSlopes(network, inputs, sample.ids === undefined)
            return true
          } catch (error) {
            if (error instanceof Kink && seed < SEEDS) return false
            throw error
          } finally {
            network.dispose()
          }
        })
        if (smooth) return
      }
    }
  })
})
