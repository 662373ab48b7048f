import { expect } from 'vitest'
import type { Mark } from '../../src/types/message.js'
import { ShapeError } from '../../src/types/message.js'

/** Asserts one sentence twice: the compiler checks that it is the type's, the test that it is the one thrown. */
export function twin<Answer extends string>(
  sentence: Answer extends `${infer Text}${Mark}` ? Text : never,
  run: () => unknown,
): void {
  let thrown: unknown
  try {
    run()
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(ShapeError)
  expect((thrown as Error).message).toBe(sentence)
  expect(sentence.length).toBeLessThanOrEqual(280)
}
