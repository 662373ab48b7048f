// The figures as a page.
import { cases, steps, targets } from './cases.mjs'
import { each } from './count.mjs'

const names = ['5.9', '6.0', '7.0']
const figure = (n) => Math.round(n).toLocaleString('en')
const table = (head, rows) =>
  [head, head.map((_, at) => (at === 0 ? '---' : '--:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
const verdict = (is, most) => (most === undefined ? '' : is <= most ? `${figure(most)} ✓` : `${figure(most)} ✗`)

const groups = {
  features: 'Features',
  growth: 'Length',
  models: 'Models',
}

/** Milliseconds that an editor may take on 7.0, and how a row calls what is asked. */
const waits = {
  errors: ['errors of the file after an edit', 100],
  hover: ['hover', 30],
  name: ['completion of the name of an option', 30],
  value: ['completion of a value of `padding`', 30],
}

/** @returns {string} RESULTS.md */
export function results(counted, latency) {
  const rows = (group) =>
    cases
      .filter((one) => one.group === group)
      .map(({ name }) => {
        const found = names.map((c) => counted[c].get(name))
        return [
          name,
          ...found.map(({ count }) => figure(count)),
          `${Math.round(found[2].seconds * 1000)}`,
          verdict(found[2].count, targets[name]),
        ]
      })
  return `# What types cost the compiler

Type instantiations of a file beyond those of its imports, as \`tsc --extendedDiagnostics\` counts them (on 7.0 with \`--checkers 1\`), against the
built declarations. They do not depend on the machine: \`npm test\` holds each to its budget in [budgets.json](budgets.json), and the cost of a
layer to the same at every length. Milliseconds do: they are one run on two cores, other work beside it, and are not tested. A wrong use is one that is refused, with its message.

Written by \`npm run bench:types\`. ✓ and ✗ say whether a target on 7.0 is met.

## One more layer

${table(
  ['instantiations for', ...names, 'target'],
  steps.map((s) => {
    const found = names.map((c) => each(s, counted[c]))
    return [s.name, ...found.map(figure), verdict(found[2], s.most)]
  }),
)}

${Object.entries(groups)
  .map(([group, title]) => `## ${title}\n\n${table([title.toLowerCase(), ...names, 'ms on 7.0', 'target'], rows(group))}`)
  .join('\n\n')}

## An editor

ResNet-50 is open; an edit changes a kernel in its middle, and the rest is asked there, after it. Medians of 25, in milliseconds.

${table(
  ['', 'tsserver 6.0', '`tsc --lsp` 7.0', 'target'],
  Object.entries(waits).map(([what, [title, most]]) => {
    const ms = (c) => latency[c][what]
    return [title, ...['6.0', '7.0'].map((c) => (ms(c) < 10 ? ms(c).toFixed(1) : figure(ms(c)))), verdict(ms('7.0'), most)]
  }),
)}
`
}
