// Types may not lie: for every loss against every end of a model, and every loss against every kind and shape of labels, the
// compiler must come to the very sentence that the run throws, or to none where it throws none.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diagnose, root } from '../../scripts/types/compilers.mjs'
import { activationNames } from '../../src/dsl/activations.js'
import { binaryLabels, classIds } from '../../src/dsl/data/labels.js'
import { type NDArray, ndarray } from '../../src/dsl/data/ndarray.js'
import { oneHot } from '../../src/dsl/data/oneHot.js'
import { checkLabels } from '../../src/dsl/losses/checkLabels.js'
import { checkLoss } from '../../src/dsl/losses/checkLoss.js'
import type { LossDescription } from '../../src/dsl/losses/losses.js'
import { allowances, type LossName, lossRules, ruleOf } from '../../src/dsl/losses/rules.js'

const losses = Object.keys(lossRules) as LossName[]

/** What the run says: the sentence with the types' mark, or `'fine'`. */
function said(run: () => void): string {
  try {
    run()
    return 'fine'
  } catch (error) {
    return `${(error as Error).message}\u200b`
  }
}

/** A line that compiles only if the type is exactly what the run said. */
const line = (type: string, answer: string, index: number): string =>
  `export const c${index}: Same<${type}, ${JSON.stringify(answer)}> = true`

function lossCases(): string[] {
  const lines: string[] = []
  for (const loss of losses) {
    for (const fromLogits of ruleOf(loss).logits ? [false, true] : [false]) {
      for (const last of [...activationNames, 'unknown']) {
        for (const output of [[1], [2], [10], [64, 64, 1], [64, 64, 21], []]) {
          for (const allowed of [[], allowances]) {
            const description: LossDescription = { loss, fromLogits, labelSmoothing: 0 }
            const answer = said(() => checkLoss(output, last, description, allowed))
            const type = `CheckLoss<${JSON.stringify(output)}, '${last}', LossDescription<'${loss}', ${fromLogits}>, ${
              allowed.map((name) => `'${name}'`).join(' | ') || 'never'
            }>`
            lines.push(line(type, answer, lines.length))
          }
        }
      }
    }
  }
  return lines
}

/** Labels of a shape, of every kind that can have it. */
function labelsOf(shape: readonly number[]): [string, NDArray][] {
  const count = shape.reduce((product, size) => product * size, 1)
  const zeros = new Float32Array(count)
  const text = JSON.stringify(shape)
  const labels: [string, NDArray][] = [
    [`NDArray<${text}, 'float32'>`, ndarray(zeros, shape)],
    [`Labels<'binary', ${text}>`, binaryLabels(zeros, shape)],
  ]
  for (const classes of [2, 10]) {
    labels.push([`Labels<'ids', ${text}, ${classes}>`, classIds(zeros, classes, shape)])
    const rows: NDArray = oneHot(classIds(zeros, classes, shape))
    labels.push([`Labels<'oneHot', ${JSON.stringify(rows.shape)}, ${classes}>`, rows])
  }
  return labels
}

function labelCases(): string[] {
  const lines: string[] = []
  for (const loss of losses) {
    for (const output of [[1], [2], [10], [4, 4, 1], [4, 4, 2], [4, 4, 10]]) {
      for (const [type, y] of [[3], [3, 1], [3, 2], [3, 10], [3, 4, 4], [3, 4, 4, 1], [3, 4, 4, 2]].flatMap(labelsOf)) {
        const answer = said(() => checkLabels(loss, output, y))
        // Values are the run's own business: rows of zeros are no distribution, and no type could say so.
        if (answer.includes('labels must be distributions')) continue
        lines.push(line(`CheckLabels<'${loss}', ${JSON.stringify(output)}, ${type}>`, answer, lines.length))
      }
    }
  }
  return lines
}

const preamble = `
import type { CheckLabels } from '../../src/dsl/losses/checkLabels.js'
import type { CheckLoss } from '../../src/dsl/losses/checkLoss.js'
import type { LossDescription } from '../../src/dsl/losses/losses.js'
import type { Labels } from '../../src/dsl/data/labels.js'
import type { NDArray } from '../../src/dsl/data/ndarray.js'
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? (0 extends 1 & A ? false : true) : false) : false
`

describe.each(['5.9', '7.0'] as const)('types and run on TypeScript %s', (compiler) => {
  it.each([
    ['losses and ends of models', lossCases, 400],
    ['losses and labels', labelCases, 600],
  ])('agree on all %s', async (_, cases, least) => {
    const lines = cases()
    expect(lines.length).toBeGreaterThan(least)
    const file = join(root, 'test/losses/agreement.in-memory.ts')
    const text = preamble + lines.join('\n')
    const found = await diagnose(compiler, { [file]: text }, { config: join(root, 'tsconfig.json'), options: { types: [] } })
    const told = Object.values(found as Record<string, { start: number; message: string }[]>).flat()
    const lineAt = (offset: number): string => text.slice(text.lastIndexOf('\n', offset) + 1).split('\n')[0] as string
    expect(told.map(({ start, message }) => `${lineAt(start)}\n${message}`)).toEqual([])
  })
})
