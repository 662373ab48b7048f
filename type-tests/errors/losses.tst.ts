import {
  adam,
  binaryCrossentropy,
  categoricalCrossentropy,
  compile,
  type LastActivation,
  meanSquaredError,
  type Model,
  sparseCategoricalCrossentropy,
} from 'shapeproof'

declare const digits: Model<[28, 28, 1], [10], 'softmax'>
declare const shown: Model<[28, 28, 1], [10], 'sigmoid'>
declare const scores: Model<[28, 28, 1], [10], 'linear'>
declare const clipped: Model<[28, 28, 1], [10], 'relu'>
declare const spam: Model<[64], [1], 'sigmoid'>
declare const spamScore: Model<[64], [1], 'linear'>
declare const always: Model<[64], [1], 'softmax'>
declare const masks: Model<[64, 64, 3], [64, 64, 21], 'softmax'>
declare const hidden: Model<[28, 28, 1], [10], 'unknown'>
declare const either: Model<[28, 28, 1], [10], LastActivation>
declare const units: Model<[28, 28, 1], [number], 'softmax'>
// biome-ignore lint/suspicious/noExplicitAny: the shape after a mistake
declare const mistaken: Model<[28, 28, 1], any, any>
declare const logits: boolean
const optimizer = adam()

// what agrees
compile(digits, { loss: 'categoricalCrossentropy', optimizer })
compile(digits, { loss: 'sparseCategoricalCrossentropy', optimizer, metrics: ['accuracy'], seed: 7 })
compile(digits, { loss: sparseCategoricalCrossentropy(), optimizer })
compile(digits, { loss: categoricalCrossentropy({ labelSmoothing: 0.1 }), optimizer })
compile(masks, { loss: 'sparseCategoricalCrossentropy', optimizer, metrics: ['accuracy'] })
compile(scores, { loss: sparseCategoricalCrossentropy({ fromLogits: true }), optimizer })
compile(scores, { loss: categoricalCrossentropy({ fromLogits: true, labelSmoothing: 0.1 }), optimizer })
compile(scores, { loss: 'meanSquaredError', optimizer })
compile(clipped, { loss: meanSquaredError(), optimizer })
compile(shown, { loss: 'binaryCrossentropy', optimizer, metrics: ['accuracy'] })
compile(spam, { loss: binaryCrossentropy({ labelSmoothing: 0.1 }), optimizer })
compile(spamScore, { loss: binaryCrossentropy({ fromLogits: true }), optimizer })
compile(digits, { loss: 'meanSquaredError', optimizer, allow: ['softmax-mse'] })
// what only the run knows
compile(hidden, { loss: 'binaryCrossentropy', optimizer })
compile(hidden, { loss: 'categoricalCrossentropy', optimizer })
compile(either, { loss: 'binaryCrossentropy', optimizer })
compile(units, { loss: 'categoricalCrossentropy', optimizer })
compile(digits, { loss: categoricalCrossentropy({ fromLogits: logits }), optimizer })
// one mistake, one error: this one was reported where the model was made
compile(mistaken, { loss: 'binaryCrossentropy', optimizer })
compile(mistaken, { loss: 'categoricalCrossentropy', optimizer, metrics: ['accuracy'] })

// @ts-expect-error binaryCrossentropy: the last activation must be 'sigmoid' (was 'softmax'); use categoricalCrossentropy, or sigmoid on the last layer
compile(digits, { loss: 'binaryCrossentropy', optimizer })
//                ~~~~

// @ts-expect-error binaryCrossentropy: the last activation must be 'sigmoid' (was 'softmax'); softmax of 1 unit is always 1: use sigmoid on the last layer
compile(always, { loss: 'binaryCrossentropy', optimizer })
//                ~~~~

// @ts-expect-error binaryCrossentropy: the last activation must be 'sigmoid' (was 'linear'); use binaryCrossentropy({ fromLogits: true }), or sigmoid on the last layer
compile(spamScore, { loss: 'binaryCrossentropy', optimizer })
//                   ~~~~

// @ts-expect-error binaryCrossentropy: the last activation must be 'sigmoid' (was 'relu'); use sigmoid on the last layer
compile(clipped, { loss: binaryCrossentropy(), optimizer })
//                 ~~~~

// @ts-expect-error binaryCrossentropy: with fromLogits the last activation must be 'linear' (was 'sigmoid'); leave fromLogits out
compile(spam, { loss: binaryCrossentropy({ fromLogits: true }), optimizer })
//              ~~~~

// @ts-expect-error binaryCrossentropy: with fromLogits the last activation must be 'linear' (was 'softmax'); use categoricalCrossentropy without fromLogits, or no activation on the last layer
compile(digits, { loss: binaryCrossentropy({ fromLogits: true }), optimizer })
//                ~~~~

// @ts-expect-error categoricalCrossentropy: the last activation must be 'softmax' (was 'sigmoid'); use binaryCrossentropy, or softmax on the last layer
compile(shown, { loss: 'categoricalCrossentropy', optimizer })
//               ~~~~

