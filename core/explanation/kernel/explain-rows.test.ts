import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Compiler {
  main(
    args: string[],
    host: {
      readFile(name: string): string | null
      writeFile(name: string, contents: Uint8Array): void
      listFiles(): string[]
    },
  ): Promise<{ error: Error | null; stderr: { toString(): string } }>
}

const sourceName = 'explain-rows.ts'
const compilerPackage = 'assemblyscript/asc'
const compiler = await import(/* @vite-ignore */ compilerPackage).then(
  (loaded) => loaded.default as Compiler,
  () => undefined,
)

test.skipIf(!compiler)('the committed WebAssembly is what its source compiles to', async () => {
  const source = readFileSync(join(import.meta.dirname, 'explain-rows.as'), 'utf8')
  let wasm: Uint8Array | undefined
  const options = ['-O3', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--noAssert']
  const { error, stderr } = await (compiler as Compiler).main(
    [sourceName, ...options, '--outFile', 'kernel.wasm'],
    {
      readFile: (name) => (name === sourceName ? source : null),
      writeFile: (_name, contents) => {
        wasm = contents
      },
      listFiles: () => [],
    },
  )
  expect(error, stderr.toString()).toBeNull()
  const base64 = Buffer.from(wasm as Uint8Array).toString('base64')
  const generated = [
    '/** Generated from explain-rows.as by explain-rows.test.ts; not edited by hand. */',
    `export const explainRowsWasm =\n  '${base64}'\n`,
  ]
  await expect(generated.join('\n')).toMatchFileSnapshot('explain-rows.wasm.ts')
})
