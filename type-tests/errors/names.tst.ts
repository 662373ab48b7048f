import {
  activation, add, averagePooling1d, batchNormalization, concatenate, conv1d, conv2d, conv2dTranspose, conv3d, cropping1d, dense, depthwiseConv2d, dot,
  dropout, einsumDense, flatten, globalMaxPooling2d, groupNormalization, input, layerNormalization, maxPooling2d, multiply, named, permute, prelu, repeatVector,
  reshape, resizing, rmsNormalization, separableConv2d, sequential, shared, softmax, subtract, unitNormalization, upSampling2d, weights, zeroPadding2d,
} from 'shapeproof'

// Names that no layer can have: they are parts of the paths of weights. Each sentence is thrown at run time too, word for word.

// @ts-expect-error conv2d: name must be a text without '/' (was 'stem/first')
conv2d({ filters: 8, kernelSize: 3, name: 'stem/first' })
//                                  ~~~~
// @ts-expect-error dense: name must be a text without '/' (was '')
dense({ units: 3, name: '' })
//                ~~~~
// @ts-expect-error conv2d: name must be a text without '/' (was 'a/b')
conv2d({ kernel: weights([1], [1, 1, 1, 1]), name: 'a/b' })
//                                           ~~~~

// ---- of layers of every kind, however their options are checked

// @ts-expect-error conv1d: name must be a text without '/' (was 'a/b')
conv1d({ filters: 8, kernelSize: 3, name: 'a/b' })
//                                  ~~~~
// @ts-expect-error conv3d: name must be a text without '/' (was 'a/b')
conv3d({ filters: 8, kernelSize: 3, name: 'a/b' })
//                                  ~~~~
// @ts-expect-error conv2dTranspose: name must be a text without '/' (was 'a/b')
conv2dTranspose({ filters: 8, kernelSize: 3, name: 'a/b' })
//                                           ~~~~
// @ts-expect-error depthwiseConv2d: name must be a text without '/' (was 'a/b')
depthwiseConv2d({ kernelSize: 3, name: 'a/b' })
//                               ~~~~
// @ts-expect-error separableConv2d: name must be a text without '/' (was 'a/b')
separableConv2d({ filters: 8, kernelSize: 3, name: 'a/b' })
//                                           ~~~~
// @ts-expect-error maxPooling2d: name must be a text without '/' (was 'a/b')
maxPooling2d({ name: 'a/b' })
//             ~~~~
// @ts-expect-error averagePooling1d: name must be a text without '/' (was 'a/b')
averagePooling1d({ poolSize: 3, name: 'a/b' })
//                              ~~~~
// @ts-expect-error globalMaxPooling2d: name must be a text without '/' (was 'a/b')
globalMaxPooling2d({ name: 'a/b' })
//                   ~~~~
// @ts-expect-error flatten: name must be a text without '/' (was 'a/b')
flatten({ name: 'a/b' })
//        ~~~~
// @ts-expect-error reshape: name must be a text without '/' (was 'a/b')
reshape({ targetShape: [3], name: 'a/b' })
//                          ~~~~
// @ts-expect-error permute: name must be a text without '/' (was 'a/b')
permute({ dims: [2, 1], name: 'a/b' })
//                      ~~~~
// @ts-expect-error repeatVector: name must be a text without '/' (was 'a/b')
repeatVector({ n: 3, name: 'a/b' })
//                   ~~~~
// @ts-expect-error resizing: name must be a text without '/' (was 'a/b')
resizing({ height: 3, width: 3, name: 'a/b' })
//                              ~~~~
// @ts-expect-error upSampling2d: name must be a text without '/' (was 'a/b')
upSampling2d({ name: 'a/b' })
//             ~~~~
// @ts-expect-error zeroPadding2d: name must be a text without '/' (was 'a/b')
zeroPadding2d({ name: 'a/b' })
//              ~~~~
// @ts-expect-error cropping1d: name must be a text without '/' (was 'a/b')
cropping1d({ name: 'a/b' })
//           ~~~~
// @ts-expect-error activation: name must be a text without '/' (was 'a/b')
activation({ activation: 'relu', name: 'a/b' })
//                               ~~~~
// @ts-expect-error softmax: name must be a text without '/' (was 'a/b')
softmax({ name: 'a/b' })
//        ~~~~
// @ts-expect-error prelu: name must be a text without '/' (was 'a/b')
prelu({ name: 'a/b' })
//      ~~~~
// @ts-expect-error dropout: name must be a text without '/' (was 'a/b')
dropout({ rate: 0.5, name: 'a/b' })
//                   ~~~~
// @ts-expect-error batchNormalization: name must be a text without '/' (was 'a/b')
batchNormalization({ name: 'a/b' })
//                   ~~~~
// @ts-expect-error layerNormalization: name must be a text without '/' (was 'a/b')
layerNormalization({ epsilon: 0.1, name: 'a/b' })
//                                 ~~~~
// @ts-expect-error groupNormalization: name must be a text without '/' (was 'a/b')
groupNormalization({ groups: 2, name: 'a/b' })
//                              ~~~~
// @ts-expect-error rmsNormalization: name must be a text without '/' (was 'a/b')
rmsNormalization({ name: 'a/b' })
//                 ~~~~
// @ts-expect-error unitNormalization: name must be a text without '/' (was 'a/b')
unitNormalization({ name: 'a/b' })
//                  ~~~~
// @ts-expect-error einsumDense: name must be a text without '/' (was 'a/b')
einsumDense({ equation: 'ab,bc->ac', outputShape: 3, name: 'a/b' })
//                                                   ~~~~
// @ts-expect-error add: name must be a text without '/' (was 'a/b')
add({ name: 'a/b' })
//    ~~~~
// @ts-expect-error subtract: name must be a text without '/' (was 'a/b')
subtract({ broadcast: true, name: 'a/b' })
//                          ~~~~
// @ts-expect-error multiply: name must be a text without '/' (was 'a/b')
multiply({ name: 'a/b' })
//         ~~~~
// @ts-expect-error concatenate: name must be a text without '/' (was 'a/b')
concatenate({ name: 'a/b' })
//            ~~~~
// @ts-expect-error dot: name must be a text without '/' (was 'a/b')
dot({ axes: 0, name: 'a/b' })
//             ~~~~
// @ts-expect-error shared: name must be a text without '/' (was 'a/b')
shared('a/b', flatten())
//     ~~~~~
// @ts-expect-error shared: name must be a text without '/' (was '')
shared('', flatten())
//     ~~
// @ts-expect-error named: name must be a text without '/' (was 'a/b')
named('a/b', sequential(flatten()))
//    ~~~~~
// @ts-expect-error named: name must be a text without '/' (was '')
named('', sequential(flatten()))
//    ~~
named('fine', sequential(flatten()))

