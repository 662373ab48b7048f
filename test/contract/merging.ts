import type { Example } from './examples.js'

/** Examples of merges. */
const elementwise: readonly Example[] = [
  {
    options: {},
    inputs: [
      [3, 2],
      [3, 2],
    ],
  },
  {
    options: { broadcast: true },
    inputs: [
      [2, 3, 2],
      [1, 2],
    ],
  },
]

const several: readonly Example[] = [
  ...elementwise,
  { options: {}, inputs: [[4], [4], [4]] },
  { options: { broadcast: true }, inputs: [[2], [3, 1], [2, 1, 1]] },
]

export const merging = {
  add: several,
  average: several,
  maximum: several,
  minimum: several,
  multiply: several,
  subtract: elementwise,
  concatenate: [
    {
      options: {},
      inputs: [
        [3, 2],
        [3, 4],
      ],
    },
    {
      options: { axis: 0 },
      inputs: [
        [1, 2],
        [3, 2],
        [2, 2],
      ],
    },
    {
      options: { axis: -2 },
      inputs: [
        [1, 2, 3],
        [1, 1, 3],
      ],
    },
  ],
  dot: [
    {
      options: { axes: [1, 0] },
      inputs: [
        [2, 3],
        [3, 4],
      ],
    },
    { options: { axes: 0 }, inputs: [[3], [3]] },
    { options: { axes: -1, normalize: true }, inputs: [[2, 3], [3]] },
    {
      options: { axes: [0, 1] },
      inputs: [
        [2, 2, 3],
        [4, 2],
      ],
    },
  ],
} as const satisfies { readonly [kind: string]: readonly Example[] }
