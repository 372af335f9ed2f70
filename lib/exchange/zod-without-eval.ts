import { z } from 'zod'

// Zod tries whether it may compile its schemas, which the pages' policy refuses and reports. In a browser it does not try.
if (typeof window !== 'undefined') z.config({ jitless: true })
