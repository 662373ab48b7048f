import * as tf from '@tensorflow/tfjs-core'
import type { OptimizerDescription } from '../../dsl/optimizers.js'
import { stepInPlace } from './in-place.js'
import { type Rule, ruleOf } from './rules.js'

/** Moves variables down their gradients. */
export interface Optimizer {
  /**
   * One step. Variables without a gradient stay as they are, and so do their slots.
   * @param gradients by the names of the variables, of their shapes; they stay the caller's
   * @throws when a name is no variable's, or a shape another
   */
  apply(gradients: ReadonlyMap<string, tf.Tensor>): void
  /** What the rule remembers, as `slot/variable` (m, v; velocity). The tensors are the optimizer's own: read them, don't dispose of them. */
  state(): Map<string, tf.Tensor>
  /** Takes a state over, of the same names and shapes, with the number of steps that led to it. The tensors stay the caller's. */
  restore(state: ReadonlyMap<string, tf.Tensor>, iterations: number): void
  setLearningRate(learningRate: number): void
  readonly learningRate: number
  /** Steps made so far. */
  readonly iterations: number
  /** Frees the slots; the variables stay. */
  dispose(): void
}

/**
 * An optimizer for these variables, float32 all. The rules are Keras's. Same gradients, same backend: the same weights, bit for bit.
 * @param variables by name, in the order in which they are updated
 */
export function createOptimizer(description: OptimizerDescription, variables: ReadonlyMap<string, tf.Variable>): Optimizer {
  const { kind } = description
  const rule = ruleOf(description)
  const slots = slotsOf(rule, variables)
  const named = () =>
    new Map(
      [...slots].flatMap(([name, own]) =>
        own.map((slot, index): [string, tf.Variable] => [`${rule.slots[index]}/${name}`, slot]),
      ),
    )
  let { learningRate } = description
  let iterations = 0
  return {
    get learningRate() {
      return learningRate
    },
    get iterations() {
      return iterations
    },
    apply(gradients) {
      for (const [name, gradient] of gradients) check(`${kind}: gradient`, name, gradient, variables.get(name))
      iterations++
      const factors = rule.factors(learningRate, iterations)
      for (const [name, variable] of variables) {
        const gradient = gradients.get(name)
        if (gradient === undefined) continue
        const own = slots.get(name) as tf.Variable[]
        if (stepInPlace(rule, variable, own, gradient, factors)) continue
        tf.tidy(() => {
          const next = rule.next(variable, own, gradient, factors)
          variable.assign(next.variable)
          for (const [index, slot] of own.entries()) slot.assign(next.slots[index] as tf.Tensor)
        })
      }
    },
    state: named,
    restore(state, made) {
      const all = named()
      for (const [name, tensor] of state) check(`${kind}: state`, name, tensor, all.get(name))
      for (const [name, slot] of all) {
        const tensor = state.get(name)
        if (tensor === undefined) throw new Error(`${kind}: state lacks '${name}'`)
        tf.tidy(() => slot.assign(tf.clone(tensor)))
      }
      iterations = made
    },
    setLearningRate(rate) {
      learningRate = rate
    },
    dispose() {
      for (const own of slots.values()) tf.dispose(own)
      slots.clear()
    },
  }
}

function slotsOf(rule: Rule, variables: ReadonlyMap<string, tf.Variable>): Map<string, tf.Variable[]> {
  // Each slot gets data of its own: zeros that were shared could not be written in place.
  return new Map(
    [...variables].map(([name, { shape }]) => [name, rule.slots.map(() => tf.tidy(() => tf.variable(tf.zeros(shape), false)))]),
  )
}

function check(what: string, name: string, tensor: tf.Tensor, target: tf.Tensor | undefined): void {
  if (target === undefined) throw new Error(`${what} '${name}' belongs to no variable`)
  if (!tf.util.arraysEqual(tensor.shape, target.shape)) {
    throw new Error(`${what} '${name}' must be [${target.shape}] (was [${tensor.shape}])`)
  }
}
