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
  twoInputs: '{who}: inputs must be an array of at least 2 tensors (was {was})',
  oneInput: '{who}: input must be one tensor (was an array)',
  keepShape: "residual: its layers must keep the shape {must} (was {was}); use padding: 'same' and as many filters as channels",
} as const
