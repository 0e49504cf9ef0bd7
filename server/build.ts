import { resolveDataDir } from '#db/data-dir.ts'
import { buildApp } from './build-app.ts'
import { checkDataDir } from './check-data-dir.ts'
import { demoPortfolio } from './demo-portfolio.ts'
import { prepareData } from './prepare-data.ts'

// The command "npm run build": does now what a start would do first, for images and slugs, whose starts have neither
// the tools nor the time. With --data it makes the demo's data too.
console.log(await buildApp())
if (process.argv.includes('--data')) {
  const dataDir = resolveDataDir()
  checkDataDir(dataDir)
  await prepareData({ dataDir, ...demoPortfolio })
}