// ---- one mistake, one error

const wrong = sequential(
  input([8]),
  // @ts-expect-error dense: name must be a text without '/' (was 'head/left')
  dense({ units: 3, name: 'head/left' }),
//                  ~~~~
  dense({ units: 3 }),
)

// ---- what may be right

const name: string = 'stem'
const pick: boolean = name === 'stem'
const fine = [
  dense({ units: 3, name }), dense({ units: 3, name: pick ? 'c' : 'a/b' }), dense({ units: 3, name: undefined }), flatten({ name: 'with space' }),
  add({ name: `${name}-add` }), shared(name, flatten()), shared(pick ? 'c' : 'a/b', flatten()),
]
const helpers = [
  (<const N extends string>(name: N) => conv2d({ filters: 3, kernelSize: 3, name: `${name}-conv` }))('stem'),
  (<const N extends string>(name: N) => maxPooling2d({ name }))('pool'),
  (<const N extends string>(name?: N) => maxPooling2d({ poolSize: 3, name }))(),
  (<const F extends number, const N extends string>(units: F, name: N) => dense({ units, name }))(3, 'head'),
  (<const N extends string>(name: N) => batchNormalization({ momentum: 0.9, name: `${name}-bn` }))('stem'),
  (<const N extends string>(name: N) => shared(name, flatten()))('stem'),
]
