import * as tf from '@tensorflow/tfjs-core'
import { type Replacement, install } from './replacement.js'

const replacements: Replacement[] = []

/** Puts our kernels in the place of the wasm backend's; once, before the backend starts. */
export function replaceKernels(): void {
  for (const replacement of replacements) install(replacement)
}
