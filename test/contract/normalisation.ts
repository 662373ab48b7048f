import type { Example } from './examples.js'

/** Examples of layers that normalise. */
export const normalisation = {
  batchNormalization: [
    { options: {}, inputs: [[3]] },
    { options: { gammaInitializer: 'glorotUniform', betaInitializer: 'heNormal' }, inputs: [[2, 3]] },
    { options: { scale: false }, inputs: [[2, 2, 2]] },
    { options: { center: false }, inputs: [[2, 2, 1, 2]] },
    { options: { center: false, scale: false, epsilon: 0.1 }, inputs: [[4]] },
  ],
} as const satisfies { readonly [kind: string]: readonly Example[] }
