import { add, conv2d, dense, flatten, input, model, sequential, weights } from 'shapeproof'

// Sizes that a model can't begin with, and kernels of too many or too few values. Each sentence is thrown at run time too, word for word.

// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was 0)
input([0, 1])
//     ~
// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was 1.5)
input([1.5])
//     ~~~
// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was -28)
input([28, -28, 1])
//         ~~~
// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was 1e+21)
input([3, 1e21])
//        ~~~~

// ---- names

// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was '16h')
input(['16h'])
//     ~~~~~
// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was '')
input(['h', ''])
//          ~~
// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was 'image height')
input(['image height', 'w', 3])
//     ~~~~~~~~~~~~~~
// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was 'h-2')
input(['h', 'h-2'])
//          ~~~~~
// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was '1*h')
input(['1*h'])
//     ~~~~~
// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was '0*h')
input(['0*h'])
//     ~~~~~
// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was '2.5*h')
input(['2.5*h'])
//     ~~~~~~~
// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was '016*h')
input(['016*h'])
//     ~~~~~~~
// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was 'h*16')
input(['h*16'])
//     ~~~~~~
// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was '16*h*w')
input(['16*h*w'])
//     ~~~~~~~~
// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was '16*')
input(['16*'])
//     ~~~~~
// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was 'größe')
input(['größe'])
//     ~~~~~~~
// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was 'the height of each i… kilometres')
input(['the height of each image, in kilometres'])
//     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// ---- one mistake, one error: of two the first speaks, and nothing after it

// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was 0)
input([0, 0, 1.5])
//     ~
const wrong = sequential(
  // @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was 0)
  input([0, 4]),
//       ~
  flatten(),
)
// @ts-expect-error input: each size must be a whole number of at least 1, or a name such as 'h' or '16*h' (was 0)
const x = input([0, 28, 3])
//               ~
const net = model({ inputs: x, outputs: add()([x, conv2d({ filters: 3, kernelSize: 3, padding: 'same' })(x)]) })

// ---- values of a kernel, written out

// @ts-expect-error weights: [2, 2] must be given 4 values (was 3)
weights([1, 2, 3], [2, 2])
//      ~~~~~~~~~
// @ts-expect-error weights: [2, 2] must be given 4 values (was 5)
weights([1, 2, 3, 4, 5], [2, 2])
//      ~~~~~~~~~~~~~~~
// @ts-expect-error weights: values must not be empty
weights([], [2, 2])
//      ~~
// @ts-expect-error weights: shape must be sizes of at least 1, in whole numbers (was [0, 2])
weights([1, 2, 3], [0, 2])
//                 ~~~~~~
// @ts-expect-error weights: values must be one flat list of numbers (was an array at index 0); flatten it first, with .flat()
weights([[1, 2], [3, 4]], [2, 2])
//      ~~~~~~~~~~~~~~~~
// @ts-expect-error weights: values must be one flat list of numbers (was an array at index 0); flatten it first, with .flat(Infinity)
weights([[[1, 2], [3, 4]]], [2, 2])
//      ~~~~~~~~~~~~~~~~~~
const edges = conv2d({
  // @ts-expect-error weights: [3, 3, 1, 1] must be given 9 values (was 8)
  kernel: weights([1, 0, -1, 2, -2, 1, 0, -1], [3, 3, 1, 1]),
//                ~~~~~~~~~~~~~~~~~~~~~~~~~~~
})

// ---- what may be right

const size: number = 3
const name: string = 'h'
const pick: boolean = size > 2
const shape: readonly number[] = [3, 4]
const fine = [
  input([28, 28, 1]), input([size, 3]), input([name, 3]), input(['h', '16*h', '_a', 'h2', 'Wide_3']), input([pick ? 28 : 0, 3]), input([pick ? 'h' : 3]),
  input(shape), input([...shape, 3]), input([]), input(['10*h', '123*width_2']), input([`h${size as 3}`]),
]
const values: number[] = [1, 2]
const list: readonly [1, 2, 3, 4] = [1, 2, 3, 4]
const kernels = [weights([1, 2, 3], [size]), weights(values, [2]), weights(new Float32Array(4), [2, 2]), weights([...values, 1], [3]), weights(list, [4])]
const helpers = [
  (<const V extends readonly number[]>(v: V) => weights(v, [2, 2]))([1, 2, 3, 4]),
  (<const N extends number>(n: N) => input([n, n, 3]))(4),
  (<const N extends string>(n: N) => input([n, 'w', 3]))('h'),
  (<const S extends readonly (number | string)[]>(s: S) => input(s))([3, 'h']),
  (<const N extends number>(units: N) => sequential(input([size, 'h', 8]), dense({ units })))(4),
]
