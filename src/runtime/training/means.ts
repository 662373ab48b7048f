import type { Values } from './step.js'

/** Means over samples, gathered batch by batch: a smaller last batch weighs less. */
export class Means {
  private readonly sums: Values = {}
  private samples = 0

  /** Takes in the means of a batch of so many samples. */
  add(values: Values, samples: number): void {
    for (const [key, value] of Object.entries(values)) this.sums[key] = (this.sums[key] ?? 0) + value * samples
    this.samples += samples
  }

  /** The means so far, keys as they came, with a prefix if need be. */
  read(prefix = ''): Values {
    return Object.fromEntries(Object.entries(this.sums).map(([key, sum]) => [prefix + key, sum / this.samples]))
  }
}
