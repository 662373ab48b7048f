// Reads the declarations of that library: they must say what its source says.
import type { OutputShape, ParamCount, WeightShapes } from 'shapeproof'
import type { chain, graph, nested, onNames, predictions } from './library.js'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
export const proven: [
  Same<OutputShape<typeof chain>, [2]>,
  Same<ParamCount<typeof chain>, 815>,
  Same<WeightShapes<typeof chain>['residual/inner']['kernel'], [3, 3, 4, 4]>,
  Same<OutputShape<typeof graph>['other'], [11]>,
  Same<OutputShape<typeof nested>, [1]>,
  Same<(typeof onNames)['shape'], ['h-2', 'w-2', 4]>,
  Same<(typeof predictions)['shape'], [2, 2]>,
] = [true, true, true, true, true, true, true]
