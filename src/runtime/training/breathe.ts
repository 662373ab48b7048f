/** How long the loop may hold the thread: a page that answers within this feels awake. */
const LONGEST_MS = 40

// One clock for all loops: an epoch of a few milliseconds must not start it anew.
let last = 0

/**
 * Lets other work of the thread happen now and then: awaiting a tensor of wasm never leaves the queue of promises, and neither a
 * page, a timer nor Ctrl-C would get a turn until training ends. Nothing to wait for most of the time.
 */
export function breathe(): Promise<void> | undefined {
  if (performance.now() - last < LONGEST_MS) return undefined
  return new Promise((resolve) => {
    const resume = (): void => {
      last = performance.now()
      resolve()
    }
    if (typeof setImmediate === 'function') {
      setImmediate(resume)
      return
    }
    // Browsers hold a chain of setTimeouts back by four milliseconds each; a message to oneself waits for nothing.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resume()
    }
    port2.postMessage(undefined)
  })
}