// @ts-expect-error categoricalCrossentropy: the last activation must be 'softmax' (was 'sigmoid'); use binaryCrossentropy
compile(spam, { loss: 'categoricalCrossentropy', optimizer })
//              ~~~~

// @ts-expect-error categoricalCrossentropy: the last activation must be 'softmax' (was 'relu'); use softmax on the last layer
compile(clipped, { loss: 'categoricalCrossentropy', optimizer })
//                 ~~~~

// @ts-expect-error categoricalCrossentropy: the last activation must be 'softmax' (was 'linear'); use categoricalCrossentropy({ fromLogits: true }), or softmax on the last layer
compile(scores, { loss: 'categoricalCrossentropy', optimizer })
//                ~~~~

// @ts-expect-error categoricalCrossentropy: with fromLogits the last activation must be 'linear' (was 'softmax'); leave fromLogits out
compile(digits, { loss: categoricalCrossentropy({ fromLogits: true }), optimizer })
//                ~~~~

// @ts-expect-error sparseCategoricalCrossentropy: the last activation must be 'softmax' (was 'linear'); use sparseCategoricalCrossentropy({ fromLogits: true }), or softmax on the last layer
compile(scores, { loss: 'sparseCategoricalCrossentropy', optimizer, metrics: ['accuracy'] })
//                ~~~~

// @ts-expect-error sparseCategoricalCrossentropy: with fromLogits the last activation must be 'linear' (was 'relu'); use no activation on the last layer
compile(clipped, { loss: sparseCategoricalCrossentropy({ fromLogits: true }), optimizer })
//                 ~~~~

// @ts-expect-error sparseCategoricalCrossentropy: the last layer must have at least 2 units (was 1); use binaryCrossentropy and sigmoid, or a unit for each class
compile(always, { loss: 'sparseCategoricalCrossentropy', optimizer })
//                ~~~~

// @ts-expect-error categoricalCrossentropy: the last layer must have at least 2 units (was 1); use binaryCrossentropy and sigmoid, or a unit for each class
compile(spamScore, { loss: categoricalCrossentropy({ fromLogits: true }), optimizer })
//                   ~~~~

// @ts-expect-error meanSquaredError: the last activation must not be a softmax (was 'softmax'); use categoricalCrossentropy, or allow: ['softmax-mse']
compile(digits, { loss: 'meanSquaredError', optimizer })
//                ~~~~

// @ts-expect-error meanSquaredError: the last activation must not be a softmax (was 'softmax'); softmax of 1 unit is always 1: use no activation on the last layer
compile(always, { loss: 'meanSquaredError', optimizer })
//                ~~~~

// @ts-expect-error compile: loss must be among categoricalCrossentropy, sparseCategoricalCrossentropy, binaryCrossentropy, meanSquaredError (was 'binaryCrosentropy')
compile(spam, { loss: 'binaryCrosentropy', optimizer })
//              ~~~~

// @ts-expect-error metrics: 'accuracy' must go with classes or yes and no (was meanSquaredError); leave it out, the loss is reported
compile(scores, { loss: 'meanSquaredError', optimizer, metrics: ['accuracy'] })
//                                                               ~~~~~~~~~~

// @ts-expect-error meanSquaredError: the last activation must not be a softmax
compile(digits, { loss: 'meanSquaredError', optimizer, metrics: ['accuracy'] })
//                ~~~~

// @ts-expect-error '"accuracy"'
compile(digits, { loss: 'sparseCategoricalCrossentropy', optimizer, metrics: ['acuracy'] })

// @ts-expect-error Did you mean to write 'metrics'?
compile(digits, { loss: 'sparseCategoricalCrossentropy', optimizer, metrcs: ['accuracy'] })

// @ts-expect-error Did you mean to write 'fromLogits'?
compile(scores, { loss: sparseCategoricalCrossentropy({ fromLogit: true }), optimizer })

// @ts-expect-error 'labelSmoothing' does not exist in type
sparseCategoricalCrossentropy({ labelSmoothing: 0.1 })

// @ts-expect-error Did you mean to write 'learningRate'?
adam({ learninRate: 0.1 })

// @ts-expect-error Property 'optimizer' is missing
compile(digits, { loss: 'sparseCategoricalCrossentropy' })

// a wrong loss lights up nothing after it
declare const data: import('shapeproof').NDArray<[number, 28, 28, 1], 'float32'>
// @ts-expect-error binaryCrossentropy: the last activation must be 'sigmoid' (was 'softmax')
const trainer = compile(digits, { loss: 'binaryCrossentropy', optimizer, metrics: ['accuracy'] })
trainer.fit(data, data)
trainer.fit(data, data).then(history => history.accuracy)

// no permission is for a softmax over a single unit
// @ts-expect-error meanSquaredError: the last activation must not be a softmax (was 'softmax'); softmax of 1 unit is always 1
compile(always, { loss: 'meanSquaredError', optimizer, allow: ['softmax-mse'] })
