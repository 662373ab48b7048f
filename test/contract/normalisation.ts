import type { Example } from './examples.js'

/** Examples of layers that normalise. */
export const normalisation = {
  batchNormalization: [
    { options: {}, inputs: [[3]] },
    { options: { gammaInitializer: 'glorotUniform', betaInitializer: 'heNormal' }, inputs: [[2, 3]] },
    { options: { scale: false }, inputs: [[2, 2, 2]] },
    { options: { center: false }, inputs: [[2, 2, 1, 2]] },
    { options: { center: false, scale: false, epsilon: 0.1 }, inputs: [[4]] },
    { options: { axis: 0, gammaInitializer: 'glorotUniform' }, inputs: [[3, 2]] },
    { options: { axis: -2, scale: false }, inputs: [[2, 2, 3]] },
  ],
  layerNormalization: [
    { options: {}, inputs: [[4]] },
    { options: { axis: [0, -1], gammaInitializer: 'glorotUniform' }, inputs: [[2, 2, 3]] },
    { options: { axis: 0, center: false }, inputs: [[4, 2]] },
    { options: { axis: [1, 2, 3], scale: false }, inputs: [[2, 2, 2, 2]] },
  ],
  rmsNormalization: [
    { options: {}, inputs: [[4]] },
    { options: { axis: [0, 1] }, inputs: [[2, 3, 2]] },
  ],
  unitNormalization: [
    { options: {}, inputs: [[4]] },
    { options: { axis: [0, 2] }, inputs: [[2, 3, 2]] },
  ],
  groupNormalization: [
    { options: { groups: 2, gammaInitializer: 'heNormal' }, inputs: [[2, 2, 4]] },
    { options: { groups: 3, scale: false }, inputs: [[6]] },
    { options: { groups: -1, center: false }, inputs: [[3, 2]] },
    { options: { groups: 1 }, inputs: [[2, 2, 1, 2]] },
  ],
  softmax: [
    { options: {}, inputs: [[4]] },
    { options: { axis: [0, 1] }, inputs: [[2, 3, 2]] },
    { options: { axis: 0 }, inputs: [[3, 2]] },
  ],
  prelu: [
    { options: { alphaInitializer: 'glorotUniform' }, inputs: [[4]] },
    { options: { sharedAxes: [0, 1], alphaInitializer: 'ones' }, inputs: [[2, 3, 2]] },
  ],
} as const satisfies { readonly [kind: string]: readonly Example[] }
