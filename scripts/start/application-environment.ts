import type { Base } from '../database/base'
import { dataDirectory } from '../database/base'
import type { Settings } from './environnement'

/** What the product's processes receive: the secrets and the application's login, never the owner's. */
export function applicationEnvironment(root: string, settings: Settings, base: Base): NodeJS.ProcessEnv {
  const { DATABASE_OWNER_URL: _, ...inherited } = process.env
  return {
    ...inherited,
    ...base.secrets,
    DATABASE_URL: base.applicationUrl,
    PORTAIL_URL: settings.publicUrl,
    PORTAIL_DATA: dataDirectory(root),
    PORT: String(settings.port),
  }
}
