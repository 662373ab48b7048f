/**
 * Every sentence the library says about shapes, options, losses and labels, once: the compiler's messages and the thrown
 * ones are both filled from here. One voice: who, what it must be, what it was, how to mend it. At most 280 characters when filled.
 */
export const messages = {
  // options
  count: '{who}: {option} must be a whole number of at least 1 (was {was})',
  padding: "{who}: padding must be 'valid', 'same', a whole number of at least 0, or pairs [[top, bottom], [left, right]] (was {was})",
  fraction: '{who}: {option} must be at least 0 and below 1 (was {was})',
  perAxis: '{who}: {option} must be one number, or one for each of the {axes} axes (was {was})',
  flag: '{who}: {option} must be true or false (was {was})',
  oneOf: '{who}: {option} must be one of {names} (was {was})',
  name: "{who}: name must be a text without '/' (was {was})",
  unknownOption: '{who}: options must be of {names} (was {was})',
  missingOption: '{who}: {option} must be given',
  // the shape of the input
  inputRank: '{who}: input must be {must} (was {was})',
  inputSize: 'input: each size must be a whole number of at least 1, or a name (was {was})',
  // windows
  windowTooLarge: "{who}: {option} must be at most {max} to fit {axis} {size} (was {was}); use a smaller {noun} or padding: 'same'",
  stridesAndDilation: '{who}: strides and dilationRate must not both be above 1 (were {strides} and {dilation}); use one of them',
  poolPadding: '{who}: padding must be at most half of poolSize {pool} (was {was})',
  // channels
  dividesInput: "{who}: {option} must divide the input's {size} {axis} (was {was})",
  dividesOption: '{who}: {option} must divide {other} {size} (was {was})',
  // merges and composites
  sameShape: '{who}: inputs must have the same shape (was {first} and {second})',
  twoInputs: '{who}: inputs must be an array of at least 2 symbolic tensors (was {was})',
  oneInput: '{who}: input must be one symbolic tensor (was {was}); make one with input([...])',
  notALayer: 'sequential: each part must be a layer (was {was})',
  keepShape: "residual: its layers must keep the shape {must} (was {was}); use padding: 'same' and as many filters as channels",
  // models
  unusedInput: 'model: every input must lead to an output; leave out the input that does not',
  missingInput: 'model: every tensor must come from the inputs (an input of [{was}] is not among them); add it to inputs',
  unknownSize: "{who}: the last axis must be known to size the weights (was '{was}'); use globalAveragePooling2d() instead of flatten()",
  twoSizes: "model: '{name}' must be one size (was {first} and {second})",
  forwardShape: '{who}: tensor must be {must} (was {was})',
  weightName: "setWeights: there is no weight '{was}'; use one of {names}",
  weightShape: 'setWeights: {path} must be {must} (was {was})',
  notAModel: '{who}: the first argument must be a model (was {was})',
  seed: '{who}: seed must be a whole number (was {was})',
  notModelJSON: 'fromJSON: data must be what toJSON wrote (was {was})',
  unknownKind: "fromJSON: there is no layer of kind '{was}'",
  sameName: "model: names of layers must differ (was '{name}' twice); give one of them another name",
  // data and labels, where they enter
  dataShape: '{who}: shape must be sizes of at least 1, in whole numbers (was {was})',
  dataArray: '{who}: values must be an array or a typed array of numbers (was {was})',
  dataCount: '{who}: {shape} must be given {must} values (was {was})',
  dataEmpty: '{who}: values must not be empty',
  dataFinite: '{who}: values must be finite numbers (was {was} at index {index})',
  dataIds: '{who}: ids must be whole numbers from 0 to {max} (was {was} at index {index}); count classes from 0, or give more classes',
  dataBinary: '{who}: labels must be 0 or 1 (was {was} at index {index}); for more than two classes use classIds',
  dataClasses: '{who}: classes must be a whole number of at least 2 (was {was}); for one yes or no use binaryLabels',
  dataSum: '{who}: labels must be distributions: each sums to 1 (was {was} at position {index}); use oneHot, or divide by the sum',
  dataUnit: '{who}: labels must be in 0..1 (was {was} at index {index})',
  oneHotOf: '{who}: labels must be class ids (was {was}); use classIds(values, classes)',
  notData: '{who}: {option} must be an ndarray or labels (was {was}); use ndarray(values, shape)',
  // losses against the end of the model
  lossName: '{who}: loss must be {must} (was {was})',
  lossOneOutput: '{who}: the model must have one output of one shape (was several by name)',
  lossActivation: '{who}: {form}the last activation must {must} (was {was}); {mend}',
  lossUnits: '{who}: the last layer must have at least {must} units (was {was}); {mend}',
  lossOutputs: "{who}: the model's outputs must be {must} (was {was} in the first batch); {mend}",
  lossOption: '{who}: {option} must be {must} (was {was})',
  // labels and inputs against the model
  labelKind: '{who}: labels must be {must} (was {was}); use {mend}',
  labelClasses: "{who}: labels must be of the model's {must} classes (was {was})",
  labelShape: '{who}: labels must be {must} (was {was}); give them that shape where they are made',
  targetShape: '{who}: y must be {must}, as the output (was {was}); nothing is broadcast',
  inputData: "{who}: {option} must be {must}, as the model's input (was {was})",
  dataOneInput: '{who}: the model must have one input of one shape (has several by name)',
  sampleCount: '{who}: x and y must have as many samples (were {x} and {y})',
  metricLoss: "metrics: '{metric}' must go with classes or yes and no (was {loss}); leave it out, the loss is reported",
  metricName: 'metrics: each must be {must} (was {was})',
  // training
  trainingCount: '{who}: {option} must be a whole number of at least 1 (was {was})',
  trainingSeed: '{who}: seed must be a whole number of at least 0 (was {was})',
  trainingChoice: '{who}: {option} must be {must} (was {was})',
  trainingSplit: '{who}: validationSplit must be at least 0 and below 1 (was {was})',
  trainingSplitEmpty: '{who}: validationSplit must leave samples on both sides (was {was} of {count} samples)',
  trainingBothSplits: '{who}: validationSplit and validationData must not both be given; use one of them',
  trainingOption: '{who}: options must be among {must} (was {was})',
  trainingNaN: 'fit: loss must stay finite (was {was} in epoch {epoch}, batch {batch}); use a smaller learningRate, or scale the data',
  trainingBusy: '{who}: the trainer must be idle (fit is still running); await it first',
  trainingDisposed: '{who}: the trainer must not be disposed; compile the model again',
  // optimizers
  optimizerPositive: '{who}: {option} must be a number above 0 (was {was})',
} as const
