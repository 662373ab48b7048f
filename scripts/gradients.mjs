// Bundles the gradients of tfjs-core into one ESM file that plain Node can load; run after tsc has written dist.
//   node scripts/gradients.mjs [outfile]
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const entry = resolve(root, 'src/runtime/engine/gradients.bundle.ts')
const built = resolve(root, 'dist/runtime/engine/gradients.bundle.js')

/**
 * Writes the bundle that registers the gradients of every operation.
 * It carries a private copy of the parts of tfjs-core it needs; engine and registries are global, so that copy and the package meet.
 * @param {{ outfile?: string }} [options] outfile: where it goes, dist/runtime/engine/gradients.bundle.js unless told
 * @returns {Promise<{ outfile: string, bytes: number }>}
 */
export async function bundleGradients({ outfile = built } = {}) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    minify: true,
    legalComments: 'eof',
    write: false,
    logLevel: 'warning',
  })
  await mkdir(dirname(outfile), { recursive: true })
  await writeFile(outfile, outputFiles[0].contents)
  // The declarations that tsc wrote beside it name the files that are bundled now.
  await writeFile(outfile.replace(/\.js$/, '.d.ts'), 'export {}\n')
  return { outfile, bytes: outputFiles[0].contents.byteLength }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { outfile, bytes } = await bundleGradients(process.argv[2] ? { outfile: resolve(process.argv[2]) } : {})
  console.log(`${outfile}: ${bytes} bytes`)
}
