import type { Example } from './examples.js'

/** Examples of layers that move values about. */
export const reshaping = {
  reshape: [
    { options: { targetShape: [2, 6] }, inputs: [[3, 4]] },
    { options: { targetShape: [2, -1, 2] }, inputs: [[12]] },
    { options: { targetShape: [-1] }, inputs: [[2, 2, 3]] },
  ],
  permute: [
    { options: { dims: [2, 1] }, inputs: [[3, 4]] },
    { options: { dims: [3, 1, 2] }, inputs: [[2, 3, 4]] },
    { options: { dims: [1] }, inputs: [[4]] },
  ],
  repeatVector: [{ options: { n: 3 }, inputs: [[4]] }],
  zeroPadding1d: [
    { options: {}, inputs: [[3, 2]] },
    { options: { padding: [2, 0] }, inputs: [[3, 2]] },
  ],
  zeroPadding2d: [
    { options: {}, inputs: [[3, 2, 2]] },
    {
      options: {
        padding: [
          [2, 0],
          [0, 1],
        ],
      },
      inputs: [[3, 2, 2]],
    },
    { options: { padding: [0, 2] }, inputs: [[3, 2, 1]] },
  ],
  zeroPadding3d: [
    { options: {}, inputs: [[2, 1, 2, 2]] },
    { options: { padding: [0, [2, 0], [0, 1]] }, inputs: [[2, 2, 2, 1]] },
  ],
  cropping1d: [
    { options: { cropping: 1 }, inputs: [[4, 2]] },
    { options: { cropping: [2, 0] }, inputs: [[3, 2]] },
  ],
  cropping2d: [
    { options: {}, inputs: [[3, 2, 2]] },
    {
      options: {
        cropping: [
          [2, 0],
          [0, 1],
        ],
      },
      inputs: [[4, 3, 2]],
    },
    { options: { cropping: [0, 1] }, inputs: [[3, 3, 1]] },
  ],
  cropping3d: [
    { options: { cropping: 1 }, inputs: [[3, 3, 4, 2]] },
    { options: { cropping: [0, [1, 0], [0, 1]] }, inputs: [[2, 2, 3, 1]] },
  ],
  upSampling1d: [{ options: { size: 3 }, inputs: [[3, 2]] }],
  upSampling2d: [
    { options: {}, inputs: [[2, 3, 2]] },
    { options: { size: [1, 3] }, inputs: [[2, 2, 1]] },
    { options: { interpolation: 'bilinear' }, inputs: [[2, 3, 2]] },
    { options: { size: [3, 1], interpolation: 'bilinear' }, inputs: [[2, 2, 1]] },
  ],
  upSampling3d: [{ options: { size: [2, 1, 2] }, inputs: [[2, 2, 1, 2]] }],
  centerCrop: [
    { options: { height: 2, width: 3 }, inputs: [[3, 6, 2]] },
    { options: { height: 4, width: 2 }, inputs: [[2, 5, 1]] },
    { options: { height: 3, width: 3 }, inputs: [[3, 3, 1]] },
  ],
  resizing: [
    { options: { height: 3, width: 5 }, inputs: [[4, 2, 2]] },
    { options: { height: 2, width: 6, interpolation: 'nearest' }, inputs: [[5, 3, 1]] },
  ],
} as const satisfies { readonly [kind: string]: readonly Example[] }
