// Of every answer, pages and files alike; the policy of pages, with its nonce, comes from proxy.ts.
const EVERYWHERE = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'referrer-policy', value: 'same-origin' },
  { key: 'cross-origin-opener-policy', value: 'same-origin' },
  { key: 'cross-origin-resource-policy', value: 'same-origin' },
  { key: 'x-frame-options', value: 'DENY' },
  {
    key: 'permissions-policy',
    value:
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), browsing-topics=()',
  },
]

// An answer of the API is data: should it ever be shown as a page, nothing in it runs.
const API_POLICY = {
  key: 'content-security-policy',
  value: "default-src 'none'; frame-ancestors 'none'; sandbox",
}

// The worker keeps pages with the headers they came with, so it must itself never be an old copy.
const WORKER = [{ key: 'cache-control', value: 'no-cache' }]

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  typescript: { ignoreBuildErrors: true }, // `npm test` checks types; who only starts the house need not wait for it
  // A build for `npm run bench` also has the empty route that answers are measured against.
  pageExtensions: process.env.UNROLL_BENCH ? ['tsx', 'ts', 'bench.ts'] : ['tsx', 'ts'],
  distDir: process.env.UNROLL_BENCH ? '.next-bench' : '.next',
  // Native modules and engines stay outside the bundle, where the start script uses the very same copies.
  serverExternalPackages: [
    '@prisma/adapter-better-sqlite3',
    '@prisma/adapter-pg',
    '@prisma/driver-adapter-utils',
    '@prisma/schema-engine-wasm',
    '@node-rs/argon2',
    'better-sqlite3',
    'pg',
    'pino',
  ],
  headers: async () => [
    { source: '/:path*', headers: EVERYWHERE },
    { source: '/api/:path*', headers: [API_POLICY] },
    { source: '/sw.js', headers: WORKER },
  ],
  turbopack: { root: import.meta.dirname },
}

export default config
