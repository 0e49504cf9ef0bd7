import { loadStore } from '../load-store.ts'
import { tinyCatalog } from './write-tiny-features.ts'

/** Loads a tiny store and, at the moment named by `step done`, says so and stands still until it is killed. */
const [dataDir, moment] = process.argv.slice(2) as [string, string]
await loadStore({
  dataDir,
  catalog: tinyCatalog,
  onProgress: ({ step, done }) => {
    if (`${step} ${done}` !== moment) return
    console.log('halted')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  },
})
