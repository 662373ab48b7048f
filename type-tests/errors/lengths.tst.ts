import { add, concatenate, conv2d, dense, flops, input, model, residual, sequential, shared } from 'shapeproof'

// Sentences that would be too long, or would not show what they are about: names of very many characters, and shapes of very many
// axes.
declare const n: number

// ---- names of layers

// @ts-expect-error dense: name must be a text without '/' (was 'a_height_of_which_th…thing_else/')
dense({ units: 8, name: 'a_height_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else/' })
//                ~~~~

// @ts-expect-error model: names of layers must differ (was 'a_height_of_which_the_name_is_so_long_th…ything_else' twice); give one of them another name
sequential(input([8]), dense({ units: 3, name: 'a_height_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else' }), dense({ units: 3, name: 'a_height_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else' }))
//                                                                                                                                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

const once = shared('a_height_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else', dense({ units: 8 }))
const left = input([16])
const right = input([17])
// @ts-expect-error shared: 'a_height_of_which_the_name_is_so_long_th…ything_else' must have one kernel (was [16, 8] and [17, 8])
model({ inputs: { left, right }, outputs: { one: once(left), two: once(right) } })
//                               ~~~~~~~

// ---- names of sizes

// @ts-expect-error dense: the last axis must be known to size the weights (was 'a_height_of_which_th…ything_else'); use a number
dense({ units: 8 })(input(['a_height_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else']))
//                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

const net = sequential(input(['2*a_height_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else', 'b_width_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else', 3]), conv2d({ filters: 8, kernelSize: 3 }))

// @ts-expect-error model: '2*a_height_of_which_the_name_is_so_long_…ything_else' must be a multiple of 2 (was 9); pad it to 10
net(input([9, 8, 3]))
//  ~~~~~~~~~~~~~~~~

// @ts-expect-error model: '2*a_height_of_which_the_name_is_so_long_…ything_else' must be a multiple of 2 (was 'h'); use a size that is one for sure, such as '2*a_height_of_which_the_name_is_so_long_…ything_else'
net(input(['h', 8, 3]))
//  ~~~~~~~~~~~~~~~~~~

// @ts-expect-error flops: sizes must say what 'a_height_of_which_the_name_is_so_long_th…ything_else' is (was left out); use flops(model, { a_height_of_which_the_name_is_so_long_th…ything_else: 64 }), with all names
flops(net)
//    ~~~

const square = sequential(input(['a_height_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else', 'a_height_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else', 3]), conv2d({ filters: 8, kernelSize: 3 }))

// @ts-expect-error model: 'a_height_of_which_the_name_is_so_long_th…ything_else' must be one size (was 8 and 9)
square(input([8, 9, 3]))
//     ~~~~~~~~~~~~~~~~

const x = input(['a_height_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else', 'b_width_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else', 'a_height_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else', 1])
const y = input(['a_height_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else', 'b_width_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else', 'a_height_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else', 2])

// @ts-expect-error add: inputs must have the same shape (was ['a_he…lse', 'b_wi…lse', 'a_he…lse', 1] and ['a_he…lse', 'b_wi…lse', 'a_he…lse', 2])
add()([x, y])
//    ~~~~~~

// @ts-expect-error concatenate: inputs must have the same size on axis 0, only axis 3 may differ (was ['a_he…lse', 'b_wi…lse', 'a_he…lse', 1] and ['h', 'b_width_of_which_the…ything_else', 'a_height_of_which_th…ything_else', 1])
concatenate()([x, input(['h', 'b_width_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else', 'a_height_of_which_the_name_is_so_long_that_no_sentence_has_room_for_it_and_for_anything_else', 1])])
//            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// ---- shapes of many axes

const seven = input([1, 2, 3, 4, 5, 6, 7])

// @ts-expect-error conv2d: input must be [height, width, channels] (was [1, 2, 3, 4, 5, … 7])
conv2d({ filters: 8, kernelSize: 3 })(seven)
//                                    ~~~~~

// the axis that differs is not among those that are printed
// @ts-expect-error add: inputs must have the same shape (was 6 on axis 5 and 8 on axis 5)
add()([seven, input([1, 2, 3, 4, 5, 8, 7])])
//    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error concatenate: inputs must have the same size on axis 6, only axis 8 may differ (was 7 and 5)
concatenate()([input([1, 2, 3, 4, 5, 6, 7, 8, 9]), input([1, 2, 3, 4, 5, 6, 5, 8, 4])])
//            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

// @ts-expect-error residual: its layers must keep the shape 7 on axis 6 (was 9 on axis 6); use as many filters or units as channels: 7
residual(dense({ units: 9 }))(seven)
//                            ~~~~~

// of another number of axes
// @ts-expect-error add: inputs must have the same shape (was [1, 2, 3, 4, 5, … 7] and [7])
add()([seven, input([7])])
//    ~~~~~~~~~~~~~~~~~~~

concatenate()([seven, input([1, 2, 3, 4, 5, n, 8])])
