// tfjs-core's main file registers no gradients, and some of those it has are wrong; start() calls this once.

let registered: Promise<void> | undefined

/**
 * Registers the gradient of every operation, ours last. Shared by concurrent calls.
 * Loaded on demand, so that importing shapeproof starts nothing and a page that only predicts can leave the bundle out.
 */
export function registerGradients(): Promise<void> {
  registered ??= (async () => {
    await import('./gradients.bundle.js')
    const { correctGradients } = await import('./corrected/index.js')
    correctGradients()
  })().catch((error) => {
    registered = undefined
    throw error
  })
  return registered
}
