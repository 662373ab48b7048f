// The README's table of layers, from what the sources state.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { classic, root } from '../../scripts/types/compilers.mjs'

const folder = join(root, 'src/dsl/layers')

const shared = new Proxy({}, { has: () => true, get: () => ({}) })

interface Row {
  readonly input?: string
  readonly output?: string
  readonly weights: readonly string[]
  /** What a layer without a notation says of itself. */
  readonly about: string
}

/** The signature that a layer's file states, if it does, and the first sentence about it. */
function read(kind: string): Row {
  const ts = classic('6.0')
  const text = readFileSync(join(folder, `${kind}.ts`), 'utf8')
  const source = ts.createSourceFile(kind, text, ts.ScriptTarget.ES2022, true)
  let signature: Record<string, unknown> = {}
  let about = ''
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) {
      const declaration = statement.declarationList.declarations[0]
      if (declaration.name.getText() !== 'signature') continue
      // Literals, so JavaScript can read them; constants that layers share say nothing of shapes.
      signature = new Function('shared', `with (shared) return ${declaration.initializer.expression.getText()}`)(shared)
    } else if (ts.isFunctionDeclaration(statement) && statement.name?.text === kind) {
      about ||= ts.getJSDocCommentsAndTags(statement).map(({ comment }: { comment?: unknown }) => String(comment))[0] ?? ''
    }
  }
  const params = (signature.params ?? {}) as Record<string, string | { shape: string }>
  const weights = Object.entries(params).map(([name, p]) => `\`${name}: ${typeof p === 'string' ? p : p.shape}\``)
  return { weights, about: sentence(about), ...(signature as { input?: string; output?: string }) }
}

/** The first sentence of a comment, on one line. */
const sentence = (comment: string): string => /^.*?\.(?= |$)/.exec(comment.replace(/\s+/g, ' '))?.[0] ?? ''

/** The options that a function of an axis reads are those of its layer: `window(height, kernelSize, …)` is shown as `window(height)`. */
const short = (text: string): string => text.replace(/(\w\(\w+), [^)]*\)/g, '$1)')

/** A Markdown table of all layers that users have. */
export function layerTable(): string {
  const kinds = [...readFileSync(join(folder, 'index.ts'), 'utf8').matchAll(/from '\.\/(\w+)\.js'/g)]
    .map(([, kind]) => kind as string)
    .sort()
  const escaped = (text: string): string => text.replaceAll('|', '\\|')
  const rows = kinds.map((kind) => {
    const { input, output, weights, about } = read(kind)
    const shapes = input && output ? `\`${short(input)}\` → \`${short(output)}\`` : about
    return `| \`${kind}\` | ${escaped(shapes)} | ${escaped(weights.join('<br>'))} |`
  })
  return ['| layer | shapes | weights |', '|---|---|---|', ...rows].join('\n')
}
