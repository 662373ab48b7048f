import * as tf from '@tensorflow/tfjs-core'
import type { AdamDescription, OptimizerDescription, SgdDescription } from '../../dsl/optimizers.js'

/** The float32 factors of one step, the same for every variable. */
export type Factors = readonly number[]

/**
 * An update rule: which slots it keeps for each variable (all zero at first), the factors of step `iteration` (from 1) at a learning
 * rate, and the new values of slots and variable. `procedure` names the rule's step on wasm: it takes the addresses of variable, slots
 * and gradient, the count, and the factors.
 */
export interface Rule {
  slots: readonly string[]
  factors(learningRate: number, iteration: number): Factors
  next(
    variable: tf.Tensor,
    slots: tf.Tensor[],
    gradient: tf.Tensor,
    factors: Factors,
  ): { variable: tf.Tensor; slots: tf.Tensor[] }
  procedure: 'adamStep' | 'sgdStep' | 'momentumStep' | 'nesterovStep'
}

function adam({ beta1, beta2, epsilon }: AdamDescription): Rule {
  return {
    slots: ['m', 'v'],
    factors: (learningRate, iteration) => {
      const alpha = (learningRate * Math.sqrt(1 - beta2 ** iteration)) / (1 - beta1 ** iteration)
      return [beta1, 1 - beta1, beta2, 1 - beta2, alpha, epsilon]
    },
    next: (variable, [m, v], gradient, factors) => {
      const [keep1, take1, keep2, take2, alpha, small] = factors as [number, number, number, number, number, number]
      const first = tf.add(tf.mul(m as tf.Tensor, keep1), tf.mul(gradient, take1))
      const second = tf.add(tf.mul(v as tf.Tensor, keep2), tf.mul(tf.mul(gradient, gradient), take2))
      const step = tf.div(tf.mul(first, alpha), tf.add(tf.sqrt(second), small))
      return { variable: tf.sub(variable, step), slots: [first, second] }
    },
    procedure: 'adamStep',
  }
}

function sgd({ momentum, nesterov }: SgdDescription): Rule {
  if (momentum === 0) {
    return {
      slots: [],
      factors: (learningRate) => [learningRate],
      next: (variable, _slots, gradient, [rate]) => ({ variable: tf.sub(variable, tf.mul(gradient, rate as number)), slots: [] }),
      procedure: 'sgdStep',
    }
  }
  return {
    slots: ['velocity'],
    factors: (learningRate) => [momentum, learningRate],
    next: (variable, [velocity], gradient, [, rate]) => {
      const pull = tf.mul(gradient, rate as number)
      const next = tf.sub(tf.mul(velocity as tf.Tensor, momentum), pull)
      const step = nesterov ? tf.sub(tf.mul(next, momentum), pull) : next
      return { variable: tf.add(variable, step), slots: [next] }
    },
    procedure: nesterov ? 'nesterovStep' : 'momentumStep',
  }
}

/** The update rule that a description means. */
export function ruleOf(description: OptimizerDescription): Rule {
  return description.kind === 'adam' ? adam(description) : sgd(description)
}
