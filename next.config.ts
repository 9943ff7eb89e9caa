import type { NextConfig } from 'next'
import { ENTETES_DE_TOUT } from './lib/server/entetes'

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
  // A file of décomptes sent from /gestion/flux: about 20,000 lines. Larger ones go through npm run import.
  experimental: { serverActions: { bodySizeLimit: '20mb' } },
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
