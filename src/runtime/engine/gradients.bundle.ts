// Registers tfjs-core's gradients in its global registry. Bundlers and vitest resolve the second import as it stands; plain Node
// can't (the file imports without extensions), so the build replaces this module by one self-contained file: scripts/gradients.mjs.
// The chained methods are here because the gradients of prod and of gather with batchDims call x.reshape, x.slice and x.split.
import '@tensorflow/tfjs-core/dist/public/chained_ops/reshape.js'
import '@tensorflow/tfjs-core/dist/public/chained_ops/slice.js'
import '@tensorflow/tfjs-core/dist/public/chained_ops/split.js'
import '@tensorflow/tfjs-core/dist/register_all_gradients.js'
