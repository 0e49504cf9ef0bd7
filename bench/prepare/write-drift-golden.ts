import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAdvisor } from '#core/advisor/open-advisor.ts'
import { formatVerdict, verdictHead } from '#core/drift/cases/evidently-verdict.ts'
import { caseSizes, type GeneratedColumn, generateColumns } from '#core/drift/cases/generate-columns.ts'
import { prepareData } from '#server/prepare-data.ts'
import { askEvidently } from '#testing/ask-evidently.ts'
import { demoClientCount } from '#testing/prepare-demo-store.ts'
import { readStoreColumns } from '#testing/read-store-columns.ts'

// Writes what evidently says into core/drift/cases: evidently.csv on every generated column, evidently-demo.csv on every
// feature of the demo that the tests use. `node bench/prepare/write-drift-golden.ts [generated|demo]`, after a change of
// the cases, of the features or of evidently's version.
const casesDir = join(import.meta.dirname, '../../core/drift/cases')
const wanted = process.argv[2] ?? 'both'
if (wanted !== 'demo') writeGolden('evidently.csv', caseSizes.map(generateColumns), ['', 'jensenshannon'])
if (wanted !== 'generated') await writeDemo()

async function writeDemo(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'credit-advisor-golden-'))
  try {
    await prepareData({ dataDir, demoClients: demoClientCount, demoSeed: 7 })
    const advisor = await openAdvisor({ dataDir })
    const columns = [readStoreColumns(advisor), readStoreColumns(advisor, 900)]
    await advisor.close()
    writeGolden('evidently-demo.csv', columns, [''])
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function writeGolden(file: string, groups: readonly GeneratedColumn[][], tests: readonly string[]): void {
  const lines = groups.flatMap((columns) => {
    const [{ reference, current }] = columns as [GeneratedColumn]
    const rows = { reference: reference.length, current: current.length }
    return tests.flatMap((asked) =>
      askEvidently(columns, { method: asked }).map((verdict) => formatVerdict(rows, asked, verdict)),
    )
  })
  writeFileSync(join(casesDir, file), `${[verdictHead, ...lines].join('\n')}\n`)
}
