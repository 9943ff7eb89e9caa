import { reglements } from '@/lib/reglements/catalogue'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { ArticleId } from '@/lib/rules/decision/motif'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { type Ecriture, lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import type { AdresseLue, CoordonneesLues, TelephonesLus } from './view'

const catalogue: ReadonlyMap<string, Reglement> = new Map(Object.entries(reglements))

interface Ligne {
  readonly email: string
  readonly nouveau: string | null
  readonly demande_le: Date | null
  readonly telephones: TelephonesLus | null
  readonly adresses: readonly AdresseLue[]
  readonly preferences: CoordonneesLues['preferences']
}

/** What this person told of themselves, in one look. */
export async function loadCoordonnees(acteur: PorteeAdherent): Promise<CoordonneesLues> {
  const [lu] = await lire(
    acteur,
    (tx) => tx.$queryRaw<Ligne[]>`
    SELECT c.email, h.nouveau, h.demande_le,
      (SELECT json_build_object('version', t.version, 'mobile', t.mobile, 'fixe', t.fixe) FROM telephones t
        WHERE t.personne_id = c.personne_id ORDER BY t.version DESC LIMIT 1) AS telephones,
      (SELECT coalesce(json_agg(json_build_object('version', a.version, 'complement', a.complement, 'voie', a.voie, 'lieuDit', a.lieu_dit,
          'codePostal', a.code_postal, 'ville', a.ville, 'pays', a.pays, 'du', a.du) ORDER BY a.version DESC), '[]')
        FROM adresses a WHERE a.personne_id = c.personne_id) AS adresses,
      (SELECT coalesce(json_agg(p), '[]') FROM (SELECT DISTINCT ON (e.nature) e.nature, e.support FROM preferences_envoi e
        WHERE e.personne_id = c.personne_id ORDER BY e.nature, e.rang DESC) p) AS preferences
    FROM comptes c LEFT JOIN changements_courriel h ON h.compte_id = c.id AND h.confirme_le IS NULL AND h.abandonne_le IS NULL
    WHERE c.id = ${acteur.compteId}::uuid`,
  )
  if (lu === undefined) throw new Error('compte disparu')
  const { nouveau, demande_le, ...reste } = lu
  const attente = nouveau === null || demande_le === null ? null : { nouveau, demandeLe: demande_le }
  return { ...reste, attente }
}

const COLONNES_ADRESSE = `version, complement, voie, lieu_dit AS "lieuDit", code_postal AS "codePostal", ville, pays, du`

/** The last one written, whatever its day. */
export async function loadDerniereAdresse(client: Ecriture, personneId: string): Promise<AdresseLue | null> {
  const { rows } = await client.query<AdresseLue>(
    `SELECT ${COLONNES_ADRESSE} FROM adresses WHERE personne_id = $1 ORDER BY version DESC LIMIT 1`,
    [personneId],
  )
  return rows[0] ?? null
}

/** Where letters go on that day. */
export async function loadAdresseAu(
  client: Ecriture,
  personneId: string,
  jour: DateCivile,
): Promise<AdresseLue | null> {
  const { rows } = await client.query<AdresseLue>(
    `SELECT ${COLONNES_ADRESSE} FROM adresses WHERE personne_id = $1 AND du <= $2 ORDER BY version DESC LIMIT 1`,
    [personneId, jour],
  )
  return rows[0] ?? null
}

export async function loadDerniersTelephones(
  client: Ecriture,
  personneId: string,
): Promise<TelephonesLus | null> {
  const { rows } = await client.query<TelephonesLus>(
    'SELECT version, mobile, fixe FROM telephones WHERE personne_id = $1 ORDER BY version DESC LIMIT 1',
    [personneId],
  )
  return rows[0] ?? null
}

/** The contract, among those they hold, whose règlement asks for a proof of address, and its article. */
export interface PreuveDomicile {
  readonly adhesionId: string
  readonly article: ArticleId
}

/** Null: no règlement of theirs asks for one. */
export async function loadPreuveDomicile(
  acteur: PorteeAdherent,
  jour: DateCivile,
): Promise<PreuveDomicile | null> {
  const contrats = await lire(acteur, (tx) =>
    tx.adhesion.findMany({
      select: { id: true, reglement: true },
      where: {
        id: { in: [...acteur.adhesions] },
        OR: [{ dateFin: null }, { dateFin: { gte: new Date(`${jour}T00:00:00Z`) } }],
      },
      orderBy: [{ dateEffet: 'asc' }, { id: 'asc' }],
    }),
  )
  for (const { id, reglement } of contrats) {
    const liste = catalogue.get(reglement)?.pieces.CHANGEMENT_ADRESSE
    const demandee = liste?.pieces.some(
      ({ auChoix, siConcerne }) => !siConcerne && auChoix.includes('JUSTIFICATIF_DOMICILE'),
    )
    if (liste !== undefined && demandee === true) return { adhesionId: id, article: liste.article }
  }
  return null
}
