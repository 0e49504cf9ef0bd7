import { isMainThread, Worker } from 'node:worker_threads'

// Loaded by run-step into the commands it runs (node --import): the channel to the parent closes when the parent
// ends, however it ends. A step that outlived its server would keep the next start from the data.
if (isMainThread && process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // Listening for it must not keep a finished step alive.
  process.channel.unref()
  // In the middle of a commit this thread hears nothing for seconds; another does.
  const watch = `
    const { workerData: parent } = require('node:worker_threads')
    setInterval(() => {
      if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
    }, 100)`
  new Worker(watch, { eval: true, workerData: process.ppid, execArgv: [] }).unref()
}
