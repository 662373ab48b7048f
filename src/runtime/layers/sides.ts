import { extentOf } from '../../types/extent.js'

/** An option that is one number for both directions, or one for each. */
export function both(value: number | readonly [number, number]): [number, number] {
  return typeof value === 'number' ? [value, value] : [value[0], value[1]]
}

/** An option that is one number for all axes, or one for each. */
export function each(axes: number, value: number | readonly number[]): number[] {
  return typeof value === 'number' ? Array<number>(axes).fill(value) : [...value]
}

/** Padding as options say it, of any number of axes. */
export type Padding = 'valid' | 'same' | number | readonly (readonly [number, number])[]

/** Zeros `[before, after]` along one axis; `'same'` as TensorFlow pads: the odd one goes after. */
export function sidesOf(
  padding: Padding,
  axis: number,
  size: number,
  kernel: number,
  stride: number,
  dilation: number,
): [number, number] {
  if (padding === 'valid') return [0, 0]
  if (typeof padding === 'number') return [padding, padding]
  if (padding !== 'same') return [...(padding[axis] as readonly [number, number])]
  const total = Math.max((Math.ceil(size / stride) - 1) * stride + extentOf(kernel, dilation) - size, 0)
  return [Math.floor(total / 2), Math.ceil(total / 2)]
}

/** Padding as tfjs-core takes it for two axes: modes as they are, everything else side by side. */
export function corePadding(
  padding: Padding,
): 'valid' | 'same' | [[number, number], [number, number], [number, number], [number, number]] {
  if (padding === 'valid' || padding === 'same') return padding
  const [[top, bottom], [left, right]] = (typeof padding === 'number' ? Array(2).fill([padding, padding]) : padding) as [
    [number, number],
    [number, number],
  ]
  return [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ]
}
