import { refuse } from '../types/message.js'
import type { Network } from './network.js'

/** Refuses a network whose weights are freed; `what` is what was called. */
export function checkAlive({ variables, states }: Network, what: string): void {
  for (const weight of [...variables.values(), ...states.values()]) if (weight.isDisposed) refuse('netDisposed', { what })
}
