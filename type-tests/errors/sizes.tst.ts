import {
  add, averagePooling1d, concatenate, conv2d, cropping2d, dense, flatten, flops, frozen, globalAveragePooling2d, input, maxPooling2d, model, parallel, residual, sequential,
  repeatVector, reshape, upSampling1d, upSampling2d, zeroPadding2d,
} from 'shapeproof'

// A model on sizes with names, called on others: every name must be one size, and a multiple one.

const image = input(['16*h', '16*w', 3])
const halved = maxPooling2d()(image)
const net = model({ inputs: image, outputs: concatenate()([image, upSampling2d()(halved)]) })

// @ts-expect-error model: '16*h' must be a multiple of 16 (was 225); pad it to 240
net(input([225, 224, 3]))
//  ~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error model: '16*w' must be a multiple of 16 (was 8); pad it to 16
sequential(input([32, 8, 3]), net, flatten())
//                            ~~~

// of another name it must be seen
// @ts-expect-error model: '16*h' must be a multiple of 16 (was 'k'); use a size that is one for sure, such as '16*h'
net(input(['k', 224, 3]))
//  ~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error model: '16*h' must be a multiple of 16 (was '16*h-2'); use a size that is one for sure, such as '16*h'
net(cropping2d({ cropping: [1, 0] })(image))
//  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// in layers made of layers
// @ts-expect-error model: '16*h' must be a multiple of 16 (was 24); pad it to 32
sequential(input([24, 32, 3]), parallel('concatenate', net, conv2d({ filters: 4, kernelSize: 3, padding: 'same' })))
//                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// ---- one name twice

const square = input(['h', 'h', 3])
const means = model({ inputs: square, outputs: { mean: globalAveragePooling2d()(square), half: maxPooling2d()(square) } })

// @ts-expect-error model: 'h' must be one size (was 30 and 31)
means(input([31, 30, 3]))
//    ~~~~~~~~~~~~~~~~~~

// @ts-expect-error model: 'h' must be one size (was 30 and 'k')
means(input(['k', 30, 3]))
//    ~~~~~~~~~~~~~~~~~~~

// @ts-expect-error model: 'h' must be one size (was 'h' and 'w')
means(input(['h', 'w', 3]))
//    ~~~~~~~~~~~~~~~~~~~~

const chain = sequential(input(['h', '2*h', 3]), conv2d({ filters: 4, kernelSize: 3 }), maxPooling2d())

// @ts-expect-error model: 'h' must be one size (was 9 and 10)
sequential(input([9, 20, 3]), chain)
//                            ~~~~~

// ---- what is too small: of a chain the layer speaks, of a graph its output

// @ts-expect-error conv2d: kernelSize must be at most 2 to fit height 2 (was 3); use a smaller kernel or padding: 'same'
chain(input([2, 4, 3]))
//    ~~~~~~~~~~~~~~~~

// @ts-expect-error model: output must have sizes of at least 1 (was [0, 0, 3]); use a larger input
means(input([1, 1, 3]))
//    ~~~~~~~~~~~~~~~~

const corners = model({ inputs: square, outputs: flatten()(cropping2d({ cropping: 4 })(square)) })

// a product of two that are too small
// @ts-expect-error model: output must have sizes of at least 1 (was [0]); use a larger input
corners(input([2, 2, 3]))
//      ~~~~~~~~~~~~~~~~

// ---- several inputs

const low = input(['h', 'w', 3])
const high = input(['2*h', '2*w', 1])
const both = model({ inputs: { low, high }, outputs: concatenate()([upSampling2d()(low), high]) })

// each by itself, on the input
// @ts-expect-error model: '2*w' must be a multiple of 2 (was 13); pad it to 14
both({ low: input([5, 6, 3]), high: input([10, 13, 1]) })
//                            ~~~~

// @ts-expect-error model: input must be ['2*h', '2*w', 1] (was [10, 12, 2])
both({ low: input([5, 6, 3]), high: input([10, 12, 2]) })
//                            ~~~~

// all together, on all
// @ts-expect-error model: 'w' must be one size (was 6 and 7)
both({ low: input([5, 6, 3]), high: input([10, 14, 1]) })
//   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error model: input must be given for 'high' (was left out)
both({ low: input([5, 6, 3]) })
//   ~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error model: input must be an object with a tensor for each of 'high', 'low' (was one tensor)
sequential(input([5, 6, 3]), both)
//                           ~~~~

// ---- the sizes go on from there

const wide = net(input([32, 48, 3]))

// @ts-expect-error add: inputs must have the same shape (was [32, 48, 6] and [32, 48, 3])
add()([wide, input([32, 48, 3])])
//    ~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error residual: its layers must keep the shape [32, 48, 3] (was [32, 48, 6]); use as many filters or units as channels: 3
sequential(input([32, 48, 3]), residual(net))
//                             ~~~~~~~~~~~~~

// @ts-expect-error dense: the last axis must be known to size the weights (was 'k*w*1536'); use globalAveragePooling2d() instead of flatten()
sequential(input(['16*k', '16*w', 3]), net, flatten(), dense({ units: 2 }))
//                                                     ~~~~~~~~~~~~~~~~~~~

// ---- operations are counted for sizes

// @ts-expect-error flops: sizes must say what 'h' is (was left out); use flops(model, { h: 64 }), with all names
flops(net)
//    ~~~

// @ts-expect-error flops: w must be a whole number of at least 1 (was 1.5)
flops(net, { h: 14, w: 1.5 })
//                  ~

// @ts-expect-error flops: sizes must be of the names of the model's input, no names (was 'h')
flops(sequential(input([8]), dense({ units: 2 })), { h: 14 })
//                                                   ~

// @ts-expect-error Property 'w' is missing in type
flops(net, { h: 14 })
//         ~~~~~~~~~

// @ts-expect-error 'v' does not exist in type
flops(net, { h: 14, w: 14, v: 14 })
//                         ~

// A model on names that does not fit, as the last of others: one error.
const padded = sequential(input(['h', 'w', 3]), zeroPadding2d(), dense({ units: 6 }))
// @ts-expect-error model: input must be ['h', 'w', 3] (was [8, 8, 1])
sequential(input([8, 8, 1]), padded)
//                           ~~~~~~

const rows = sequential(input(['w', 3]), upSampling1d(), averagePooling1d({ poolSize: 3 }), reshape({ targetShape: [-1] }), repeatVector({ n: 3 }))
// @ts-expect-error averagePooling1d: poolSize must be at most 2 to fit steps 2 (was 3); use a smaller pool or padding: 'same'
sequential(input([1, 3]), frozen(rows))
//                        ~~~~~~~~~~~~
