import { adam, binaryCrossentropy, categoricalCrossentropy, compile, dense, input, ndarray, sequential, sgd } from 'shapeproof'

// Numbers that must lie in a range: of optimizers, losses and fit. What only the run knows is silent.
declare const n: number
declare const some: { readonly learningRate?: number }

// ---- optimizers

// @ts-expect-error sgd: momentum must be at least 0 and at most 1 (was 1.9)
sgd({ momentum: 1.9 })
//    ~~~~~~~~

// @ts-expect-error sgd: momentum must be at least 0 and at most 1 (was -0.1)
sgd({ learningRate: 0.1, momentum: -0.1, nesterov: true })
//                       ~~~~~~~~

// @ts-expect-error sgd: learningRate must be a number above 0 (was 0)
sgd({ learningRate: 0 })
//    ~~~~~~~~~~~~

// @ts-expect-error adam: learningRate must be a number above 0 (was -1e-7)
adam({ learningRate: -1e-7 })
//     ~~~~~~~~~~~~

// @ts-expect-error adam: beta1 must be at least 0 and below 1 (was 1)
adam({ beta1: 1 })
//     ~~~~~

// @ts-expect-error adam: beta2 must be at least 0 and below 1 (was 1.5)
adam({ beta1: 5e-7, beta2: 1.5 })
//                  ~~~~~

// @ts-expect-error adam: epsilon must be a number above 0 (was 0)
adam({ epsilon: 0 })
//     ~~~~~~~

// @ts-expect-error Did you mean to write 'learningRate'?
adam({ learninRate: 0 })
//     ~~~~~~~~~~~

sgd({ momentum: 1 })
sgd({ momentum: 0, learningRate: 10 })
sgd({})
adam(undefined)
adam({ learningRate: 5e-7, beta1: 0, epsilon: undefined })
adam(some)
adam({ learningRate: n, beta1: n > 3 ? 1 : 0.9 })
const optimizers = <const R extends number>(rate: R) => [adam({ learningRate: rate, beta1: rate }), sgd({ momentum: rate })]

// ---- losses

// @ts-expect-error categoricalCrossentropy: labelSmoothing must be at least 0 and below 1 (was 1)
categoricalCrossentropy({ labelSmoothing: 1 })
//                        ~~~~~~~~~~~~~~

// @ts-expect-error binaryCrossentropy: labelSmoothing must be at least 0 and below 1 (was -0.1)
binaryCrossentropy({ fromLogits: true, labelSmoothing: -0.1 })
//                                     ~~~~~~~~~~~~~~

binaryCrossentropy({ labelSmoothing: n })

// ---- training

const x = ndarray([1, 2, 3, 4], [1, 4])
const trainer = compile(sequential(input([4]), dense({ units: 4 })), { loss: 'meanSquaredError', optimizer: adam() })

// @ts-expect-error fit: epochs must be a whole number of at least 1 (was 0)
trainer.fit(x, x, { epochs: 0 })
//                  ~~~~~~

// @ts-expect-error fit: batchSize must be a whole number of at least 1 (was 1.5)
trainer.fit(x, x, { epochs: 3, batchSize: 1.5, verbose: 'silent' })
//                             ~~~~~~~~~

// @ts-expect-error fit: validationSplit must be at least 0 and below 1 (was 1)
trainer.fit(x, x, { validationSplit: 1 })
//                  ~~~~~~~~~~~~~~~

// @ts-expect-error fit: seed must be a whole number of at least 0 (was -1)
trainer.fit(x, x, { seed: -1, validationData: [x, x] })
//                  ~~~~

// @ts-expect-error adam: learningRate must be a number above 0 (was 0)
compile(sequential(input([4]), dense({ units: 4 })), { loss: 'meanSquaredError', optimizer: adam({ learningRate: 0 }) })
//                                                                                                 ~~~~~~~~~~~~

trainer.fit(x, x, { epochs: n, batchSize: 8, validationSplit: 0, seed: 0 })
trainer.fit(x, x, { validationSplit: 5e-7, epochs: undefined })
const epochs = <const E extends number>(count: E) => trainer.fit(x, x, { epochs: count, validationData: [x, x] })
