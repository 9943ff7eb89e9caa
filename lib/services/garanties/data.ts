import { Prisma } from '@/generated/prisma/client'
import { annee, type DateCivile, dateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import { estCodeLigne } from '@/lib/rules/remboursement/lignes'
import { type Lecture, lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import { reglementDe } from '../liquidation/data'
import { requeteRetenues } from '../retenues/data'
import { type RetenuesAnnee, retenuesDe } from '../retenues/schema'
import { type ContratLu, type PersonneSuivie, precisions, type SuiviLu, type UtilisationLue } from './schema'

/**
 * Who is covered by what, and what they have used of it. Two statements: row level security gives a member their contracts, and an
 * ayant droit what is theirs alone.
 */
interface RattachementLu {
  readonly id: string
  readonly prenom: string
  readonly nom: string
  readonly date_naissance: string
  readonly adhesion_id: string | null
  readonly numero_adherent: string
  readonly reglement: string
  readonly du: string
  readonly au: string | null
  readonly contrat_du: string
  readonly contrat_au: string | null
  readonly formules: readonly { formule: string; du: string; au: string | null }[]
  readonly suspensions: readonly { du: string; au: string | null }[]
}

const jourOuNul = (texte: string | null): DateCivile | null => (texte === null ? null : dateCivile(texte))

const lireContrat = (r: RattachementLu & { readonly adhesion_id: string }): ContratLu => ({
  adhesionId: r.adhesion_id,
  numeroAdherent: r.numero_adherent,
  reglement: reglementDe(r.reglement),
  du: dateCivile(r.du),
  au: jourOuNul(r.au),
  contrat: { du: dateCivile(r.contrat_du), au: jourOuNul(r.contrat_au) },
  formules: r.formules.map((f) => ({ formule: f.formule, du: dateCivile(f.du), au: jourOuNul(f.au) })),
  suspensions: r.suspensions.map((s) => ({ du: dateCivile(s.du), au: jourOuNul(s.au) })),
})

/** A date that the calendar does not know counts from the first day of its year, as when a care is paid. */
const naissance = (texte: string): DateCivile =>
  dateCivile(estDateCivile(texte) ? texte : `${texte.slice(0, 4)}-01-01`)

const aUneAdhesion = (r: RattachementLu): r is RattachementLu & { readonly adhesion_id: string } =>
  r.adhesion_id !== null

/** Those the reader may see, the reader first, then by age. */
async function personnes(tx: Lecture, portee: PorteeAdherent): Promise<PersonneSuivie[]> {
  const lus = await tx.$queryRaw<RattachementLu[]>`
    SELECT p.id, p.prenom, p.nom, p.date_naissance, b.adhesion_id, a.numero_adherent, a.reglement, b.du::text, b.au::text,
      a.date_effet::text AS contrat_du, a.date_fin::text AS contrat_au,
      (SELECT coalesce(json_agg(json_build_object('formule', f.formule, 'du', f.du, 'au', f.au) ORDER BY f.du), '[]')
        FROM choix_formules f WHERE f.adhesion_id = a.id) AS formules,
      (SELECT coalesce(json_agg(json_build_object('du', s.du, 'au', s.au) ORDER BY s.du), '[]')
        FROM suspensions s WHERE s.adhesion_id = a.id) AS suspensions
    FROM personnes p LEFT JOIN (beneficiaires b JOIN adhesions a ON a.id = b.adhesion_id) ON b.personne_id = p.id
    ORDER BY p.id <> ${portee.personneId}::uuid, p.date_naissance, p.id, a.date_effet, a.numero_adherent, b.du`
  const parId = new Map<string, PersonneSuivie & { readonly contrats: ContratLu[] }>()
  for (const r of lus) {
    const connue = parId.get(r.id) ?? {
      id: r.id,
      prenom: r.prenom,
      nom: r.nom,
      dateNaissance: naissance(r.date_naissance.trim()),
      contrats: [],
    }
    if (aUneAdhesion(r)) connue.contrats.push(lireContrat(r))
    parId.set(r.id, connue)
  }
  return [...parId.values()]
}

interface ConsommationLue {
  readonly prestation_id: string
  readonly personne_id: string
  readonly adhesion_id: string
  readonly ligne: string
  readonly jour: string
  readonly montant: bigint
  readonly quantite: number | null
  readonly precisions: unknown
  readonly libelle: string
  readonly executant: string | null
}

/** What standing prestations took: the same rows that the next payment will read. */
async function utilisations(tx: Lecture, qui: readonly string[]): Promise<UtilisationLue[]> {
  if (qui.length === 0) return []
  const lues = await tx.$queryRaw<ConsommationLue[]>`
    SELECT c.prestation_id, c.personne_id, c.adhesion_id, c.ligne, c.jour::text, c.montant, c.quantite, c.precisions, p.libelle, p.executant
    FROM consommations c JOIN prestations p ON p.id = c.prestation_id
    WHERE c.personne_id = ANY (ARRAY[${Prisma.join([...qui])}]::uuid[])
      AND NOT EXISTS (SELECT FROM prestations x WHERE x.annule_id = p.id)
    ORDER BY c.jour DESC, c.prestation_id, c.rang`
  return lues.map((c) => {
    if (!estCodeLigne(c.ligne)) throw new Error(`la ligne de garantie « ${c.ligne} » n'existe plus`)
    return {
      prestationId: c.prestation_id,
      personneId: c.personne_id,
      adhesionId: c.adhesion_id,
      libelle: c.libelle,
      executant: c.executant,
      consommation: {
        ligne: c.ligne,
        date: dateCivile(c.jour),
        montant: montant(Number(c.montant)),
        ...(c.quantite === null ? {} : { quantite: c.quantite }),
        ...precisions.parse(c.precisions),
      },
    }
  })
}

/** What the AMO kept of one person's care this year: an example of care starts from there. */
async function retenues(tx: Lecture, personneId: string, jour: DateCivile) {
  const lues = await tx.$queryRaw<RetenuesAnnee[]>(
    requeteRetenues(Prisma.sql`p.personne_id = ${personneId}::uuid`),
  )
  const { PARTICIPATIONS, FRANCHISES } = retenuesDe(lues, personneId, annee(jour))
  return { participationsAnnee: PARTICIPATIONS.total, franchisesAnnee: FRANCHISES.total }
}

/** @param choisies empty = everyone. Somebody whom the reader may not see is nobody: the reader is shown. */
export function lireSuivi(portee: PorteeAdherent, choisies: readonly string[]): Promise<SuiviLu> {
  return lire(portee, async (tx) => {
    const toutes = await personnes(tx, portee)
    const demandees = toutes.filter(({ id }) => choisies.length === 0 || choisies.includes(id))
    const voulues = demandees.length === 0 ? toutes.slice(0, 1) : demandees
    return {
      personnes: toutes,
      choisies: voulues,
      utilisations: await utilisations(
        tx,
        voulues.map(({ id }) => id),
      ),
    }
  })
}

/** One person's: the one asked for, else the reader. */
export function lireGaranties(portee: PorteeAdherent, demandee: string | null, jour: DateCivile) {
  return lire(portee, async (tx) => {
    const toutes = await personnes(tx, portee)
    const personne = toutes.find(({ id }) => id === demandee) ?? toutes[0]
    if (personne === undefined) throw new Error('un adhérent se voit toujours lui-même')
    return {
      personnes: toutes,
      personne,
      utilisations: await utilisations(tx, [personne.id]),
      retenues: await retenues(tx, personne.id, jour),
    }
  })
}

export type GarantiesLues = Awaited<ReturnType<typeof lireGaranties>>
