import {
  adam, add, classIds, compile, conv2d, dense, flatten, frozen, init, input, type LayerShapes, maxPooling2d, model, named, ndarray, type OutputShape,
  parallel, residual, sequential, shared, toJSON, weightShapes,
} from 'shapeproof'

// Layers made of layers that do not fit: of several mistakes the first is told, and wherever the model is used all is quiet.
declare const flag: boolean
const x = input([8, 8, 3])
const v = input([8])

// @ts-expect-error conv2d: kernelSize must be at most 8 to fit height 8 (was 9); use a smaller kernel or padding: 'same'
const a = sequential(x, conv2d({ filters: 3, kernelSize: 9 }), conv2d({ filters: 3, kernelSize: 99 }), dense({ units: 2 }))
//                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
// @ts-expect-error conv2d: kernelSize must be at most 8 to fit height 8 (was 9); use a smaller kernel or padding: 'same'
const b = sequential(x, residual(conv2d({ filters: 3, kernelSize: 9 })), residual(conv2d({ filters: 3, kernelSize: 99 })))
//                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
// @ts-expect-error conv2d: kernelSize must be at most 8 to fit height 8 (was 9); use a smaller kernel or padding: 'same'
const c = sequential(x, sequential(conv2d({ filters: 3, kernelSize: 9 }), flatten()), maxPooling2d({ poolSize: 99 }))
//                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
// @ts-expect-error conv2d: kernelSize must be at most 8 to fit height 8 (was 9); use a smaller kernel or padding: 'same'
const d = sequential(x, parallel('add', conv2d({ filters: 3, kernelSize: 9 }), conv2d({ filters: 3, kernelSize: 10 })), flatten())
//                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
// @ts-expect-error sequential: each part must be a layer (was 'relu')
const e = sequential(x, 'relu', 'softmax')
//                      ~~~~~~
// @ts-expect-error sequential: each part must be a layer (was a function)
const f = sequential(x, flatten, dense)
//                      ~~~~~~~
// @ts-expect-error model: names of layers must differ (was 'a' twice); give one of them another name
const g = sequential(v, dense({ units: 3, name: 'a' }), dense({ units: 3, name: 'a' }), dense({ units: 3, name: 'a' }))
//                                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

const twice = shared('s', dense({ units: 3 }))
// @ts-expect-error shared: 's' must have one kernel (was
const h = model({ inputs: v, outputs: add()([twice(v), twice(twice(v))]) })
//                           ~~~~~~~

for (const broken of [a, b, c, d, e, f, h] as const) {
  compile(broken, { loss: 'binaryCrossentropy', optimizer: adam(), metrics: ['accuracy'] }).fit(ndarray([1], [1]), classIds([1], 3))
  init(broken).then(net => net.predict(ndarray([1], [1])))
  toJSON(broken)
  weightShapes(broken)
  frozen(broken)
}
model({ inputs: x, outputs: a(x) })
model({ inputs: x, outputs: dense({ units: 2 })(flatten()(b(x))) })
model({ inputs: v, outputs: h(v) })
sequential(x, named('a', a), conv2d({ filters: 3, kernelSize: 99 }))
sequential(v, g, dense({ units: 3 }))
sequential(v, h, dense({ units: 3 }))
declare const shapes: LayerShapes<typeof a>
shapes[0].toFixed()

// ---- one of several layers, of which some fail: what is known is of those that fit

const either = flag ? conv2d({ filters: 3, kernelSize: 9 }) : conv2d({ filters: 3, kernelSize: 3 })
const nets = [
  sequential(x, either),
  sequential(x, sequential(either)),
  sequential(x, shared('one', either)),
  sequential(x, frozen(either)),
  sequential(x, parallel('add', either, either)),
] as const
for (const net of nets) {
  const shape: readonly [6, 6, 3] = [] as unknown as OutputShape<typeof net>
  const layers: readonly [readonly [6, 6, 3]] = [] as unknown as LayerShapes<typeof net>
  shape[0] + layers[0][0]
}

// @ts-expect-error residual: its layers must keep the shape [8, 8, 3] (was [6, 6, 3]); use padding: 'same'
sequential(x, residual(either))
//            ~~~~~~~~~~~~~~~~
