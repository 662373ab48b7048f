import type { Add, Multiply, Subtract } from './whole.js'

/** What a kernel of K elements at a distance of D covers: (K - 1) * D + 1. */
export type Extent<K extends number, D extends number> = D extends 1 ? K : Add<Multiply<Subtract<K, 1>, D>, 1>

/** Run-time twin of {@link Extent}. */
export function extentOf(kernel: number, dilation: number): number {
  return (kernel - 1) * dilation + 1
}
