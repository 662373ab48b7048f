// A small assembler for WebAssembly: our SIMD kernels are a few hundred instructions, and writing them here keeps a compiler and a
// binary blob out of the repository. Code is a list of bytes; expressions nest as the stack machine wants them.

import { type Code, leb, list, name, section, unsigned } from './encoding.js'

const i32Type = 0x7f
const f32Type = 0x7d
const v128Type = 0x7b
const noValue = 0x40

const unary =
  (...opcode: number[]) =>
  (a: Code): Code => [...a, ...opcode]
const binary =
  (...opcode: number[]) =>
  (a: Code, b: Code): Code => [...a, ...b, ...opcode]
const load =
  (align: number, ...opcode: number[]) =>
  (address: Code, offset = 0): Code => [...address, ...opcode, align, ...unsigned(offset)]
const store =
  (align: number, ...opcode: number[]) =>
  (address: Code, value: Code, offset = 0): Code => [...address, ...value, ...opcode, align, ...unsigned(offset)]

export const i32 = {
  of: (value: number): Code => [0x41, ...leb(value, true)],
  add: binary(0x6a),
  sub: binary(0x6b),
  mul: binary(0x6c),
  and: binary(0x71),
  eq: binary(0x46),
  ne: binary(0x47),
  lt: binary(0x48),
  gt: binary(0x4a),
  le: binary(0x4c),
  ge: binary(0x4e),
  isZero: unary(0x45),
}

export const f32 = {
  load: load(2, 0x2a),
  store: store(2, 0x38),
  add: binary(0x92),
  sub: binary(0x93),
  mul: binary(0x94),
  div: binary(0x95),
  sqrt: unary(0x91),
  /** The smaller one, or NaN if either is. */
  min: binary(0x96),
  /** The larger one, or NaN if either is. */
  max: binary(0x97),
  gt: binary(0x5e),
  zero: [0x43, 0, 0, 0, 0] as Code,
  /** Minus infinity. */
  lowest: [0x43, 0, 0, 0x80, 0xff] as Code,
}

/** Eight bytes at once, for copies. */
export const i64 = { load: load(2, 0x29), store: store(2, 0x37) }

export const v128 = {
  load: load(2, 0xfd, 0x00),
  /** One float, four times. */
  loadSplat: load(2, 0xfd, 0x09),
  store: store(2, 0xfd, 0x0b),
  splat: unary(0xfd, 0x13),
  splatInteger: unary(0xfd, 0x11),
  add: binary(0xfd, 0xe4, 0x01),
  sub: binary(0xfd, 0xe5, 0x01),
  mul: binary(0xfd, 0xe6, 0x01),
  div: binary(0xfd, 0xe7, 0x01),
  sqrt: unary(0xfd, 0xe3, 0x01),
  min: binary(0xfd, 0xe8, 0x01),
  max: binary(0xfd, 0xe9, 0x01),
  gt: binary(0xfd, 0x44),
  and: binary(0xfd, 0x4e),
  equalIntegers: binary(0xfd, 0x37),
  /** a where the mask is set, b elsewhere. */
  select: (a: Code, b: Code, mask: Code): Code => [...a, ...b, ...mask, 0xfd, 0x52],
  zero: [0xfd, 0x0c, ...new Array(16).fill(0)] as Code,
}

/** a if the condition holds, else b; both are computed. */
export const select = (a: Code, b: Code, condition: Code): Code => [...a, ...b, ...condition, 0x1b]
export const when = (condition: Code, then: Code, otherwise: Code = []): Code => [
  ...condition,
  0x04,
  noValue,
  ...then,
  ...(otherwise.length === 0 ? [] : [0x05, ...otherwise]),
  0x0b,
]
/** Runs the body while the condition holds, asked before each turn. */
export const loopWhile = (condition: Code, body: Code): Code => [
  0x02,
  noValue,
  0x03,
  noValue,
  ...condition,
  0x45,
  0x0d,
  1,
  ...body,
  0x0c,
  0,
  0x0b,
  0x0b,
]
/** Runs the body, then again while the condition holds: one branch a turn. */
export const loopUntilNot = (body: Code, condition: Code): Code => [0x03, noValue, ...body, ...condition, 0x0d, 0, 0x0b]
export const fillZero = (address: Code, bytes: Code): Code => [...address, ...i32.of(0), ...bytes, 0xfc, 0x0b, 0]

/** A variable of a function. */
export class Local {
  readonly get: Code
  constructor(readonly index: number) {
    this.get = [0x20, ...unsigned(index)]
  }
  set(value: Code): Code {
    return [...value, 0x21, ...unsigned(this.index)]
  }
  /** Adds to a whole number. */
  advance(by: number | Code): Code {
    return this.set(i32.add(this.get, typeof by === 'number' ? i32.of(by) : by))
  }
}

/** One exported function: its parameters in order ('i' whole numbers and addresses, 'f' float32), its variables, its code. */
export interface Procedure<Name extends string = string> {
  name: Name
  parameters: string
  locals: number[]
  code: Code
}

/** What a procedure's writer declares its variables with. */
export interface Variables {
  integer(): Local
  float(): Local
  vector(): Local
}

/** Writes a procedure. The writer gets the parameters and returns the code. */
export function procedure<Name extends string>(
  name: Name,
  parameters: string,
  write: (parameters: Local[], variables: Variables) => Code,
): Procedure<Name> {
  const locals: number[] = []
  const declare = (type: number) => () => new Local(parameters.length + locals.push(type) - 1)
  const variables = { integer: declare(i32Type), float: declare(f32Type), vector: declare(v128Type) }
  const code = write(
    Array.from(parameters, (_, index) => new Local(index)),
    variables,
  )
  return { name, parameters, locals, code }
}

/** The bytes of a module that exports the procedures and imports its memory as env.memory. */
export function assemble(procedures: readonly Procedure[]): Uint8Array<ArrayBuffer> {
  const types = procedures.map(
    ({ parameters }): Code => [0x60, ...list(Array.from(parameters, (type) => [type === 'i' ? i32Type : f32Type])), 0],
  )
  const memory: Code = [...name('env'), ...name('memory'), 0x02, 0x00, 0]
  const bodies = procedures.map(({ locals, code }): Code => {
    const body = [...list(locals.map((type) => [1, type])), ...code, 0x0b]
    return [...unsigned(body.length), ...body]
  })
  return new Uint8Array([
    0x00,
    0x61,
    0x73,
    0x6d,
    1,
    0,
    0,
    0,
    ...section(1, types),
    ...section(2, [memory]),
    ...section(
      3,
      procedures.map((_, index) => unsigned(index)),
    ),
    ...section(
      7,
      procedures.map((each, index) => [...name(each.name), 0x00, ...unsigned(index)]),
    ),
    ...section(10, bodies),
  ])
}
