import { defineConfig } from 'vitest/config'

const alias = { '@': import.meta.dirname }

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['lib/**/*.test.ts', 'app/**/*.test.ts', 'app/**/*.test.tsx'],
          exclude: ['lib/store/**', '**/*.store.test.ts', '**/node_modules/**'],
          globalSetup: ['lib/boot/test/worker-for-tests.ts'],
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'store',
          include: ['lib/store/**/*.test.ts', 'lib/**/*.store.test.ts'],
          exclude: ['lib/store/generated/**', '**/node_modules/**'],
          globalSetup: ['lib/boot/test/worker-for-tests.ts', 'lib/store/testing/postgres-for-tests.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
