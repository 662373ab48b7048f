/*
 * Layers whose shapes are stated and proven, but that have no forward pass yet: they are not exported to users. Each moves
 * to `index.ts` with its forward pass.
 */
export { type AttentionOptions, attention } from './attention.js'
export { type BidirectionalOptions, bidirectional, type MergeMode } from './bidirectional.js'
export { type ConvLstm2dOptions, convLstm2d } from './convLstm2d.js'
export { type GroupQueryAttentionOptions, groupQueryAttention } from './groupQueryAttention.js'
export { type GruOptions, gru } from './gru.js'
export { type LstmOptions, lstm } from './lstm.js'
export { type MultiHeadAttentionOptions, multiHeadAttention } from './multiHeadAttention.js'
export { type RnnOptions, rnn } from './rnn.js'
export { type SimpleRNNOptions, simpleRNN } from './simpleRNN.js'
export { type SpectralNormalizationOptions, spectralNormalization } from './spectralNormalization.js'
export { type TimeDistributedOptions, timeDistributed } from './timeDistributed.js'
