import type { DateCivile } from '@/lib/rules/date/date-civile'
import { aujourdhui, maintenant } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import {
  type DocumentLu,
  loadContratsDe,
  loadContratsEntiers,
  loadDernieresCartes,
  loadDocument,
} from '../document/data'
import { voirVerification } from '../document/view'
import { papierDuDocument } from '../rendu/data'
import { type CarteDuContrat, type CarteVue, voirCarte } from './view'

/** Cards with what they are worth today; whatever is no card is left out. */
async function valoir(documents: readonly DocumentLu[]): Promise<readonly CarteVue[]> {
  const cartes = documents.filter(({ nature }) => nature === 'CARTE_TIERS_PAYANT')
  if (cartes.length === 0) return []
  const contrats = await ecrire(SYSTEME, (client) =>
    loadContratsEntiers(
      client,
      cartes.map(({ adhesionId }) => adhesionId),
    ),
  )
  const vues = await Promise.all(
    cartes.map(async (document) => {
      const bloc = (await papierDuDocument(document)).blocs.find(({ type }) => type === 'carte')
      const contrat = contrats.get(document.adhesionId)
      if (bloc?.type !== 'carte' || contrat === undefined) return []
      const { sources } = document.donnees
      const { etat, phrase } = voirVerification(
        { ...document, contrat, sources, mandatFiniLe: null },
        aujourdhui(),
      )
      const { numeroAdherent } = contrat
      return [voirCarte({ document, numeroAdherent, carte: bloc.carte, etat, phrase, lueLe: maintenant() })]
    }),
  )
  return vues.flat()
}

/** One card of this reader with what it is worth today. Null: none of theirs has this id. */
export async function loadCarte(portee: PorteeAdherent, id: string): Promise<CarteVue | null> {
  const document = await loadDocument(portee, id)
  return document === null ? null : ((await valoir([document]))[0] ?? null)
}

/** The reader's cards, contract by contract. */
export async function loadMesCartes(portee: PorteeAdherent): Promise<readonly CarteDuContrat[]> {
  const contrats = await loadContratsDe(portee)
  const documents = await loadDernieresCartes(
    portee,
    contrats.map(({ id }) => id),
  )
  const cartes = new Map((await valoir(documents)).map((carte) => [carte.id, carte]))
  return contrats.map(({ id, numeroAdherent }) => {
    const document = documents.find(({ adhesionId }) => adhesionId === id)
    return { adhesion: id, numeroAdherent, carte: cartes.get(document?.id ?? '') ?? null }
  })
}

/**
 * Contracts in force that day whose membre participant has no card for it: the year began, the last one ended with a formule or a person, or
 * somebody whom it does not name is covered since.
 */
export async function loadContratsSansCarte(client: Ecriture, jour: DateCivile): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT a.id FROM adhesions a WHERE daterange(a.date_effet, a.date_fin, '[]') @> $1::date
      AND NOT EXISTS (SELECT FROM documents d WHERE d.adhesion_id = a.id AND d.nature = 'CARTE_TIERS_PAYANT'
        AND d.personne_id = a.membre_participant_id AND $1::date BETWEEN d.du AND d.au
        AND NOT EXISTS (SELECT FROM beneficiaires b WHERE b.adhesion_id = a.id AND daterange(b.du, b.au, '[]') @> $1::date
          AND NOT d.donnees #> '{sources,personnes}' ? b.personne_id::text))
      ORDER BY a.id`,
    [jour],
  )
  return rows.map(({ id }) => id)
}
