/** How long the loop may hold the thread: a page that answers within this feels awake. */
const LONGEST_MS = 40

/**
 * Lets other work of the thread happen now and then: awaiting a tensor of wasm never leaves the queue of promises, and neither
 * a page nor a timer would get a turn for a whole epoch.
 */
export function createBreather(): () => Promise<void> | undefined {
  let last = performance.now()
  return () => {
    if (performance.now() - last < LONGEST_MS) return undefined
    return new Promise((resolve) => {
      const resume = (): void => {
        last = performance.now()
        resolve()
      }
      // setTimeout waits for at least a millisecond, in nested use for four.
      if (typeof setImmediate === 'function') setImmediate(resume)
      else setTimeout(resume)
    })
  }
}
