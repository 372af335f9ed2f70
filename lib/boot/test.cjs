// What `npm test` runs: see lib/boot/test/run-tests.ts. Plain JavaScript, so that an old Node gets a sentence.
const path = require('node:path')

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Unroll needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

process.chdir(path.join(__dirname, '../..'))
process.env.NEXT_TELEMETRY_DISABLED = '1'
import('tsx/esm/api')
  .then(async ({ register }) => {
    register()
    const { runTests } = await import('./test/run-tests.ts')
    process.exitCode = await runTests(process.argv.slice(2))
  })
  .catch((error) => {
    console.error(
      error.code === 'ERR_MODULE_NOT_FOUND' ? 'The packages are not installed: run npm ci first.' : error,
    )
    process.exitCode = 1
  })
