import * as tf from '@tensorflow/tfjs-core'
import type { AddOptions } from '../../dsl/layers/index.js'
import type { Complete, Forward } from './forward.js'

export const add: Forward<Complete<AddOptions>> = (inputs) => inputs.reduce((sum, x) => tf.add(sum, x))
