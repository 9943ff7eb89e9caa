import type { Assure, Rattachement } from '@/lib/flux/liquidation/situation'
import type { AccordDate } from '@/lib/rules/ayant-droit/reserver-soins'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Interroger, type Lecture, parLecture } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import { reglementDe } from '../cotisation/view'

/** Contracts, and the people they cover: the one way to read them, for a page, a paper, a contribution or a payment. Days are texts. */
const PERIODES = (table: string, plus = '') =>
  `(SELECT coalesce(json_agg(json_build_object(${plus}'du', x.du, 'au', x.au) ORDER BY x.du), '[]')
    FROM ${table} x WHERE x.adhesion_id = a.id)`

/** The history of the adhésion « a », in columns. */
const VIE = `a.id::text AS id, a.numero_adherent AS "numeroAdherent", a.reglement,
    ${PERIODES('choix_formules', "'formule', x.formule, ")} AS formules, ${PERIODES('suspensions')} AS suspensions`

/** The adhésion « a », whole: its life and who it covers. */
export const ADHESION = `${VIE}, a.date_effet::text AS du, a.date_fin::text AS au,
    (SELECT coalesce(json_agg(json_build_object('personneId', p.id, 'prenom', p.prenom, 'nom', p.nom, 'lien', b.lien,
        'dateNaissance', p.date_naissance, 'rang', p.rang_naissance, 'du', b.du, 'au', b.au) ORDER BY b.du, p.id), '[]')
      FROM beneficiaires b JOIN personnes p ON p.id = b.personne_id WHERE b.adhesion_id = a.id) AS beneficiaires`

export interface PersonneVue {
  readonly id: string
  readonly prenom: string
  readonly nom: string
  /** As the AMO writes it: maybe a date that the calendar does not know. */
  readonly dateNaissance: string
  readonly lecture: LectureLue | null
}

/** Of somebody whose care the reader does not read from a day on. Null: the reader reads it all. */
export interface LectureLue {
  /** First day of care that is theirs alone; maybe to come. */
  readonly lisibleAvant: DateCivile
  readonly accords: readonly AccordDate[]
}

/** The same, of the person « p »: row level security decides by the same function. `$1`: the reader's contracts. */
export const LECTURE = `(SELECT json_build_object('lisibleAvant', min(l.lisible_avant), 'accords',
      (SELECT coalesce(json_agg(json_build_object('du', k.du, 'retireLe', k.retire_le) ORDER BY k.cree_le), '[]')
        FROM accords_lecture k WHERE k.personne_id = p.id AND k.adhesion_id = ANY ($1::uuid[])))
    FROM lectures_soins($1::uuid[]) l WHERE l.personne_id = p.id AND l.lisible_avant < 'infinity' HAVING count(*) > 0)`

/**
 * Of the people « p », those whom a person may see: what row level security says of them, said again so that the indexes serve.
 * `$1` their contracts, `$2` themselves.
 */
export const VISIBLES = `p.id = ANY (ARRAY(SELECT v.personne_id FROM beneficiaires v WHERE v.adhesion_id = ANY ($1::uuid[])) || $2::uuid)`
export const visiblesDe = (portee: PorteeAdherent) => [[...portee.adhesions], portee.personneId] as const
/** The reader first, then by age. */
export const LECTEUR_D_ABORD = 'p.id <> $2::uuid, p.date_naissance, p.id'

export const lirePersonnes = (tx: Lecture, portee: PorteeAdherent): Promise<readonly PersonneVue[]> =>
  parLecture(tx)(
    `SELECT p.id::text AS id, p.prenom, p.nom, p.date_naissance AS "dateNaissance", ${LECTURE} AS lecture FROM personnes p WHERE ${VISIBLES}
      ORDER BY ${LECTEUR_D_ABORD}`,
    visiblesDe(portee),
  )

interface RattachementLu extends Omit<PersonneVue, 'id'> {
  readonly personneId: string
  /** Of the adhésion. Null: no contract covers this person, nor did; then nothing below is known. */
  readonly id: string | null
  readonly numeroAdherent: string
  readonly reglement: string
  readonly du: DateCivile
  readonly au: DateCivile | null
  readonly effet: DateCivile
  readonly fin: DateCivile | null
  readonly formules: Rattachement['formules']
  readonly suspensions: Rattachement['suspensions']
}

/** A person, and every contract that covers, covered or will cover them, the oldest first. */
export interface PersonneAssuree {
  readonly id: string
  readonly prenom: string
  readonly nom: string
  readonly lecture: LectureLue | null
  readonly assure: Assure
}

async function lireRattachements(
  interroger: Interroger,
  qui: string,
  valeurs: readonly unknown[],
  ordre: string,
  lecture: string,
): Promise<readonly PersonneAssuree[]> {
  const lus = await interroger<RattachementLu>(
    `SELECT p.id::text AS "personneId", p.prenom, p.nom, p.date_naissance AS "dateNaissance",
        ${lecture} AS lecture, b.du::text, b.au::text, a.date_effet::text AS effet, a.date_fin::text AS fin, ${VIE}
      FROM personnes p LEFT JOIN (beneficiaires b JOIN adhesions a ON a.id = b.adhesion_id) ON b.personne_id = p.id
      WHERE ${qui} ORDER BY ${ordre}, a.date_effet, a.numero_adherent, b.du`,
    valeurs,
  )
  const personnes = new Map<
    string,
    PersonneAssuree & { readonly assure: { rattachements: Rattachement[] } }
  >()
  for (const lu of lus) {
    const { personneId, prenom, nom, dateNaissance, lecture } = lu
    const connue = personnes.get(personneId) ?? {
      id: personneId,
      prenom,
      nom,
      lecture,
      assure: { personneId, dateNaissance, rattachements: [] },
    }
    personnes.set(personneId, connue)
    if (lu.id !== null) connue.assure.rattachements.push(lireRattachement(lu, lu.id))
  }
  return [...personnes.values()]
}

const lireRattachement = (lu: RattachementLu, adhesionId: string): Rattachement => ({
  adhesionId,
  numeroAdherent: lu.numeroAdherent,
  reglement: reglementDe(lu.reglement),
  du: lu.du,
  au: lu.au,
  adhesion: { du: lu.effet, au: lu.fin },
  formules: lu.formules,
  suspensions: lu.suspensions,
})

/** Those of a payment: their contracts whole, a past care needs the contract of its day. */
export const loadAssures = (
  interroger: Interroger,
  personnes: readonly string[],
): Promise<readonly PersonneAssuree[]> =>
  lireRattachements(interroger, 'p.id = ANY ($1::uuid[])', [[...personnes]], 'p.id', 'NULL')

/** Those whom a person may see, the reader first; an ayant droit has what is theirs alone. */
export const lireFoyer = (tx: Lecture, portee: PorteeAdherent): Promise<readonly PersonneAssuree[]> =>
  lireRattachements(parLecture(tx), VISIBLES, visiblesDe(portee), LECTEUR_D_ABORD, LECTURE)
