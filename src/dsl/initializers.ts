/**
 * How weights begin, by name, as in Keras. With fan in and fan out (inputs and outputs of a unit, times the receptive field
 * of a kernel): `glorotUniform` ±√(6 / (in + out)), `glorotNormal` variance 2 / (in + out) (Glorot and Bengio 2010),
 * `heUniform` ±√(6 / in), `heNormal` variance 2 / in (He et al. 2015), both normals cut at two standard deviations.
 */
export const initializerNames = ['glorotUniform', 'glorotNormal', 'heUniform', 'heNormal', 'zeros', 'ones'] as const

/** The name of an initializer, as its option is written. */
export type InitializerName = (typeof initializerNames)[number]
