// Which pixel belongs to what: a U-Net (Ronneberger et al. 2015) that finds discs and squares, in images of any size whose sides
// are multiples of 16. Under a minute.
//
//   npm run example examples/04-unet.ts
import {
  adam,
  classIds,
  compile,
  concatenate,
  conv2d,
  conv2dTranspose,
  input,
  maxPooling2d,
  model,
  ndarray,
  type OutputShape,
  sequential,
} from 'shapeproof'
import { quick } from './lib/quick.js'
import { randomFrom } from './lib/random.js'
import type { Same } from './lib/same.js'
import { table } from './lib/terminal.js'

// Helpers return layers, and a description that is used twice stands for two sets of weights.
const twice = <const F extends number>(filters: F) =>
  sequential(
    conv2d({ filters, kernelSize: 3, padding: 'same', activation: 'relu', kernelInitializer: 'heNormal' }),
    conv2d({ filters, kernelSize: 3, padding: 'same', activation: 'relu', kernelInitializer: 'heNormal' }),
  )
const half = maxPooling2d({ poolSize: 2 })
const double = <const F extends number>(filters: F) => conv2dTranspose({ filters, kernelSize: 2, strides: 2 })
const join = concatenate()

// '16*h' is 16 times an h that the data will say. It can be halved four times without a rest.
const image = input(['16*h', '16*w', 3])
const down1 = twice(8)(image) //         ['16*h', '16*w', 8]
const down2 = twice(16)(half(down1)) //  ['8*h', '8*w', 16]
const down3 = twice(24)(half(down2)) //  ['4*h', '4*w', 24]
const down4 = twice(32)(half(down3)) //  ['2*h', '2*w', 32]
const bottom = twice(48)(half(down4)) // ['h', 'w', 48]

// Up again, each time beside what was seen on the way down. Only equal sizes can be joined: with input(['h', 'w', 3]) the
// compiler would say where they may differ.
const up4 = twice(32)(join([down4, double(32)(bottom)]))
const up3 = twice(24)(join([down3, double(24)(up4)]))
const up2 = twice(16)(join([down2, double(16)(up3)]))
const up1 = twice(8)(join([down1, double(8)(up2)]))

// Three probabilities for each pixel: ground, disc, square.
const unet = model({ inputs: image, outputs: conv2d({ filters: 3, kernelSize: 1, activation: 'softmax' })(up1) })

true satisfies Same<(typeof bottom)['shape'], ['h', 'w', 48]>
true satisfies Same<(typeof up4)['shape'], ['2*h', '2*w', 32]>
true satisfies Same<OutputShape<typeof unet>, ['16*h', '16*w', 3]>

console.log(`${table(unet)}\n`)

/** `n` images with a disc and a square in bright colours, some grain, and the class of each pixel. */
function scenes(n: number, height: number, width: number, seed: number) {
  const random = randomFrom(seed)
  const between = (least: number, most: number): number => least + (most - least) * random()
  const pixels = new Float32Array(n * height * width * 3)
  const classes = new Uint8Array(n * height * width)
  for (let i = 0; i < n; i++) {
    const colour = (least: number) => [between(least, 1), between(least, 1), between(least, 1)] as const
    const colours = [[between(0, 0.4), between(0, 0.4), between(0, 0.4)], colour(0.3), colour(0.3)] as const
    const shapes = ([1, 2] as const).map((kind) => ({
      kind,
      x: between(8, width - 8),
      y: between(8, height - 8),
      radius: between(5, 9),
    }))
    for (let at = 0; at < height * width; at++) {
      const [x, y] = [at % width, Math.floor(at / width)]
      const inside = shapes.findLast((shape) => {
        const [dx, dy] = [Math.abs(x - shape.x), Math.abs(y - shape.y)]
        return shape.kind === 1 ? Math.hypot(dx, dy) < shape.radius : Math.max(dx, dy) < shape.radius
      })
      const kind = inside?.kind ?? 0
      classes[i * height * width + at] = kind
      for (const c of [0, 1, 2] as const) pixels[3 * (i * height * width + at) + c] = colours[kind][c] + between(-0.1, 0.1)
    }
  }
  // One label a pixel: Labels<'ids', [number, number, number], 3>.
  return { images: ndarray(pixels, [n, height, width, 3]), ids: classIds(classes, 3, [n, height, width]) }
}

const trainer = compile(unet, {
  optimizer: adam({ learningRate: 2e-3 }),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
  seed: 7,
})
const train = scenes(quick ? 32 : 480, 32, 48, 1)
await trainer.fit(train.images, train.ids, { epochs: quick ? 1 : 8, batchSize: 8 })

// The same weights on images of another size. On 40 by 48 there would be a ShapeError: 40 is not a multiple of 16.
const test = scenes(quick ? 8 : 48, 48, 64, 2)
const guesses = await trainer.predict(test.images)
const marks = (at: number): string => {
  const [ground = 0, disc = 0, square = 0] = guesses.values.subarray(3 * at, 3 * at + 3)
  return disc > Math.max(ground, square) ? 'o' : square > ground ? '#' : '·'
}
const rows = Array.from({ length: 24 }, (_, y) => Array.from({ length: 64 }, (_, x) => marks(2 * y * 64 + x)).join(''))
console.log(`\n${rows.join('\n')}\n`)

const { accuracy } = await trainer.evaluate(test.images, test.ids)
console.log(`pixel accuracy: ${(100 * accuracy).toFixed(1)} %`)
