import type { Example } from './examples.js'

/** Examples of layers that draw while training. */
export const noise = {
  dropout: [
    { options: { rate: 0.5 }, inputs: [[3, 4]] },
    { options: { rate: 0 }, inputs: [[4]] },
    { options: { rate: 0.25, noiseShape: [1, null] }, inputs: [[3, 4]] },
    { options: { rate: 0.5, noiseShape: [2, 1, 3] }, inputs: [[2, 2, 3]] },
  ],
  spatialDropout1d: [{ options: { rate: 0.5 }, inputs: [[3, 4]] }],
  spatialDropout2d: [{ options: { rate: 0.5 }, inputs: [[2, 2, 4]] }],
  spatialDropout3d: [{ options: { rate: 0.25 }, inputs: [[2, 1, 2, 3]] }],
  gaussianDropout: [
    { options: { rate: 0.2 }, inputs: [[3, 4]] },
    { options: { rate: 0 }, inputs: [[4]] },
  ],
  gaussianNoise: [
    { options: { stddev: 0.5 }, inputs: [[3, 4]] },
    { options: { stddev: 0 }, inputs: [[4]] },
  ],
  alphaDropout: [
    { options: { rate: 0.25 }, inputs: [[3, 4]] },
    { options: { rate: 0.5, noiseShape: [null, 1] }, inputs: [[4, 3]] },
  ],
} as const satisfies { readonly [kind: string]: readonly Example[] }
