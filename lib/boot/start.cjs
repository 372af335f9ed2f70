// What `npm start` and `npm run dev` run, in plain JavaScript that any Node can read: it says so when Node is too
// old, and only then loads the rest, which is TypeScript.
const path = require('node:path')

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Unroll needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

process.chdir(path.join(__dirname, '../..'))
process.env.NODE_ENV ??= process.argv.includes('--dev') ? 'development' : 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'

async function run() {
  let tsx
  try {
    tsx = await import('tsx/esm/api')
  } catch {
    console.error('The packages are not installed: run npm ci first.')
    process.exit(1)
  }
  tsx.register()
  const { startOrExplain } = await import('./start/start.ts')
  await startOrExplain(process.argv.slice(2))
}

run()
