// The wasm backend's loader listens to Node's uncaughtException and unhandledRejection, and throws again what it hears: with that, every
// uncaught error of a program, whosever it is, printed a line of the loader's bundle and ended in exit code 7.

type Listener = (...args: never[]) => void

/** What is used of Node's `process`. */
interface Emitter {
  listeners(event: string): Listener[]
  removeListener(event: string, listener: Listener): unknown
}

const events = ['uncaughtException', 'unhandledRejection']

// Others may begin to listen while the backend loads. Those of the loader are short and throw; one of a program that does the same does
// what Node does without it.
function isLoaders(listener: Listener): boolean {
  const text = String(listener)
  return text.length < 200 && /^function\s*\(\w+\)\s*\{[\s\S]*\bthrow \w+;?\s*\}[\s\S]*$/.test(text)
}

/** Runs what loads the backend; takes off the listeners that it left on `process`, and no others. */
export async function withoutItsListeners<T>(run: () => Promise<T>): Promise<T> {
  const { process } = globalThis as unknown as { process?: Partial<Emitter> }
  if (process?.listeners === undefined || process.removeListener === undefined) return run()
  const emitter = process as Emitter
  const before = events.map((event) => new Set(emitter.listeners(event)))
  try {
    return await run()
  } finally {
    for (const [at, event] of events.entries()) {
      const added = emitter.listeners(event).filter((listener) => !before[at]?.has(listener))
      for (const listener of added.filter(isLoaders)) emitter.removeListener(event, listener)
    }
  }
}
