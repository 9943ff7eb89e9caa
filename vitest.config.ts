import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) }

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unite',
          include: [
            'tests/{demonstration,formulaire,rules,reglements,lexique,flux,scripts,server,architecture}/**/*.test.ts',
          ],
        },
      },
    ],
  },
})
