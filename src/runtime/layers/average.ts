import * as tf from '@tensorflow/tfjs-core'
import type { AverageOptions } from '../../dsl/layers/index.js'
import { add } from './add.js'
import type { Complete, Forward } from './forward.js'

export const average: Forward<Complete<AverageOptions>> = (inputs, ...rest) => tf.div(add(inputs, ...rest), inputs.length)
