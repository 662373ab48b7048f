import * as tf from '@tensorflow/tfjs-core'
import type { PermuteOptions } from '../../dsl/layers/index.js'
import { type Complete, type Forward, only } from './forward.js'

// Counted from 1: the batch, which stays, is 0.
export const permute: Forward<Complete<PermuteOptions>> = (inputs, _, { dims }) => tf.transpose(only(inputs), [0, ...dims])
