import type { NextConfig } from 'next'
import { CORPS_MAX, ENTETES_DE_TOUT } from './lib/server/entetes'

const config: NextConfig = {
  // proxy.ts does it, with the headers of every answer.
  skipTrailingSlashRedirect: true,
  headers: async () => [
    { source: '/:path*', headers: ENTETES_DE_TOUT.map(([key, value]) => ({ key, value })) },
  ],
  poweredByHeader: false,
  images: { unoptimized: true },
  // `npm test` runs tsc on the whole project; the build does not do it a second time.
  typescript: { ignoreBuildErrors: true },
  // Files of décomptes (/gestion/flux), papers of members. Beyond its own limit proxy.ts would be passed a body cut short: it answers 413
  // before, and that limit is a little larger than the action's, which then says no by itself.
  experimental: {
    serverActions: { bodySizeLimit: CORPS_MAX },
    proxyClientMaxBodySize: CORPS_MAX + 1024 * 1024,
    // First-load script, of which all but two kilobytes are React and Next.js: what they do not use is left out, and the two come in one file, which
    // compresses better than several.
    turbopackCjsTreeShaking: true,
    turbopackCjsScopeHoisting: true,
    turbopackCrossModuleConstants: true,
    turbopackChunking: {
      firstPageLoadPriority: 1,
      maxChunkCountPerGroup: 1,
      minChunkSize: 2_000_000,
      maxMergeChunkSize: 4_000_000,
    },
  },
  // The compiler of papers is only loaded by the child that renders (lib/server/pdf/enfant.mjs); it is named here so that no bundle ever takes its 51 MB.
  serverExternalPackages: [
    '@myriaddreamin/typst-ts-node-compiler',
    '@node-rs/argon2',
    'libxml2-wasm',
    'pg',
    'pg-boss',
    'pg-copy-streams',
    'pino',
    'nodemailer',
  ],
}

export default config
