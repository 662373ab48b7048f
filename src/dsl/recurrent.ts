import type { ActivationName } from './activations.js'
import type { InitializerName, KernelInitializerName } from './initializers.js'
import type { Layer, ManyLayer } from './layer.js'
import {
  activationName,
  count,
  flag,
  initializerName,
  kernelInitializerName,
  layerName,
  type OptionChecks,
  required,
  type Weighted,
} from './options.js'

/** Options of every recurrent layer. */
export interface RecurrentOptions<RecurrentInitializer = KernelInitializerName> extends Weighted {
  /** Applied to what is new in each step. Default `'tanh'`. */
  readonly activation?: ActivationName | undefined
  /** Whether a bias is added. Default true. */
  readonly useBias?: boolean | undefined
  /** Default `'glorotUniform'`. */
  readonly kernelInitializer?: KernelInitializerName | undefined
  /** Default `'orthogonal'`, which keeps lengths. */
  readonly recurrentInitializer?: RecurrentInitializer | undefined
  /** Default `'zeros'`. */
  readonly biasInitializer?: InitializerName | undefined
  /** Whether the outputs of all steps are returned, and not of the last alone. Default false; a recurrent layer behind needs true. */
  readonly returnSequences?: boolean | undefined
  /** Whether the last states are returned behind the output, in a list. Default false; a `sequential` takes no such layer. */
  readonly returnState?: boolean | undefined
  /** Whether the steps are taken from the last to the first. Default false. */
  readonly goBackwards?: boolean | undefined
}

/** Options of the recurrent layers of units. */
export interface UnitsOptions<RecurrentInitializer = KernelInitializerName> extends RecurrentOptions<RecurrentInitializer> {
  /** Size of the output of a step and of the state. */
  readonly units: number
}

/** Options of the layers with gates. */
export interface GateOptions {
  /** Applied to the gates. Default `'sigmoid'`. */
  readonly recurrentActivation?: ActivationName | undefined
}

/** The checks of {@link RecurrentOptions}. */
export const recurrentChecks = {
  activation: activationName,
  useBias: flag,
  kernelInitializer: kernelInitializerName,
  recurrentInitializer: kernelInitializerName,
  biasInitializer: initializerName,
  returnSequences: flag,
  returnState: flag,
  goBackwards: flag,
  name: layerName,
} satisfies OptionChecks<RecurrentOptions>

/** The checks of {@link UnitsOptions}. */
export const unitsChecks = { units: required(count), ...recurrentChecks } satisfies OptionChecks<UnitsOptions>

/** What the options are where they are not given. */
export const recurrentDefaults = {
  activation: 'tanh',
  useBias: true,
  kernelInitializer: 'glorotUniform',
  recurrentInitializer: 'orthogonal',
  biasInitializer: 'zeros',
  returnSequences: false,
  returnState: false,
  goBackwards: false,
} as const

/** A layer of one output, unless its options may ask for states. */
export type Recurrent<G, O> = 'returnState' extends keyof O
  ? O['returnState'] extends false | undefined
    ? Layer<G, O>
    : ManyLayer<G, O>
  : Layer<G, O>

/** The name of a weight of an inner layer, behind the name of that layer. */
export const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
