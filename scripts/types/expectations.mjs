// What a file says about its own errors, and whether a compiler agrees. Knows no compiler: it takes text and plain diagnostics,
// so that 5.9, 6.0 and 7.0 are judged by the very same rules.
//
//   // @ts-expect-error conv2d: kernelSize must be at most 13
//   conv2d({ filters: 8, kernelSize: 15 }),
//   ~~~~~~        <- optional, written as a comment: where the squiggle starts, and how long it is

/** The invisible mark that ends every message of ours. */
export const MARK = '\u200B'
export const LONGEST = 280

const DIRECTIVE = /^\s*\/\/ *@ts-expect-error(.*)$/
const SQUIGGLE = /^\s*\/\/ *~+\s*$/
const COMMENT_OR_BLANK = /^\s*(\/\/.*)?$/

/**
 * A copy in which the compilers see ordinary comments: a directive hides every error of its line, and with it the second one.
 * Same length, so that positions stay true.
 */
export const disarm = (text) => text.replaceAll('@ts-expect-error', '#ts-expect-error')

/** Each directive of a file: the line it speaks of (from 0), its text, and where its squiggle is to be, if it says so. */
export function readExpectations(text) {
  const lines = text.split(/\r?\n/)
  const expectations = []
  const problems = []
  lines.forEach((line, at) => {
    // Both switch off more than one line, and would make this whole check a lie.
    if (/@ts-ignore|@ts-nocheck/.test(line))
      problems.push({ line: at, text: '@ts-ignore and @ts-nocheck hide errors; use @ts-expect-error' })
    const directive = DIRECTIVE.exec(line)
    if (!directive) {
      if (line.includes('@ts-expect-error'))
        problems.push({ line: at, text: '@ts-expect-error must stand alone on its line, after //' })
      return
    }
    const expected = directive[1].replace(/^\s*:?\s*/, '').trimEnd()
    let target = at + 1
    while (target < lines.length && COMMENT_OR_BLANK.test(lines[target])) target++
    if (!expected || expected.startsWith('!'))
      problems.push({ line: at, text: '@ts-expect-error must be followed by the text of the error' })
    if (target >= lines.length) problems.push({ line: at, text: '@ts-expect-error must stand above a line of code' })
    const marker = SQUIGGLE.test(lines[target + 1] ?? '') ? lines[target + 1] : undefined
    const squiggle = marker && { start: marker.indexOf('~'), length: marker.trimEnd().length - marker.indexOf('~') }
    expectations.push({ line: at, target, expected, squiggle })
  })
  // A marker that no expectation took would be believed to be checked.
  lines.forEach((line, at) => {
    if (SQUIGGLE.test(line) && !expectations.some((e) => e.target === at - 1)) {
      problems.push({ line: at, text: 'a squiggle must stand directly below the line that @ts-expect-error speaks of' })
    }
  })
  return { lines, expectations, problems }
}

/** 5.9 prints the mark escaped where a generic type is printed; the others print it raw. */
const normalise = (message) => message.replaceAll('\\u200B', MARK).replaceAll('\\u200b', MARK)

/** The messages of ours inside a compiler's message: a string literal that ends with the mark. */
export function ourTexts(message) {
  const texts = normalise(message).matchAll(/"((?:[^"\\\u200B]|\\.)*)\u200B/g)
  return [...texts].map((match) => match[1].replace(/\\(.)/g, '$1'))
}

/** `...` stands for anything, as in tstyche, unless the message holds those very dots. */
function holds(message, expected) {
  const plain = normalise(message).replace(/\\"/g, '"')
  if (plain.includes(expected)) return true
  const parts = expected.split('...')
  let from = 0
  for (const part of parts) {
    const found = plain.indexOf(part, from)
    if (found < 0) return false
    from = found + part.length
  }
  return parts.length > 1
}

/** Splits an offset into line and column, both from 0. */
export function locate(text, offset) {
  const before = text.slice(0, offset)
  const line = before.split('\n').length - 1
  return { line, column: offset - (before.lastIndexOf('\n') + 1) }
}

/**
 * Compares what a file expects with what a compiler says.
 * @param {string} text the file as it is written
 * @param {{ start: number, end: number, code: number, message: string }[]} diagnostics of the disarmed file
 * @returns {{ passed: number, failures: { line: number, text: string }[] }} lines from 1
 */
export function judge(text, diagnostics) {
  const { lines, expectations, problems } = readExpectations(text)
  const failures = problems.map((p) => ({ line: p.line + 1, text: p.text }))
  const fail = (line, message) => failures.push({ line: line + 1, text: message })
  const placed = diagnostics.map((d) => ({ ...d, ...locate(text, d.start) }))
  const told = (d) => `TS${d.code}: ${normalise(d.message).replaceAll(MARK, '')}`
  let passed = 0

  for (const d of placed) {
    if (!expectations.some((e) => e.target === d.line)) fail(d.line, `an error that nothing expects: ${told(d)}`)
  }
  for (const { line, target, expected, squiggle } of expectations) {
    const before = failures.length
    const here = placed.filter((d) => d.line === target)
    if (here.length === 0) fail(line, `no error where one is expected: ${expected}`)
    if (here.length > 1) fail(line, `${here.length} errors where one is expected:\n${here.map(told).join('\n')}`)
    if (here.length === 1) {
      const [d] = here
      if (!holds(d.message, expected)) fail(line, `the error must say: ${expected}\nit says: ${told(d)}`)
      for (const ours of ourTexts(d.message)) {
        if (ours.length > LONGEST) fail(line, `a message must be at most ${LONGEST} characters (is ${ours.length}): ${ours}`)
        if (ours.includes('\n')) fail(line, `a message must be one line: ${ours}`)
      }
      // The expected text at the head of a string literal is a message of ours; without its mark the compiler has cut it.
      const head = expected.split('...')[0]
      if (ourTexts(d.message).length === 0 && /^[\w$]+: /.test(head) && normalise(d.message).includes(`'"${head}`)) {
        fail(line, `the message has lost its end, or ends without its mark: ${told(d)}`)
      }
      if (squiggle) {
        // A squiggle over several lines is marked to the end of its first.
        const length = Math.min(d.end - d.start, lines[target].trimEnd().length - d.column)
        if (d.column !== squiggle.start || length !== squiggle.length) {
          const is = `${' '.repeat(d.column)}${'~'.repeat(Math.max(1, length))}`
          const must = `${' '.repeat(squiggle.start)}${'~'.repeat(squiggle.length)}`
          fail(line, `the squiggle is in another place\n${lines[target]}\n${must}  expected\n${is}  found, under ${told(d)}`)
        }
      }
    }
    if (failures.length === before && expected) passed++
  }
  return { passed, failures }
}
