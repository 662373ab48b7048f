import type { Example } from './examples.js'

/** Equations of every kind: letters that are shared, summed, kept, added and alone, in and out of order. */
export const einsum = {
  einsumDense: [
    { options: { equation: 'ab,bc->ac', outputShape: 3 }, inputs: [[4]] },
    { options: { equation: 'abc,cd->abd', outputShape: [null, 3], biasAxes: 'd', activation: 'tanh' }, inputs: [[2, 4]] },
    { options: { equation: 'abc,cde->adbe', outputShape: [2, 3, 2], biasAxes: 'db' }, inputs: [[3, 2]] },
    { options: { equation: 'abc,bcd->abd', outputShape: [2, 3], biasAxes: 'bd', biasInitializer: 'heNormal' }, inputs: [[2, 3]] },
    { options: { equation: 'abcd,dbe->aeb', outputShape: [2, null], activation: 'softmax' }, inputs: [[2, 3, 2]] },
    { options: { equation: 'abc,d->abd', outputShape: [2, 3] }, inputs: [[2, 2]] },
    { options: { equation: '...b,bc->...c', outputShape: 3, biasAxes: 'c', activation: 'sigmoid' }, inputs: [[2, 2, 3]] },
    { options: { equation: '...bc,cdb->...db', outputShape: [2, null], biasAxes: 'd' }, inputs: [[2, 3, 2]] },
    { options: { equation: 'ab...,bc->ac...', outputShape: [3], biasAxes: 'c' }, inputs: [[2, 3, 2]] },
    { options: { equation: 'abc...,cbd->adb...', outputShape: [2, null], biasAxes: 'db' }, inputs: [[2, 3, 2]] },
  ],
} as const satisfies { readonly [kind: string]: readonly Example[] }
