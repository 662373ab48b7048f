// What goes with what: each loss against last activations, units and labels. The compiler and the run both read this table and
// nothing else about losses; a new loss is a new entry here, a description in losses.ts and its formula in the runtime.

/** What a loss asks of the last activation in one of its forms (of probabilities, or of logits), and how to mend what differs. */
interface Form {
  /** `only`: nothing else is legal; `except`: all else is. */
  readonly rule: 'only' | 'except'
  readonly activations: readonly string[]
  /** The sentence's "the last activation must …". */
  readonly must: string
  /** The way out by what the activation was; `other` for those that have none of their own. */
  readonly mend: { readonly other: string; readonly [was: string]: string }
  /** The way out when there is a single unit, where a softmax makes no sense. */
  readonly mendSingle?: { readonly other: string; readonly [was: string]: string }
  /** Permissions of compile's `allow`, by the activation each lets through. */
  readonly permits?: { readonly [was: string]: string }
}

/** What a loss asks of labels. `values` are plain ndarrays. */
interface LabelRule {
  readonly legal: readonly ('ids' | 'oneHot' | 'binary' | 'values')[]
  readonly must: string
  readonly mend: { readonly [was: string]: string }
  /** `output`: the output's shape; `positions`: the output's shape without its last axis, the classes. */
  readonly shape: 'output' | 'positions'
  /** What plain values must be: `distribution` (rows in 0..1 that sum to 1), `unit` (in 0..1) or anything. */
  readonly values: 'distribution' | 'unit' | 'any'
}

interface LossRule {
  readonly leastUnits: number
  readonly mendUnits: string
  readonly plain: Form
  /** Absent where `fromLogits` means nothing. */
  readonly logits?: Form
  /** What the outputs are in the plain form: seen at run time when the last activation is unknown. */
  readonly outputs: 'distribution' | 'unit' | 'any'
  readonly labels: LabelRule
  /** Whether `accuracy` means something. */
  readonly accuracy: boolean
}

const ofClasses = {
  leastUnits: 2,
  mendUnits: 'use binaryCrossentropy and sigmoid, or a unit for each class',
  outputs: 'distribution',
  accuracy: true,
} as const

const softmaxOnly = { rule: 'only', activations: ['softmax'], must: "be 'softmax'" } as const
const linearOnly = { rule: 'only', activations: ['linear'], must: "be 'linear'" } as const

const bySingleUnit = {
  sigmoid: 'use binaryCrossentropy',
  linear: 'use binaryCrossentropy({ fromLogits: true })',
  other: 'use binaryCrossentropy, and sigmoid on the last layer',
} as const

const classLogitsMend = {
  softmax: 'leave fromLogits out',
  sigmoid: 'use binaryCrossentropy without fromLogits, or no activation on the last layer',
  other: 'use no activation on the last layer',
} as const

/** Every loss, with what it asks for. Facts behind it: what other libraries let through, and what came of it. */
export const lossRules = {
  categoricalCrossentropy: {
    ...ofClasses,
    plain: {
      ...softmaxOnly,
      mend: {
        sigmoid: 'use binaryCrossentropy, or softmax on the last layer',
        linear: 'use categoricalCrossentropy({ fromLogits: true }), or softmax on the last layer',
        other: 'use softmax on the last layer',
      },
      mendSingle: bySingleUnit,
    },
    logits: { ...linearOnly, mend: classLogitsMend, mendSingle: bySingleUnit },
    labels: {
      legal: ['oneHot', 'values'],
      must: 'one-hot',
      mend: { ids: 'sparseCategoricalCrossentropy, or oneHot', binary: 'binaryCrossentropy, or oneHot' },
      shape: 'output',
      values: 'distribution',
    },
  },
  sparseCategoricalCrossentropy: {
    ...ofClasses,
    plain: {
      ...softmaxOnly,
      mend: {
        sigmoid: 'use binaryCrossentropy, or softmax on the last layer',
        linear: 'use sparseCategoricalCrossentropy({ fromLogits: true }), or softmax on the last layer',
        other: 'use softmax on the last layer',
      },
      mendSingle: bySingleUnit,
    },
    logits: { ...linearOnly, mend: classLogitsMend, mendSingle: bySingleUnit },
    labels: {
      legal: ['ids'],
      must: 'class ids',
      mend: {
        oneHot: 'categoricalCrossentropy, or classIds',
        binary: 'binaryCrossentropy, or classIds',
        values: 'classIds(values, classes)',
      },
      shape: 'positions',
      values: 'any',
    },
  },
  binaryCrossentropy: {
    leastUnits: 1,
    mendUnits: 'use a unit for each label',
    outputs: 'unit',
    accuracy: true,
    plain: {
      rule: 'only',
      activations: ['sigmoid'],
      must: "be 'sigmoid'",
      mend: {
        softmax: 'use categoricalCrossentropy, or sigmoid on the last layer',
        linear: 'use binaryCrossentropy({ fromLogits: true }), or sigmoid on the last layer',
        other: 'use sigmoid on the last layer',
      },
      mendSingle: {
        softmax: 'softmax of 1 unit is always 1: use sigmoid on the last layer',
        linear: 'use binaryCrossentropy({ fromLogits: true }), or sigmoid on the last layer',
        other: 'use sigmoid on the last layer',
      },
    },
    logits: {
      ...linearOnly,
      mend: {
        sigmoid: 'leave fromLogits out',
        softmax: 'use categoricalCrossentropy without fromLogits, or no activation on the last layer',
        other: 'use no activation on the last layer',
      },
      mendSingle: {
        sigmoid: 'leave fromLogits out',
        softmax: 'softmax of 1 unit is always 1: use no activation on the last layer',
        other: 'use no activation on the last layer',
      },
    },
    labels: {
      legal: ['binary', 'values'],
      must: 'binary',
      mend: { ids: 'sparseCategoricalCrossentropy, or binaryLabels', oneHot: 'categoricalCrossentropy, or binaryLabels' },
      shape: 'output',
      values: 'unit',
    },
  },
  meanSquaredError: {
    leastUnits: 1,
    mendUnits: 'use a unit for each target',
    outputs: 'any',
    accuracy: false,
    plain: {
      rule: 'except',
      activations: ['softmax'],
      must: 'not be a softmax',
      mend: { other: "use categoricalCrossentropy, or allow: ['softmax-mse']" },
      mendSingle: { other: 'softmax of 1 unit is always 1: use no activation on the last layer' },
      permits: { softmax: 'softmax-mse' },
    },
    labels: {
      legal: ['values', 'oneHot', 'binary'],
      must: "an ndarray of the output's shape",
      mend: { ids: 'sparseCategoricalCrossentropy, or oneHot' },
      shape: 'output',
      values: 'any',
    },
  },
} as const satisfies Record<string, LossRule>

/** The table as a type. */
export type LossRules = typeof lossRules

/** The name of a loss. */
export type LossName = keyof LossRules

/** A pair of loss and activation that `compile` lets through only by name. */
export type Allowance = {
  [L in LossName]: LossRules[L]['plain'] extends { readonly permits: infer P } ? P[keyof P] & string : never
}[LossName]

/** The rule of a loss, for the run: the table's literal types give way to what all entries have in common. */
export function ruleOf(name: LossName): LossRule {
  return lossRules[name]
}

/** The names of all losses, in the order of the table, as messages list them. */
export const lossList = 'categoricalCrossentropy, sparseCategoricalCrossentropy, binaryCrossentropy, meanSquaredError'

/** All permissions there are. */
export const allowances: readonly Allowance[] = ['softmax-mse']

export type { Form, LabelRule, LossRule }
