import { importTables } from '../import-tables.ts'

/** Imports PATH and, when the table named is reported for the `nth` time, says so and stands still until it is killed. */
const [path, dataDir, table, nth] = process.argv.slice(2) as [string, string, string, string]
let times = 0
await importTables({
  path,
  dataDir,
  onProgress: (progress) => {
    if (progress.table !== table || ++times !== Number(nth)) return
    console.log('halted')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  },
})
