/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
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
  turbopack: { root: import.meta.dirname },
}

export default config
