import {
  alphaDropout, dense, dropout, flatten, gaussianDropout, gaussianNoise, input, sequential, spatialDropout1d, spatialDropout2d,
  spatialDropout3d,
} from 'shapeproof'

// Layers that draw while training.
declare const n: number
const row = input([64])
const steps = input([10, 64])
const image = input([32, 32, 16])

// ---- the rank of what loses channels

// @ts-expect-error spatialDropout1d: input must be [steps, channels] (was [64])
spatialDropout1d({ rate: 0.5 })(row)
//                              ~~~

// @ts-expect-error spatialDropout2d: input must be [height, width, channels] (was [10, 64])
sequential(steps, spatialDropout2d({ rate: 0.5 }), flatten(), dense({ units: 3 }))
//                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error spatialDropout3d: input must be [depth, height, width, channels] (was [32, 32, 16])
spatialDropout3d({ rate: 0.5 })(image)
//                              ~~~~~

spatialDropout2d({ rate: 0 })(input(['h', n, 3]))

// ---- shares and deviations

// @ts-expect-error spatialDropout2d: rate must be at least 0 and at most 1 (was 1.5)
spatialDropout2d({ rate: 1.5 })
//                 ~~~~

// @ts-expect-error alphaDropout: rate must be at least 0 and below 1 (was 1)
alphaDropout({ rate: 1 })(row)
//             ~~~~

// @ts-expect-error alphaDropout: rate must be at least 0 and below 1 (was -0.1)
sequential(row, alphaDropout({ name: 'selu', rate: -0.1 }))
//                                           ~~~~

// @ts-expect-error gaussianDropout: rate must be at least 0 and below 1 (was 1)
gaussianDropout({ rate: 1 })(row)
//                ~~~~

// @ts-expect-error gaussianNoise: stddev must be a number of at least 0 (was -0.5)
gaussianNoise({ stddev: -0.5 })(row)
//              ~~~~~~

// @ts-expect-error gaussianNoise: stddev must be a number of at least 0 (was -1e-7)
gaussianNoise({ name: 'little', stddev: -1e-7 })(row)
//                              ~~~~~~

gaussianNoise({ stddev: 255 })(gaussianNoise({ stddev: 1e-7 })(gaussianNoise({ stddev: 0 })(row)))

// @ts-expect-error Did you mean to write 'stddev'?
gaussianNoise({ stdev: 0.5 })
//              ~~~~~

// ---- noise of a shape of its own

// @ts-expect-error dropout: noiseShape must be, for each axis of [10, 64], its size, 1 or null (was [1])
dropout({ rate: 0.5, noiseShape: [1] })(steps)
//                                      ~~~~~

// with the batch, as elsewhere
// @ts-expect-error dropout: noiseShape must be, for each axis of [10, 64], its size, 1 or null (was [null, 1, 64])
sequential(steps, dropout({ rate: 0.5, noiseShape: [null, 1, 64] }), flatten(), dense({ units: 3 }))
//                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error alphaDropout: noiseShape must be, for each axis of [32, 32, 16], its size, 1 or null (was [1, 1, 8])
alphaDropout({ rate: 0.5, noiseShape: [1, 1, 8] })(image)
//                                                 ~~~~~

// @ts-expect-error dropout: noiseShape must be, for each axis of ['h', 64], its size, 1 or null (was [10, null])
dropout({ rate: 0.5, noiseShape: [10, null] })(input(['h', 64]))
//                                             ~~~~~~~~~~~~~~~~

dropout({ rate: 0.5, noiseShape: [1, null] })(dropout({ rate: 0.5, noiseShape: [10, 64] })(steps))
dropout({ rate: 0.5, noiseShape: [null, 1] })(input(['h', 64]))
