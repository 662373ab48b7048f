import { clipKernels } from './clip.js'
import { conv2dKernels } from './conv2d.js'
import { conv3dKernels } from './conv3d.js'
import { depthwiseKernels } from './depthwise.js'
import { dilation2dKernels } from './dilation2d.js'
import { gatherKernels } from './gather.js'
import { identityKernels } from './identity.js'
import { matMulKernels } from './matmul.js'
import { maxPoolKernels } from './max-pool.js'
import { preluKernels } from './prelu.js'
import { rankKernels } from './rank.js'
import { reduceKernels } from './reduce.js'
import { reluGradientKernels } from './relu-gradient.js'
import { install, type Replacement } from './replacement.js'
import { samePaddingKernels } from './same-padding.js'
import { segmentSumKernels } from './segment-sum.js'
import { sliceKernels } from './slice.js'

const replacements: Replacement[] = [
  ...rankKernels,
  ...matMulKernels,
  ...clipKernels,
  ...conv2dKernels,
  ...sliceKernels,
  ...samePaddingKernels,
  ...conv3dKernels,
  ...depthwiseKernels,
  ...maxPoolKernels,
  ...segmentSumKernels,
  ...gatherKernels,
  ...reduceKernels,
  ...identityKernels,
  ...preluKernels,
  ...reluGradientKernels,
  ...dilation2dKernels,
]

/** Puts our kernels in the place of the wasm backend's; once, before the backend starts. */
export function replaceKernels(): void {
  for (const replacement of replacements) install(replacement)
}
