import type { Values } from './step.js'

/** What is known when an epoch begins. */
export interface EpochStart {
  /** From 1. */
  readonly epoch: number
  readonly epochs: number
  /** Samples that the epoch trains on. */
  readonly samples: number
}

/** What is known when an epoch ends. */
export interface EpochEnd extends EpochStart {
  /** Training alone, without validation. */
  readonly seconds: number
  /** Means of the epoch: `loss`, metrics, and `val_` keys if there was validation. */
  readonly values: Values
}

/** Someone who looks on while the loop runs: progress today, callbacks later. */
export interface Watcher {
  epochBegin?(start: EpochStart): void | Promise<void>
  /** After each batch: samples seen in this epoch, and the means so far. */
  batchEnd?(seen: number, values: () => Values): void
  epochEnd?(end: EpochEnd): void | Promise<void>
  /** Always called, after an error too. */
  close?(): void
}
