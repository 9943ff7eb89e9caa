import { dechiffrer } from '@/lib/server/chiffrement'
import { type Ecriture, ecrire } from '@/lib/server/db'
import type { PorteeGestion } from '@/lib/server/portee'
import { peutVoirNumeros } from './access'
import { masquerNumero } from './view'

/** In clear: only for lib/services/numero-secu, which masks them or notes that they were shown. */
export async function loadNumeros(client: Ecriture, personneId: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string; nir: Buffer }>(
    'SELECT id, nir_chiffre AS nir FROM immatriculations WHERE personne_id = $1 ORDER BY id',
    [personneId],
  )
  return rows.map(({ id, nir }) => dechiffrer(nir, `immatriculations:${id}`))
}

/** The numbers under which the AMO knows a person, masked; null for whoever may not ask for them. */
export async function loadNumerosMasques(
  acteur: PorteeGestion,
  personneId: string,
): Promise<readonly string[] | null> {
  if (!peutVoirNumeros(acteur)) return null
  const numeros = await ecrire(acteur, (client) => loadNumeros(client, personneId))
  return numeros.map(masquerNumero)
}
