import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { describeCluster, ownerUrl } from '@/scripts/database/cluster'
import comptes from '../../prisma/demonstration/comptes.json' with { type: 'json' }

/** The database behind the served product, seen by its owner: to compare, never to prepare. */
export async function ouvrirBaseE2e(): Promise<pg.Pool> {
  const dossier = process.env.PORTAIL_E2E_DATA ?? ''
  const secrets = z.object({ proprietaire: z.string() }).parse(lireJson(join(dossier, 'secrets.json')))
  const port = Number(readFileSync(join(dossier, 'postgres.port'), 'utf8'))
  const cluster = describeCluster(dossier, secrets.proprietaire)
  return new pg.Pool({ connectionString: ownerUrl(cluster, port, 'portail'), max: 2 })
}

const lireJson = (chemin: string): unknown => JSON.parse(readFileSync(chemin, 'utf8'))

export interface CompteDemonstration {
  readonly identifiant: string
  readonly motDePasse: string
  readonly role: string
}

/** An account of the demonstration, by the key of its person (`maelys`) or its role (`GESTIONNAIRE`). */
export function compteDemonstration(cle: string): CompteDemonstration {
  const trouve = comptes.comptes.find(
    (compte) => compte.role === cle || ('personne' in compte && compte.personne === cle),
  )
  if (trouve === undefined) throw new Error(`pas de compte de démonstration « ${cle} »`)
  return trouve
}
