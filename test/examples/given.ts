// What code in the README and in doc comments takes as given: data, and models that stand for many.
import { dense, flatten, input, ndarray, sequential } from 'shapeproof'

export const n: number = 6
export const pixels = new Uint8Array(n * 784)
export const bytes = new Uint8Array(n)
export const images = ndarray(pixels, [n, 28, 28, 1])
export const digits = sequential(input([28, 28, 1]), flatten(), dense({ units: 10, activation: 'softmax' }))
export const scores = sequential(input([64]), dense({ units: 10 }))
export const spam = sequential(input([64]), dense({ units: 1 }))
export const prices = sequential(input([8]), dense({ units: 1 }))
