// The README's table of layers, from what the sources state.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { classic, root } from '../../scripts/types/compilers.mjs'

const folder = join(root, 'src/dsl/layers')

const shared = new Proxy({}, { has: () => true, get: () => ({}) })

/** The signature that a layer's file states, if it does. */
function read(kind: string): { input?: string; output?: string; weights: string } {
  const ts = classic('6.0')
  const text = readFileSync(join(folder, `${kind}.ts`), 'utf8')
  const source = ts.createSourceFile(kind, text, ts.ScriptTarget.ES2022, true)
  let signature: Record<string, unknown> = {}
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) {
      const declaration = statement.declarationList.declarations[0]
      if (declaration.name.getText() !== 'signature') continue
      // Literals, so JavaScript can read them; constants that layers share say nothing of shapes.
      signature = new Function('shared', `with (shared) return ${declaration.initializer.expression.getText()}`)(shared)
    }
  }
  const params = (signature.params ?? {}) as Record<string, string | { shape: string }>
  const weights = Object.entries(params).map(([name, p]) => `\`${name}: ${typeof p === 'string' ? p : p.shape}\``)
  return { weights: weights.join('<br>'), ...(signature as { input?: string; output?: string }) }
}

/** A Markdown table of all layers that users have. */
export function layerTable(): string {
  const kinds = [...readFileSync(join(folder, 'index.ts'), 'utf8').matchAll(/from '\.\/(\w+)\.js'/g)]
    .map(([, kind]) => kind as string)
    .sort()
  const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``
  const rows = kinds.map((kind) => {
    const { input, output, weights } = read(kind)
    return `| \`${kind}\` | ${input ? code(input) : 'several of one shape'} | ${output ? code(output) : 'that shape'} | ${weights} |`
  })
  return ['| layer | input | output | weights |', '|---|---|---|---|', ...rows].join('\n')
}
