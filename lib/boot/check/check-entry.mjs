// A process of a server that runs TypeScript as it is written has to be taught to read it, too.
import { register } from 'tsx/esm/api'

register()
await import('./check-process.ts')
