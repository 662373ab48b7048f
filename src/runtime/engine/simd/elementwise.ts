import { f32, i32, type Local, loopWhile, type Procedure, procedure, select, v128 } from './assembler.js'
import type { Code } from './encoding.js'

// Written once for four floats at a time and once for the rest, out of the same expressions: both round alike, so a result does not
// depend on where in a tensor an element stands.
interface Arithmetic {
  load(address: Code): Code
  store(address: Code, value: Code): Code
  add(a: Code, b: Code): Code
  sub(a: Code, b: Code): Code
  mul(a: Code, b: Code): Code
  div(a: Code, b: Code): Code
  sqrt(a: Code): Code
  min(a: Code, b: Code): Code
  max(a: Code, b: Code): Code
  /** A float32 parameter as an operand. */
  scalar(a: Code): Code
  /** a where x > 0, else 0. */
  wherePositive(x: Code, a: Code): Code
}

const fourAtOnce: Arithmetic = {
  ...v128,
  scalar: v128.splat,
  wherePositive: (x, a) => v128.and(a, v128.gt(x, v128.zero)),
}
const oneAtATime: Arithmetic = {
  ...f32,
  scalar: (a) => a,
  wherePositive: (x, a) => select(a, f32.zero, f32.gt(x, f32.zero)),
}

/** A procedure over `arrays` tensors of one size: addresses first, then the count of elements, then `scalars` float32 parameters. */
function elementwise<Name extends string>(
  name: Name,
  arrays: number,
  scalars: number,
  write: (arithmetic: Arithmetic, arrays: Code[], scalars: Code[]) => Code,
): Procedure<Name> {
  return procedure(name, `${'i'.repeat(arrays + 1)}${'f'.repeat(scalars)}`, (parameters) => {
    const [addresses, count] = [parameters.slice(0, arrays), parameters[arrays] as Local]
    const turn = (arithmetic: Arithmetic, elements: number): Code => [
      ...write(
        arithmetic,
        addresses.map(({ get }) => get),
        parameters.slice(arrays + 1).map(({ get }) => arithmetic.scalar(get)),
      ),
      ...addresses.flatMap((address) => address.advance(4 * elements)),
      ...count.advance(-elements),
    ]
    return [...loopWhile(i32.ge(count.get, i32.of(4)), turn(fourAtOnce, 4)), ...loopWhile(count.get, turn(oneAtATime, 1))]
  })
}

/** reluGradient(x, dy, dx, count): dx = dy where x > 0, else 0. */
export const reluGradient = elementwise('reluGradient', 3, 0, ({ load, store, wherePositive }, [x, dy, dx]) =>
  store(dx as Code, wherePositive(load(x as Code), load(dy as Code))),
)

/** clip(x, out, count, least, most): out = x between the two; NaN stays NaN. */
export const clip = elementwise('clip', 2, 2, ({ load, store, min, max }, [x, out], [least, most]) =>
  store(out as Code, min(max(load(x as Code), least as Code), most as Code)),
)

/** multiplyAdd(sums, a, b, count): sums += a b. */
export const multiplyAdd = elementwise('multiplyAdd', 3, 0, ({ load, store, add, mul }, arrays) => {
  const [sums, a, b] = arrays as [Code, Code, Code]
  return store(sums, add(load(sums), mul(load(a), load(b))))
})

/**
 * adamStep(variable, first, second, gradient, count, beta1, 1 - beta1, beta2, 1 - beta2, alpha, epsilon), all in place:
 * first = beta1 first + (1 - beta1) g, second = beta2 second + (1 - beta2) g², variable -= alpha first / (sqrt(second) + epsilon).
 */
export const adamStep = elementwise('adamStep', 4, 6, ({ load, store, add, sub, mul, div, sqrt }, arrays, scalars) => {
  const [variable, first, second, gradient] = arrays as [Code, Code, Code, Code]
  const [beta1, rest1, beta2, rest2, alpha, epsilon] = scalars as [Code, Code, Code, Code, Code, Code]
  return [
    ...store(first, add(mul(load(first), beta1), mul(load(gradient), rest1))),
    ...store(second, add(mul(load(second), beta2), mul(mul(load(gradient), load(gradient)), rest2))),
    ...store(variable, sub(load(variable), div(mul(load(first), alpha), add(sqrt(load(second)), epsilon)))),
  ]
})

/** sgdStep(variable, gradient, count, rate), in place: variable -= rate g. */
export const sgdStep = elementwise('sgdStep', 2, 1, ({ load, store, sub, mul }, arrays, [rate]) => {
  const [variable, gradient] = arrays as [Code, Code]
  return store(variable, sub(load(variable), mul(load(gradient), rate as Code)))
})

/** momentumStep(variable, velocity, gradient, count, momentum, rate), in place: velocity = momentum velocity - rate g, variable += velocity. */
export const momentumStep = elementwise('momentumStep', 3, 2, ({ load, store, add, sub, mul }, arrays, scalars) => {
  const [variable, velocity, gradient] = arrays as [Code, Code, Code]
  const [momentum, rate] = scalars as [Code, Code]
  return [
    ...store(velocity, sub(mul(load(velocity), momentum), mul(load(gradient), rate))),
    ...store(variable, add(load(variable), load(velocity))),
  ]
})

/** nesterovStep: as momentumStep, but variable += momentum velocity - rate g, with the new velocity. */
export const nesterovStep = elementwise('nesterovStep', 3, 2, ({ load, store, add, sub, mul }, arrays, scalars) => {
  const [variable, velocity, gradient] = arrays as [Code, Code, Code]
  const [momentum, rate] = scalars as [Code, Code]
  return [
    ...store(velocity, sub(mul(load(velocity), momentum), mul(load(gradient), rate))),
    ...store(variable, add(load(variable), sub(mul(load(velocity), momentum), mul(load(gradient), rate)))),
  ]
})
