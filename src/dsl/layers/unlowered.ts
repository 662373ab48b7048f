/*
 * Layers whose shapes are stated and proven, but that have no forward pass yet: they are not exported to users. Each moves
 * to `index.ts` with its forward pass.
 */
export { attention, type AttentionOptions } from './attention.js'
export { convLstm2d, type ConvLstm2dOptions } from './convLstm2d.js'
export { groupQueryAttention, type GroupQueryAttentionOptions } from './groupQueryAttention.js'
export { gru, type GruOptions } from './gru.js'
export { lstm, type LstmOptions } from './lstm.js'
export { multiHeadAttention, type MultiHeadAttentionOptions } from './multiHeadAttention.js'
export { simpleRNN, type SimpleRNNOptions } from './simpleRNN.js'
export { bidirectional, type BidirectionalOptions, type MergeMode } from './bidirectional.js'
export { timeDistributed, type TimeDistributedOptions } from './timeDistributed.js'
