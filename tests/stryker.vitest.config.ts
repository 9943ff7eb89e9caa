import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// What the rules must not survive: their own tests, without database or browser.
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('..', import.meta.url)) } },
  test: {
    include: ['tests/{rules,reglements}/**/*.test.ts'],
    testTimeout: 60_000,
  },
})
