import * as tf from '@tensorflow/tfjs-core'

/** The backends that start() knows; wasm comes with shapeproof, the others are packages of their own. */
export type BackendName = 'wasm' | 'cpu' | 'webgl' | 'webgpu'

/** Where code runs decides which backends can: Node has no graphics, and its wasm needs the path of the binaries. */
export const inNode = typeof process === 'object' && typeof process.versions?.node === 'string'

/** In the order in which start() tries them. */
export const preferred: readonly BackendName[] = inNode ? ['wasm'] : ['webgpu', 'webgl', 'wasm']

// Each name is written out, for bundlers only follow literal imports, and stands in a try of its own, for then they pass over packages that
// are not installed: all but wasm are optional. The compiler has no types for those that are missing here.
const packages: Record<BackendName, () => Promise<unknown>> = {
  wasm: () => import('@tensorflow/tfjs-backend-wasm'),
  cpu: async () => {
    try {
      return await import('@tensorflow/tfjs-backend-cpu')
    } catch (error) {
      throw explained('cpu', error)
    }
  },
  webgl: async () => {
    try {
      // @ts-ignore optional package
      return await import('@tensorflow/tfjs-backend-webgl')
    } catch (error) {
      throw explained('webgl', error)
    }
  },
  webgpu: async () => {
    try {
      // @ts-ignore optional package
      return await import('@tensorflow/tfjs-backend-webgpu')
    } catch (error) {
      throw explained('webgpu', error)
    }
  },
}

/** All backends there are. */
export const backends = Object.keys(packages) as readonly BackendName[]

/**
 * Imports the package of a backend, which registers it.
 * @throws one sentence that names the package when it is not installed
 */
export function importBackend(name: BackendName): Promise<unknown> {
  return packages[name]()
}

/** The package itself may be there and something inside it fail: that error says more than ours. */
function explained(name: BackendName, error: unknown): unknown {
  if (!isMissing(error, `@tensorflow/tfjs-backend-${name}`)) return error
  return new Error(`start: backend '${name}' needs the package @tensorflow/tfjs-backend-${name}; install it`, { cause: error })
}

function isMissing(error: unknown, name: string): boolean {
  const { code, message } = error as { code?: string; message?: string }
  // Node gives a code; bundlers and browsers only a message that names the package or its stub.
  if (code !== undefined && code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') return false
  return typeof message === 'string' && message.includes(name)
}

/**
 * Makes tfjs switch to an imported backend.
 * @throws when it does not start or another one runs afterwards; the backend that ran before is back in place then
 */
export async function switchTo(name: BackendName): Promise<void> {
  const before = tf.getBackend()
  const failure = watchFactory(name)
  let started = false
  let reason = ''
  try {
    started = await quietly(() => tf.setBackend(name))
  } catch (error) {
    reason = text(error)
  }
  if (started && tf.getBackend() === name) return
  reason ||= text(failure()) || (started ? `tfjs runs '${tf.getBackend()}'` : 'tfjs gives no reason')
  // Without this the next operation would start whatever tfjs likes best, in silence.
  if (before && before !== name && tf.findBackend(before) !== null) await tf.setBackend(before)
  const wayOut = name === 'wasm' ? "use 'cpu'" : "use 'wasm'"
  throw new Error(`start: backend '${name}' did not start (${reason}); ${wayOut}`)
}

/** tfjs prints why a backend fails and returns false: its factory is wrapped to keep the reason. Returns a function that tells it. */
function watchFactory(name: BackendName): () => unknown {
  let failure: unknown
  const factory = tf.findBackendFactory(name)
  if (factory === undefined || isRunning(name)) return () => failure
  tf.removeBackend(name)
  tf.registerBackend(
    name,
    () => {
      const keep = (error: unknown): never => {
        failure = error
        throw error
      }
      try {
        const made = factory()
        return made instanceof Promise ? made.catch(keep) : made
      } catch (error) {
        return keep(error)
      }
    },
    1,
  )
  return () => failure
}

function isRunning(name: BackendName): boolean {
  return (tf.engine() as unknown as { registry: Record<string, unknown> }).registry[name] !== undefined
}

function text(error: unknown): string {
  if (error === undefined) return ''
  const { message } = error as { message?: unknown }
  return (typeof message === 'string' ? message : String(error)).replace(/[.\s]+$/, '')
}

/** Runs something without tfjs's warnings; they fall silent where this flag is set, and say nothing that our errors don't. */
async function quietly<T>(run: () => Promise<T>): Promise<T> {
  const env = tf.env()
  const before = env.getBool('IS_TEST')
  env.set('IS_TEST', true)
  try {
    return await run()
  } finally {
    env.set('IS_TEST', before)
  }
}
