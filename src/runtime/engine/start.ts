import * as tf from '@tensorflow/tfjs-core'
import { describe } from '../../dsl/data/check.js'
import { checkNames } from '../../dsl/option-names.js'
import { refuse } from '../../types/message.js'
import { type BackendName, backends, importBackend, preferred, switchTo } from './backends.js'
import { correctCpuKernels } from './cpu-kernels.js'
import { registerGradients } from './gradients.js'
import { separateNumericPadding } from './numeric-padding.js'
import { withoutItsListeners } from './wasm/listeners.js'

export type { BackendName }

export interface StartOptions {
  /** Which backend to run on. Unless told: wasm in Node; in a browser the first of webgpu, webgl, wasm that starts. */
  backend?: 'wasm' | 'cpu' | 'webgl' | 'webgpu' | undefined
  /** Browser only: the folder (a URL that ends in /) from which the page serves the .wasm files of tfjs-backend-wasm. */
  wasmPaths?: string | undefined
}

export interface Started {
  backend: string
}

let current: Started | undefined
let pending: { wanted: BackendName | undefined; done: Promise<Started> } | undefined

/**
 * Starts the engine: its backend, its gradients and, on wasm, our kernels. May be called again: with the same backend or without one
 * nothing happens, with another one the engine switches. Concurrent calls for the same backend share one promise.
 * @returns the backend that runs
 * @throws ShapeError when options are none of these; Error when the backend's package is missing or it does not start; never falls back in silence
 */
export async function start(options: StartOptions = {}): Promise<Started> {
  const { backend, wasmPaths } = checked(options)
  return begin(backend, wasmPaths)
}

function begin(wanted: BackendName | undefined, wasmPaths: string | undefined): Promise<Started> {
  if (pending !== undefined && (wanted === undefined || pending.wanted === wanted)) return pending.done
  const before = pending?.done.catch(() => {}) ?? Promise.resolve()
  const done = before.then(() => launch(wanted, wasmPaths))
  const entry = { wanted, done }
  pending = entry
  const settle = () => {
    if (pending === entry) pending = undefined
  }
  done.then(settle, settle)
  return done
}

function checked(options: StartOptions): StartOptions {
  checkNames('start', options, ['backend', 'wasmPaths'])
  const { backend, wasmPaths } = options
  if (backend !== undefined && !backends.includes(backend)) {
    refuse('trainingChoice', {
      who: 'start',
      option: 'backend',
      must: `one of ${backends.map(describe).join(', ')}`,
      was: describe(backend),
    })
  }
  if (wasmPaths !== undefined && typeof wasmPaths !== 'string') {
    refuse('trainingChoice', { who: 'start', option: 'wasmPaths', must: "a URL that ends in '/'", was: describe(wasmPaths) })
  }
  return options
}

/** Starts the default backend if none runs yet; what runs otherwise. */
export function ensureStarted(): Promise<Started> {
  return start()
}

async function launch(wanted: BackendName | undefined, wasmPaths: string | undefined): Promise<Started> {
  if (current !== undefined) {
    // Someone may have called tf.setBackend since: what tfjs says counts.
    current = { backend: tf.getBackend() }
    if (wanted === undefined || wanted === current.backend) return current
  }
  await registerGradients()
  const backend = wanted ?? (await firstThatStarts(wasmPaths))
  if (wanted !== undefined) await bring(wanted, wasmPaths)
  current = { backend }
  return current
}

async function firstThatStarts(wasmPaths: string | undefined): Promise<BackendName> {
  const reasons: string[] = []
  for (const name of preferred) {
    try {
      await bring(name, wasmPaths)
      return name
    } catch (error) {
      reasons.push((error as Error).message)
    }
  }
  throw new Error(reasons.length === 1 ? reasons[0] : `start: no backend started: ${reasons.join('; ')}`)
}

async function bring(name: BackendName, wasmPaths: string | undefined): Promise<void> {
  const imported = await importBackend(name)
  if (name === 'wasm') {
    const { prepareWasm } = await import('./wasm/prepare.js')
    await prepareWasm(imported as typeof import('@tensorflow/tfjs-backend-wasm'), wasmPaths)
  }
  if (name === 'cpu') correctCpuKernels()
  separateNumericPadding(name)
  await (name === 'wasm' ? withoutItsListeners(() => switchTo(name)) : switchTo(name))
  // The cpu backend greets on its first use in Node and recommends a package that does not install there any more.
  if (name === 'cpu') (tf.backend() as unknown as { firstUse: boolean }).firstUse = false
}
