// What someone met who had nothing but the package and its README.
import { adam, classIds, compile, type FitOptions, type Model, ndarray, type NDArray, oneHot, type Trainer } from 'shapeproof'

declare const digits: Model<[6], [3], 'softmax'>
declare const n: number
declare const bytes: Uint8Array
const x = ndarray(bytes, [n, 6])
const y = classIds(bytes, 3)
const optimizer = adam()
const loss = 'sparseCategoricalCrossentropy'
const trainer = compile(digits, { loss, optimizer, metrics: ['accuracy'] })

// ---- the keys of the history, where only the run knows
declare const share: number
declare const either: 0 | 0.1
declare const names: 'accuracy'[]
declare const given: FitOptions
async function histories() {
  const split = await trainer.fit(x, y, { validationSplit: share })
  const some: readonly number[] | undefined = split.val_accuracy
  // @ts-expect-error 'split.val_accuracy' is possibly 'undefined'
  split.val_accuracy.at(-1)
  const both = await trainer.fit(x, y, { validationSplit: either })
  // @ts-expect-error 'both.val_loss' is possibly 'undefined'
  both.val_loss.at(-1)
  const open = await trainer.fit(x, y, given)
  // @ts-expect-error 'open.val_loss' is possibly 'undefined'
  open.val_loss.at(-1)
  const listed = compile(digits, { loss, optimizer, metrics: names })
  const history = await listed.fit(x, y, { validationSplit: 0.1 })
  const sure = [history.loss.at(-1), history.val_loss.at(-1)]
  // @ts-expect-error 'history.accuracy' is possibly 'undefined'
  history.accuracy.at(-1)
  // @ts-expect-error 'history.val_accuracy' is possibly 'undefined'
  history.val_accuracy.at(-1)
  const { accuracy } = await listed.evaluate(x, y)
  const maybe: number | undefined = accuracy
  // @ts-expect-error 'number | undefined'
  const must: number = accuracy
  return [some, sure, maybe, must]
}

// ---- options in a variable
const options: FitOptions = { epochs: 2 }
trainer.fit(x, y, options)
trainer.fit(x, y, { ...options, epochs: 3 })
const pair = [x, y]
trainer.fit(x, y, { validationData: pair })
const fixed = [x, y] as const
trainer.fit(x, y, { validationData: fixed })
trainer.fit(x, y, { validationData: n > 3 ? [x, y] : undefined, epochs: undefined, verbose: undefined })

// @ts-expect-error fit: validationData must be a pair [x, y] (was an object)
trainer.fit(x, y, { validationData: { x, y } })
//                  ~~~~~~~~~~~~~~

// @ts-expect-error fit: validationData must be a pair [x, y] (was an ndarray [n, 6])
trainer.fit(x, y, { validationData: x })
//                  ~~~~~~~~~~~~~~

// @ts-expect-error fit: validationData must be a pair [x, y] (was an array of 3)
trainer.fit(x, y, { validationData: [x, y, y] })
//                  ~~~~~~~~~~~~~~

// @ts-expect-error labels must be class ids (was one-hot over 3 classes)
trainer.fit(x, y, { validationData: [x, oneHot(y)] })
//                                      ~~~~~~~~~

// ---- choices are shown, and a misspelt option does not drag the whole type along
// @ts-expect-error Type 'false' is not assignable to type '"auto" | "bar" | "line" | "silent" | undefined'
trainer.fit(x, y, { verbose: false })
//                  ~~~~~~~

// @ts-expect-error "withinBatch"
trainer.fit(x, y, { shuffle: true })
//                  ~~~~~~~

// @ts-expect-error 'callbacks' does not exist in type 'FitOptions'
trainer.fit(x, y, { callbacks: [] })
//                  ~~~~~~~~~

// ---- bare names of types
let any: Trainer = trainer
any = compile(digits, { loss: 'categoricalCrossentropy', optimizer })
export const fitted = (t: Trainer, data: NDArray): Promise<unknown> => t.fit(data, data)
export { any, histories }

// ---- what compile is given
import { type CompileOptions, dense, input, sequential, sgd } from 'shapeproof'
declare const several: Model<[6], { box: [4]; label: [3] }, { box: 'linear'; label: 'softmax' }>

// @ts-expect-error compile: loss must be among categoricalCrossentropy, sparseCategoricalCrossentropy, binaryCrossentropy, meanSquaredError (was 'mse')
compile(digits, { loss: 'mse', optimizer }).fit(x, y)
//                ~~~~

// @ts-expect-error Type '"categorical"' is not assignable to type '"categoricalCrossentropy"'
compile(digits, { loss: 'categorical', optimizer })
//                ~~~~

// @ts-expect-error compile: loss must be among categoricalCrossentropy
compile(several, { loss: { box: 'mse', label: 'categoricalCrossentropy' }, optimizer })
//                         ~~~

// @ts-expect-error compile: optimizer must be adam() or sgd() (was 'adam')
compile(digits, { loss, optimizer: 'adam' })
//                      ~~~~~~~~~

// @ts-expect-error compile: optimizer must be adam() or sgd() (was a function)
compile(digits, { loss, optimizer: adam })
//                      ~~~~~~~~~

// @ts-expect-error compile: the first argument must be a model, which begins with an input([...]) (was a layer)
compile(sequential(dense({ units: 3, activation: 'softmax' })), { loss, optimizer })
//      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error compile: the first argument must be a model, which begins with an input([...]) (was a layer)
compile(dense({ units: 3 }), { loss: 'mse', optimizer }).fit(1, 2)
//      ~~~~~~~~~~~~~~~~~~~

declare const optimizers: ReturnType<typeof adam> | ReturnType<typeof sgd>
compile(digits, { loss, optimizer: optimizers, metrics: undefined, seed: undefined, allow: undefined })
const bare: CompileOptions = { loss, optimizer, metrics: ['accuracy'] }
compile(digits, bare).fit(x, y)
compile(sequential(input([6]), dense({ units: 3, activation: 'softmax' })), bare).fit(x, y)

// ---- bare names of types, again
import { init, type InputShape, type Labels, type Net } from 'shapeproof'
export const take = (m: Model, labels: Labels, net: Net): unknown => [m, labels, net]
export async function bareNames() {
  take(digits, y, await init(digits))
  take(several, oneHot(y), await init(several))
  const t: Trainer<'sparseCategoricalCrossentropy', 'accuracy', typeof digits> = trainer
  const nothing: InputShape<Model> = [1]
  return [t, nothing]
}

// ---- sizes that are spread
const sizes = [20, ...[5]]
ndarray(bytes, [n, ...[2, 3]] as const)
ndarray(bytes, [20, ...sizes])
ndarray(bytes, sizes)
classIds(bytes, 3, [20, ...sizes])

// ---- wrong ends of a model
import { model, residual } from 'shapeproof'
const start = input([6])
const end = dense({ units: 3 })(start)

// @ts-expect-error model: inputs must be a symbolic tensor, or an object of them by name (was an array)
model({ inputs: [start], outputs: end })
//      ~~~~~~

// @ts-expect-error model: outputs must be a symbolic tensor, or an object of them by name (was an array)
model({ inputs: start, outputs: [end] })
//                     ~~~~~~~

// @ts-expect-error residual: its argument must be one layer (was several); put several in sequential(...)
sequential(start, residual(dense({ units: 6 }), dense({ units: 6 })))
