import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true },
  // `npm test` runs tsc on the whole project; the build does not do it a second time.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-boss', 'pg-copy-streams', 'pino', 'nodemailer'],
}

export default config
