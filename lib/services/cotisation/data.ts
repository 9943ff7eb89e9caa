import type { SituationConnue } from '@/lib/rules/cotisation/charge-selon-situation'
import { type DateCivile, dateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import type { Periode } from '@/lib/rules/date/periode'
import type { Ecriture } from '@/lib/server/db'
import type { BeneficiaireLu, ContratLu } from '../document/view'
import { ADHESION } from '../foyer/data'
import { contenuTarifSchema, faitsModalitesSchema } from './schema'
import type { ContratCotisant, TarifEnVigueur } from './view'

interface SituationLue extends Periode, SituationConnue {
  readonly personneId: string
}

interface AdhesionLue extends Omit<ContratLu, 'membre' | 'adresse'> {
  readonly cotiseAu: DateCivile | null
  readonly situations: readonly SituationLue[]
  readonly modalites: readonly (Periode & {
    readonly periodicite: ContratCotisant['modalites'][number]['periodicite']
    readonly mode: ContratCotisant['modalites'][number]['mode']
    readonly jour: number | null
    readonly faits: unknown
  })[]
}

interface TarifLu extends Omit<TarifEnVigueur, 'tarif'> {
  readonly reglement: string
  readonly contenu: unknown
}

/** `$1` the contracts. */
const COTISANTS = `SELECT
    (SELECT coalesce(json_agg(c ORDER BY c.id), '[]') FROM (SELECT ${ADHESION}, least(a.date_fin, a.cotise_jusqu_au) AS "cotiseAu",
        coalesce((SELECT json_agg(json_build_object('periodicite', m.periodicite, 'mode', m.mode, 'jour', m.jour_prelevement,
            'faits', m.faits, 'du', m.du, 'au', m.au) ORDER BY m.du)
          FROM modalites_cotisation m WHERE m.adhesion_id = a.id AND (m.au IS NULL OR m.au >= m.du)), '[]') AS modalites,
        (SELECT coalesce(json_agg(json_build_object('personneId', s.personne_id, 'du', s.du, 'au', s.au, 'situation', s.situation,
            'celibataire', s.celibataire, 'rattacheFiscalement', s.rattache_fiscalement, 'handicapReconnuLe', s.handicap_reconnu_le,
            'justificatifRecuLe', s.justificatif_recu_le) ORDER BY s.du), '[]')
          FROM situations_ayant_droit s WHERE s.adhesion_id = a.id) AS situations
      FROM adhesions a WHERE a.id = ANY ($1::uuid[])) c) AS contrats,
    (SELECT coalesce(json_agg(t), '[]') FROM (SELECT DISTINCT ON (t.reglement, t.formule, t.annee) t.id, t.reglement, t.formule, t.annee,
        t.demonstration, t.contenu
      FROM tarifs t WHERE t.etat = 'EN_VIGUEUR' AND t.reglement IN (SELECT a.reglement FROM adhesions a WHERE a.id = ANY ($1::uuid[]))
      ORDER BY t.reglement, t.formule, t.annee, t.version DESC) t) AS tarifs`

const ROLES: Readonly<Record<string, 'ADHERENT' | 'CONJOINT' | 'ENFANT'>> = {
  MEMBRE_PARTICIPANT: 'ADHERENT',
  CONJOINT: 'CONJOINT',
  PACS: 'CONJOINT',
  CONCUBIN: 'CONJOINT',
  ENFANT: 'ENFANT',
}

const RANG_LIEN = Object.keys(ROLES)
/** The adults first, then by birth. */
const parRang = (a: BeneficiaireLu, b: BeneficiaireLu): number =>
  RANG_LIEN.indexOf(a.lien) - RANG_LIEN.indexOf(b.lien) ||
  comparer(a.dateNaissance, b.dateNaissance) ||
  a.rang - b.rang ||
  comparer(a.personneId, b.personneId)
const comparer = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Contracts with everything their contributions depend on, in the order of the ids. Persons in the order of their birth. */
export async function loadContrats(client: Ecriture, ids: readonly string[]): Promise<ContratCotisant[]> {
  const { rows } = await client.query<{ contrats: AdhesionLue[]; tarifs: TarifLu[] }>(COTISANTS, [ids])
  const [lus] = rows
  const tarifs = lireTarifs(lus?.tarifs ?? [])
  return (lus?.contrats ?? []).map((r) => ({
    adhesionId: r.id,
    reglement: r.reglement,
    dateEffet: r.du,
    dateFin: r.cotiseAu,
    formules: r.formules,
    beneficiaires: [...r.beneficiaires].sort(parRang).map(({ personneId, lien, dateNaissance, du, au }) => ({
      personneId,
      role: ROLES[lien] ?? 'ENFANT',
      dateNaissance: naissanceCivile(dateNaissance),
      du,
      au,
      situations: r.situations
        .filter((situation) => situation.personneId === personneId)
        .map(({ personneId: _qui, ...connue }) => connue),
    })),
    modalites: r.modalites.map(({ faits, ...m }) => ({ ...m, faits: faitsModalitesSchema.parse(faits) })),
    tarifs: tarifs.get(r.reglement) ?? [],
  }))
}

/** « Lunaire »: 1 January of its year, as for benefits. */
const naissanceCivile = (texte: string): DateCivile =>
  estDateCivile(texte) ? texte : dateCivile(`${texte.slice(0, 4)}-01-01`, 'dateNaissance')

function lireTarifs(lus: readonly TarifLu[]): ReadonlyMap<string, readonly TarifEnVigueur[]> {
  const parReglement = new Map<string, TarifEnVigueur[]>()
  for (const { reglement, contenu, ...t } of lus) {
    const tarif = { ...t, tarif: contenuTarifSchema.parse(contenu) }
    const groupe = parReglement.get(reglement)
    if (groupe === undefined) parReglement.set(reglement, [tarif])
    else groupe.push(tarif)
  }
  return parReglement
}
