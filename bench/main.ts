import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A bench measures the product against its peer in one run and gives its figures by their agreed keys. */
interface Bench {
  run(): Promise<Record<string, number>>
}

const benchName = process.argv[2] ?? ''
const benchPath = join(import.meta.dirname, `${benchName}.ts`)
const benchNames = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.replace(/\.ts$/, ''))

if (!/^[a-z]+$/.test(benchName) || !existsSync(benchPath) || benchName === 'main') {
  console.error(
    `Found no bench "${benchName}"; expected one of ${benchNames.join(', ')}. Run npm run bench -- NAME.`,
  )
  process.exit(2)
}
const bench = (await import(benchPath)) as Bench
console.log(JSON.stringify(await bench.run()))
process.exit(0)
