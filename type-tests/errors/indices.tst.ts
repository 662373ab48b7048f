import { categoryEncoding, centerCrop, conv2d, dense, embedding, flatten, globalAveragePooling1d, input, sequential } from 'shapeproof'

// Layers of ids, and the middle of images.
declare const n: number
const ids = input([20])
const image = input([32, 40, 3])

// ---- embedding

// @ts-expect-error embedding: inputDim must be a whole number of at least 1 (was 0)
embedding({ inputDim: 0, outputDim: 8 })(ids)
//          ~~~~~~~~

// @ts-expect-error embedding: inputLength must be a whole number of at least 1 (was 2.5)
embedding({ inputDim: 10, outputDim: 8, inputLength: 2.5 })
//                                      ~~~~~~~~~~~

// @ts-expect-error embedding: inputLength must be that of the input, [20] (was [10])
sequential(ids, embedding({ inputDim: 10, outputDim: 8, inputLength: 10 }), globalAveragePooling1d(), dense({ units: 3 }))
//              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error embedding: inputLength must be that of the input, [4, 20] (was [20])
embedding({ inputDim: 10, outputDim: 8, inputLength: 20 })(input([4, 20]))
//                                                         ~~~~~~~~~~~~~~

// @ts-expect-error embedding: inputLength must be that of the input, [4, 20] (was [null, 21])
embedding({ inputDim: 10, outputDim: 8, inputLength: [null, 21] })(input([4, 20]))
//                                                                 ~~~~~~~~~~~~~~

// a name is no length
// @ts-expect-error embedding: inputLength must be that of the input, ['t'] (was [20])
embedding({ inputDim: 10, outputDim: 8, inputLength: 20 })(input(['t']))
//                                                         ~~~~~~~~~~~~

// @ts-expect-error embedding: embeddings must be square to begin as 'identity' (was [10, 8]); use 'orthogonal'
embedding({ inputDim: 10, outputDim: 8, embeddingsInitializer: 'identity' })(ids)
//                                                                           ~~~

embedding({ inputDim: 8, outputDim: 8, embeddingsInitializer: 'identity' })(ids)
embedding({ inputDim: 10, outputDim: 8, inputLength: 20 })(ids)
embedding({ inputDim: 10, outputDim: 8, inputLength: [null, 20] })(input(['t', 20]))

// ---- category encoding

// @ts-expect-error categoryEncoding: numTokens must be a whole number of at least 1 (was -3)
categoryEncoding({ outputMode: 'count', numTokens: -3 })
//                                      ~~~~~~~~~

// @ts-expect-error categoryEncoding: input must be [..., tokens] (was [])
categoryEncoding({ numTokens: 5 })(input([]))
//                                 ~~~~~~~~~

// @ts-expect-error categoryEncoding: the last axis must be known for 'oneHot', which replaces one of size 1 (was 't'); use a number
sequential(input(['t']), categoryEncoding({ numTokens: 5, outputMode: 'oneHot' }))
//                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error Type '"onehot"' is not assignable to type
categoryEncoding({ numTokens: 5, outputMode: 'onehot' })
//                               ~~~~~~~~~~

categoryEncoding({ numTokens: 5 })(input(['t']))
categoryEncoding({ numTokens: 5, outputMode: 'oneHot' })(input([]))

// ---- the middle

// @ts-expect-error centerCrop: width must be a whole number of at least 1 (was 0)
centerCrop({ height: 24, width: 0 })(image)
//                       ~~~~~

// @ts-expect-error centerCrop: input must be [height, width, channels] (was [32, 40])
centerCrop({ height: 24, width: 24 })(input([32, 40]))
//                                    ~~~~~~~~~~~~~~~

// @ts-expect-error conv2d: kernelSize must be at most 24 to fit height 24 (was 25); use a smaller kernel or padding: 'same'
sequential(image, centerCrop({ height: 24, width: 40 }), conv2d({ filters: 8, kernelSize: 25 }), flatten())
//                                                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

centerCrop({ height: 64, width: 64 })(input(['h', n, 3]))
