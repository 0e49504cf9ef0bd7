import { resolveDataDir } from '../data-dir.ts'
import { emptyLog } from './empty-log.ts'
import { openDatabase } from './open-database.ts'
import { storePath } from './store-path.ts'

// Run by a server in a process of its own: copying a large log takes seconds.
const path = storePath(resolveDataDir())
const database = openDatabase(path)
emptyLog(database, path)
database.close()
