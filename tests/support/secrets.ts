import { createHash } from 'node:crypto'

const key = (label: string) => createHash('sha256').update(label).digest('base64')

/** Secrets of the right shape, the same at every run, used by nothing but tests. */
export const SECRETS_DE_TEST = {
  PORTAIL_SECRET: key('secret des tests'),
  PORTAIL_CLES: `cle1:${key('clé de chiffrement des tests')}`,
  PORTAIL_CLE_INDEX: key("clé d'index des tests"),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key('clé des actions des tests'),
}
