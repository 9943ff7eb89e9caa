import type { SituationConnue } from '@/lib/rules/cotisation/charge-selon-situation'
import { type DateCivile, dateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import type { Ecriture } from '@/lib/server/db'
import { contenuTarifSchema, faitsModalitesSchema } from './schema'
import type { ContratCotisant, TarifEnVigueur } from './view'

interface PeriodeLue {
  du: DateCivile
  au: DateCivile | null
}
interface ContratLu {
  id: string
  reglement: string
  date_effet: DateCivile
  date_fin: DateCivile | null
  formules: (PeriodeLue & { formule: string })[]
  beneficiaires: (PeriodeLue & {
    personneId: string
    lien: string
    dateNaissance: string
    situations: (PeriodeLue & SituationConnue)[]
  })[]
  modalites: (PeriodeLue & {
    periodicite: ContratCotisant['modalites'][number]['periodicite']
    mode: ContratCotisant['modalites'][number]['mode']
    jour: number | null
    faits: unknown
  })[]
}

const ROLES: Readonly<Record<string, 'ADHERENT' | 'CONJOINT' | 'ENFANT'>> = {
  MEMBRE_PARTICIPANT: 'ADHERENT',
  CONJOINT: 'CONJOINT',
  PACS: 'CONJOINT',
  CONCUBIN: 'CONJOINT',
  ENFANT: 'ENFANT',
}

const SITUATIONS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('du', s.du, 'au', s.au, 'situation', s.situation,
    'celibataire', s.celibataire, 'rattacheFiscalement', s.rattache_fiscalement, 'handicapReconnuLe', s.handicap_reconnu_le,
    'justificatifRecuLe', s.justificatif_recu_le) ORDER BY s.du), '[]')
  FROM situations_ayant_droit s WHERE s.adhesion_id = b.adhesion_id AND s.personne_id = b.personne_id)`

/** Contracts with everything their contributions depend on, in the order of the ids. Persons in the order of their birth. */
export async function loadContrats(client: Ecriture, ids: readonly string[]): Promise<ContratCotisant[]> {
  const { rows } = await client.query<ContratLu>(
    `SELECT a.id, a.reglement, a.date_effet, least(a.date_fin, a.cotise_jusqu_au) AS date_fin,
        coalesce((SELECT jsonb_agg(jsonb_build_object('formule', f.formule, 'du', f.du, 'au', f.au) ORDER BY f.du)
          FROM choix_formules f WHERE f.adhesion_id = a.id), '[]') AS formules,
        (SELECT jsonb_agg(jsonb_build_object('personneId', p.id, 'lien', b.lien, 'dateNaissance', p.date_naissance,
            'du', b.du, 'au', b.au, 'situations', ${SITUATIONS}) ORDER BY b.lien, p.date_naissance, p.rang_naissance, p.id)
          FROM beneficiaires b JOIN personnes p ON p.id = b.personne_id WHERE b.adhesion_id = a.id) AS beneficiaires,
        coalesce((SELECT jsonb_agg(jsonb_build_object('periodicite', m.periodicite, 'mode', m.mode, 'jour', m.jour_prelevement,
            'faits', m.faits, 'du', m.du, 'au', m.au) ORDER BY m.du)
          FROM modalites_cotisation m WHERE m.adhesion_id = a.id AND (m.au IS NULL OR m.au >= m.du)), '[]') AS modalites
      FROM adhesions a WHERE a.id = ANY ($1::uuid[]) ORDER BY a.id`,
    [ids],
  )
  const tarifs = await loadTarifs(client, [...new Set(rows.map((r) => r.reglement))])
  return rows.map((r) => ({
    adhesionId: r.id,
    reglement: r.reglement,
    dateEffet: r.date_effet,
    dateFin: r.date_fin,
    formules: r.formules,
    beneficiaires: r.beneficiaires.map(({ lien, dateNaissance, ...b }) => ({
      ...b,
      role: ROLES[lien] ?? 'ENFANT',
      dateNaissance: naissanceCivile(dateNaissance),
    })),
    modalites: r.modalites.map(({ faits, ...m }) => ({ ...m, faits: faitsModalitesSchema.parse(faits) })),
    tarifs: tarifs.get(r.reglement) ?? [],
  }))
}

/** « Lunaire »: 1 January of its year, as for benefits. */
const naissanceCivile = (texte: string): DateCivile =>
  estDateCivile(texte) ? texte : dateCivile(`${texte.slice(0, 4)}-01-01`, 'dateNaissance')

interface TarifLu {
  id: string
  reglement: string
  formule: string
  annee: number
  demonstration: boolean
  contenu: unknown
}

async function loadTarifs(
  client: Ecriture,
  reglements: readonly string[],
): Promise<Map<string, TarifEnVigueur[]>> {
  const { rows } = await client.query<TarifLu>(
    `SELECT DISTINCT ON (reglement, formule, annee) id, reglement, formule, annee, demonstration, contenu
      FROM tarifs WHERE etat = 'EN_VIGUEUR' AND reglement = ANY ($1::text[])
      ORDER BY reglement, formule, annee, version DESC`,
    [reglements],
  )
  const parReglement = new Map<string, TarifEnVigueur[]>()
  for (const { reglement, contenu, ...t } of rows) {
    const tarif = { ...t, tarif: contenuTarifSchema.parse(contenu) }
    const groupe = parReglement.get(reglement)
    if (groupe === undefined) parReglement.set(reglement, [tarif])
    else groupe.push(tarif)
  }
  return parReglement
}
