import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'src/**/*.test.ts'],
    exclude: ['test/e2e/**', '**/fixtures/**', '**/node_modules/**'],
    testTimeout: 30_000,
  },
})
