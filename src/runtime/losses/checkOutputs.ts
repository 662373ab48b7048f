import { formOf } from '../../dsl/losses/checkLoss.js'
import type { LossDescription } from '../../dsl/losses/losses.js'
import { ruleOf } from '../../dsl/losses/rules.js'
import { refuse } from '../../types/message.js'

/** How far a row of probabilities may be from 1: float32 sums over thousands of classes stay well below it. */
const TOLERANCE = 1e-3

/**
 * What no type could say of a last activation that a layer hides: that the outputs are what the loss reads. Looks at the outputs
 * of a batch in plain memory.
 *
 * @param outputs values of the model's output, classes (or units) fastest
 * @param units size of the last axis
 * @throws ShapeError when a loss of probabilities is given something else
 */
export function checkOutputs(loss: LossDescription, outputs: ArrayLike<number>, units: number): void {
  const rule = ruleOf(loss.loss)
  const who = loss.loss
  if (units < rule.leastUnits) refuse('lossUnits', { who, must: rule.leastUnits, was: units, mend: rule.mendUnits })
  if (loss.fromLogits || rule.outputs === 'any') return
  const must = rule.outputs === 'unit' ? 'in 0..1' : 'probabilities that sum to 1'
  const mend = formOf(loss).mend.linear ?? formOf(loss).mend.other
  for (let row = 0; row < outputs.length; row += units) {
    let sum = 0
    for (let index = row; index < row + units; index++) {
      const value = outputs[index] as number
      // NaN passes: the loss will be NaN, and the sentence about that is the better one.
      if (value < -TOLERANCE || value > 1 + TOLERANCE)
        refuse('lossOutputs', { who, must, was: Number(value.toPrecision(4)), mend })
      sum += value
    }
    if (rule.outputs === 'distribution' && Math.abs(sum - 1) > TOLERANCE) {
      refuse('lossOutputs', { who, must, was: `a sum of ${Number(sum.toPrecision(4))}`, mend })
    }
  }
}
