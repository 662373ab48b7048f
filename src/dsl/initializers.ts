/**
 * How weights begin, by name, as in Keras. With fan in and fan out (inputs and outputs of a unit, times the receptive field
 * of a kernel): `glorotUniform` ±√(6 / (in + out)), `glorotNormal` variance 2 / (in + out) (Glorot and Bengio 2010),
 * `heUniform` ±√(6 / in), `heNormal` variance 2 / in (He et al. 2015), both normals cut at two standard deviations.
 */
export const initializerNames = ['glorotUniform', 'glorotNormal', 'heUniform', 'heNormal', 'zeros', 'ones'] as const

/** The name of an initializer, as its option is written. */
export type InitializerName = (typeof initializerNames)[number]

/** Those of weights with two axes or more, as kernels are: `orthogonal` has columns of length 1 at right angles (Saxe et al. 2014). */
export const kernelInitializerNames = [...initializerNames, 'orthogonal'] as const

/** The name of an initializer of a kernel. */
export type KernelInitializerName = (typeof kernelInitializerNames)[number]

/** Those of weights that are a matrix: `identity` passes every value on as it is, and needs a square one. */
export const matrixInitializerNames = [...kernelInitializerNames, 'identity'] as const

/** The name of an initializer of a matrix. */
export type MatrixInitializerName = (typeof matrixInitializerNames)[number]
