import { conv2dKernels } from './conv2d.js'
import { conv3dKernels } from './conv3d.js'
import { depthwiseKernels } from './depthwise.js'
import { matMulKernels } from './matmul.js'
import { maxPoolKernels } from './max-pool.js'
import { install, type Replacement } from './replacement.js'
import { segmentSumKernels } from './segment-sum.js'

const replacements: Replacement[] = [
  ...matMulKernels, ...conv2dKernels, ...conv3dKernels, ...depthwiseKernels, ...maxPoolKernels, ...segmentSumKernels,
]

/** Puts our kernels in the place of the wasm backend's; once, before the backend starts. */
export function replaceKernels(): void {
  for (const replacement of replacements) install(replacement)
}
