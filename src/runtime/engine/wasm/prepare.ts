import * as tf from '@tensorflow/tfjs-core'
import { inNode } from '../backends.js'
import { compileSimd } from '../simd/module.js'
import { replaceKernels } from './kernels.js'

type WasmPackage = typeof import('@tensorflow/tfjs-backend-wasm')

/**
 * Tells the wasm backend where its binaries are and replaces the kernels that are missing, wrong or slow; before the backend starts.
 * @param folder where a page serves the .wasm files from; Node finds them in the package
 * @throws where there is no WebAssembly SIMD
 */
export async function prepareWasm(wasm: WasmPackage, folder: string | undefined): Promise<void> {
  const prefix = folder ?? (inNode ? await folderInNode() : undefined)
  if (prefix !== undefined) wasm.setWasmPaths(prefix)
  const env = tf.env()
  if (!(await env.getAsync('WASM_HAS_SIMD_SUPPORT'))) {
    throw new Error("start: backend 'wasm' did not start (no WebAssembly SIMD here); use 'cpu'")
  }
  // The build with threads hides its memory, which our kernels work on, and gained 0.9 to 1.3 times in training.
  env.set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  await compileSimd()
  replaceKernels()
}

// Only in Node, and under names that no bundler for the browser can follow. The package looks beside its own file by itself, but that
// is another file once someone bundles it.
async function folderInNode(): Promise<string | undefined> {
  const names = ['node:module', 'node:path']
  const [module, path] = await Promise.all(names.map((name) => import(/* webpackIgnore: true */ /* @vite-ignore */ name)))
  try {
    const file: string = module.createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')
    return path.dirname(file) + path.sep
  } catch {
    return undefined
  }
}
