import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { caseSizes, generateColumns } from '#core/drift/cases/generate-columns.ts'
import { askEvidently, type EvidentlyVerdict } from './ask-evidently.ts'

// Writes core/drift/cases/evidently.csv: what evidently says of every generated column. Run it by
// `node bench/prepare/write-drift-golden.ts` after a change of the cases or of evidently's version.
const head = 'reference,current,asked,column,test,statistic,threshold,drifted,raises'
const lines = caseSizes.flatMap((sizes) => {
  const columns = generateColumns(sizes)
  const say = (asked: string) => (verdict: EvidentlyVerdict) => {
    const { name, test, statistic, threshold, drifted, raises } = verdict
    return [sizes.reference, sizes.current, asked, name, test, statistic, threshold, drifted, raises].join(
      ',',
    )
  }
  return [
    ...askEvidently(columns).map(say('')),
    ...askEvidently(columns, 'jensenshannon').map(say('jensenshannon')),
  ]
})
const path = join(import.meta.dirname, '../../core/drift/cases/evidently.csv')
writeFileSync(path, `${[head, ...lines].join('\n')}\n`)
