import {
  adam, classIds, compile, concatenate, conv2d, flatten, globalAveragePooling2d, input, type Labels, maxPooling2d, model, type NDArray,
  ndarray, sequential, upSampling2d,
} from 'shapeproof'

// Data for models on sizes with names: what its sizes say of the names is compared where they are known.

const count = (shape: readonly number[]) => shape.reduce((product, size) => product * size, 1)
type Sizes<S> = { -readonly [K in keyof S]: S[K] }
const zeros = <const S extends readonly number[]>(shape: S): NDArray<Sizes<S>, 'float32'> =>
  ndarray(new Float32Array(count(shape)), shape as never) as never
const ids = <const S extends readonly number[]>(shape: S): Labels<'ids', Sizes<S>, 3> => classIds(new Uint8Array(count(shape)), 3, shape as never) as never
const n: number = 16
const options = { loss: 'sparseCategoricalCrossentropy', optimizer: adam() } as const

const image = input(['16*h', '16*w', 3])
const joined = concatenate()([image, upSampling2d()(maxPooling2d()(image))])
const net = model({ inputs: image, outputs: conv2d({ filters: 3, kernelSize: 1, activation: 'softmax' })(joined) })
const trainer = compile(net, options)

// @ts-expect-error model: '16*h' must be a multiple of 16 (was 100); pad it to 112
trainer.fit(zeros([2, 100, 96, 3]), ids([2, 96, 96]))
//          ~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error model: '16*w' must be a multiple of 16 (was 8); pad it to 16
trainer.predict(zeros([2, n, 8, 3]))
//              ~~~~~~~~~~~~~~~~~~~

// @ts-expect-error model: '16*h' must be a multiple of 16 (was 20); pad it to 32
trainer.evaluate(zeros([2, 20, 32, 3]), ids([2, 20, 32]))
//               ~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error model: '16*h' must be a multiple of 16 (was 20); pad it to 32
trainer.fit(zeros([1, 16, 16, 3]), ids([1, 16, 16]), { validationData: [zeros([1, 20, 16, 3]), ids([1, 20, 16])] })
//                                                                      ~~~~~~~~~~~~~~~~~~~~~

// ---- labels, against the sizes of the data

// @ts-expect-error sparseCategoricalCrossentropy: labels must be [n, 16, 32] (was [2, 32, 16]); give them that shape where they are made
trainer.fit(zeros([2, 16, 32, 3]), ids([2, 32, 16]))
//                                 ~~~~~~~~~~~~~~~~

const fcn = sequential(input(['h', 'h', 3]), conv2d({ filters: 3, kernelSize: 3, activation: 'softmax' }), maxPooling2d())
const pixels = compile(fcn, options)

// @ts-expect-error sparseCategoricalCrossentropy: labels must be [n, 4, 4] (was [2, 10, 10]); give them that shape where they are made
pixels.fit(zeros([2, 10, 10, 3]), ids([2, 10, 10]))
//                                ~~~~~~~~~~~~~~~~

// ---- one name twice, and what is too small

// @ts-expect-error model: 'h' must be one size (was 30 and 31)
pixels.predict(zeros([2, 31, 30, 3]))
//             ~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error conv2d: kernelSize must be at most 2 to fit height 2 (was 3); use a smaller kernel or padding: 'same'
pixels.predict(zeros([2, 2, 2, 3]))
//             ~~~~~~~~~~~~~~~~~~~

// @ts-expect-error maxPooling2d: poolSize must be at most 1 to fit height 1 (was 2); use a smaller pool or padding: 'same'
pixels.fit(zeros([2, 3, 3, 3]), ids([2, 1, 1]))
//         ~~~~~~~~~~~~~~~~~~~

const high = input(['2*h', '2*w', 3])
const low = input(['h', 'w', 3])
const small = conv2d({ filters: 3, kernelSize: 3 })(low)
const both = model({ inputs: { low, high }, outputs: { small, all: globalAveragePooling2d()(high) } })
const several = compile(both, { loss: { small: 'meanSquaredError', all: 'meanSquaredError' }, optimizer: adam() })

// @ts-expect-error model: output must have sizes of at least 1 (was [0, 3, 3]); use a larger input
several.predict({ low: zeros([1, 2, 5, 3]), high: zeros([1, 4, 10, 3]) })
//              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error model: 'w' must be one size (was 5 and 6)
several.predict({ low: zeros([1, 4, 5, 3]), high: zeros([1, 8, 12, 3]) })
//              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error model: '2*w' must be a multiple of 2 (was 11); pad it to 12
several.predict({ low: zeros([1, 4, 5, 3]), high: zeros([1, 8, 11, 3]) })
//                                          ~~~~

// @ts-expect-error predict: x must have as many samples under each name (were from 1 to 2)
several.predict({ low: zeros([1, 4, 5, 3]), high: zeros([2, 8, 10, 3]) })
//              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error meanSquaredError: y must be [n, 2, 3, 3], as the output (was [1, 2, 4, 3]); nothing is broadcast
several.fit({ low: zeros([1, 4, 5, 3]), high: zeros([1, 8, 10, 3]) }, { small: zeros([1, 2, 4, 3]), all: zeros([1, 3]) })
//                                                                      ~~~~~

// no size of its own: flatten and the like
const rows = compile(model({ inputs: low, outputs: flatten()(low) }), { loss: 'meanSquaredError', optimizer: adam() })

// @ts-expect-error meanSquaredError: y must be [n, 18], as the output (was [1, 17]); nothing is broadcast
rows.fit(zeros([1, 2, 3, 3]), zeros([1, 17]))
//                            ~~~~~~~~~~~~~~
