import * as tf from '@tensorflow/tfjs-core'
import type { WasmBackend } from './heap.js'
import { type Kernel, type Replacement, replace } from './replacement.js'

// Replaced: the five operations of two tensors that run on XNNPACK, and PadV2. It knows six axes: with more the shipped kernels print a
// line and leave in the result whatever the heap held there, equal shapes and numbers alone included. Axes that lie side by side and are
// treated alike are seen as one; what is left over is made of several calls.

const most = 6

interface Pair {
  readonly a: tf.TensorInfo
  readonly b: tf.TensorInfo
}

const aligned = ({ shape }: tf.TensorInfo, rank: number): number[] => [...Array<number>(rank - shape.length).fill(1), ...shape]

/** Two shapes with as few axes as say the same: neighbours along which both go on, or one of them stays, are one. */
function merged(a: readonly number[], b: readonly number[]): { a: number[]; b: number[] } {
  const groups: { a: number; b: number; stretched: number }[] = []
  for (const [axis, size] of a.entries()) {
    const other = b[axis] as number
    if (size === 1 && other === 1) continue
    const stretched = Math.sign(size - other) * Number(size === 1 || other === 1)
    const last = groups.at(-1)
    if (last?.stretched !== stretched) groups.push({ a: size, b: other, stretched })
    else Object.assign(last, { a: last.a * size, b: last.b * other })
  }
  return { a: groups.map((group) => group.a), b: groups.map((group) => group.b) }
}

/** x repeated to a shape that it broadcasts to; tiles know any number of axes. */
function repeated(backend: WasmBackend, x: tf.TensorInfo, shape: readonly number[]): tf.TensorInfo {
  const own = aligned(x, shape.length)
  const reps = shape.map((size, axis) => size / (own[axis] as number))
  const tile = tf.getKernel(tf.Tile, 'wasm').kernelFunc
  return tile({ inputs: { x: { ...x, shape: own } }, attrs: { reps }, backend } as unknown as Parameters<
    typeof tile
  >[0]) as tf.TensorInfo
}

const ofTwo = (kernelName: string): Replacement =>
  replace<Pair>(kernelName, (shipped) => (call) => {
    const { inputs, backend } = call
    const { a, b } = inputs
    const rank = Math.max(a.shape.length, b.shape.length)
    if (rank <= most) return shipped(call)
    const shape = tf.backend_util.assertAndGetBroadcastShape(a.shape, b.shape)
    const few = merged(aligned(a, rank), aligned(b, rank))
    if (few.a.length <= most)
      return seenAs(shipped({ ...call, inputs: { a: { ...a, shape: few.a }, b: { ...b, shape: few.b } } }), shape)
    const whole = [repeated(backend, a, shape), repeated(backend, b, shape)] as const
    const flat = whole.map((x) => ({ ...x, shape: [tf.util.sizeFromShape(shape)] })) as unknown as [tf.TensorInfo, tf.TensorInfo]
    const out = shipped({ ...call, inputs: { a: flat[0], b: flat[1] } })
    for (const { dataId } of whole) backend.disposeData(dataId)
    return seenAs(out, shape)
  })

const seenAs = (out: tf.TensorInfo | tf.TensorInfo[], shape: number[]): tf.TensorInfo => ({ ...(out as tf.TensorInfo), shape })

interface Pad {
  readonly x: tf.TensorInfo
}

const isPadded = ([before, after]: readonly [number, number]): boolean => before + after > 0

// An axis, with those behind it that get no padding: a step along it is as long as they are.
function paddedAlong(
  shipped: Kernel<Pad, tf.PadV2Attrs>,
  backend: WasmBackend,
  x: tf.TensorInfo,
  attrs: tf.PadV2Attrs,
): tf.TensorInfo {
  const shape: number[] = []
  const paddings: [number, number][] = []
  for (const [axis, padding] of attrs.paddings.entries()) {
    const size = x.shape[axis] as number
    if (isPadded(padding) || shape.length === 0) {
      shape.push(size)
      paddings.push(padding)
      continue
    }
    const [before, after] = paddings.at(-1) as [number, number]
    shape.push((shape.pop() as number) * size)
    paddings.splice(-1, 1, [before * size, after * size])
  }
  const out = shipped({ inputs: { x: { ...x, shape } }, attrs: { ...attrs, paddings }, backend })
  const sizes = x.shape.map((size, axis) => size + (attrs.paddings[axis] as [number, number]).reduce((sum, side) => sum + side))
  return seenAs(out, sizes)
}

const pad = replace<Pad, tf.PadV2Attrs>(tf.PadV2, (shipped) => (call) => {
  const { inputs, attrs, backend } = call
  if (inputs.x.shape.length <= most) return shipped(call)
  const padded = attrs.paddings.flatMap((padding, axis) => (isPadded(padding) ? [axis] : []))
  // All of them at once, or five axes after the others: the first of all may be one without.
  const rounds = Array.from({ length: Math.max(1, Math.ceil(padded.length / (most - 1))) }, (_, at) =>
    padded.slice(at * (most - 1), (at + 1) * (most - 1)),
  )
  return rounds.reduce<tf.TensorInfo>((x, axes, at) => {
    const paddings = attrs.paddings.map((padding, axis): [number, number] => (axes.includes(axis) ? padding : [0, 0]))
    const out = paddedAlong(shipped, backend, x, { ...attrs, paddings })
    if (at > 0) backend.disposeData(x.dataId)
    return out
  }, inputs.x)
})

export const rankKernels: Replacement[] = [tf.Add, tf.Sub, tf.Multiply, tf.RealDiv, tf.SquaredDifference].map(ofTwo).concat(pad)
