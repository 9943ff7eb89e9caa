import { Prisma } from '@/generated/prisma/client'
import { annee, type DateCivile, dateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import { estCodeLigne } from '@/lib/rules/remboursement/lignes'
import { type Lecture, lire } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import { lireFoyer } from '../foyer/data'
import { requeteRetenues } from '../retenues/data'
import { type RetenuesAnnee, retenuesDe } from '../retenues/schema'
import { type PersonneSuivie, precisions, type SuiviLu, type UtilisationLue } from './schema'

/** Who is covered by what, and what they have used of it. A date that the calendar does not know counts from the first day of its year. */
const naissance = (texte: string): DateCivile =>
  dateCivile(estDateCivile(texte) ? texte : `${texte.slice(0, 4)}-01-01`)

/** Those the reader may see, the reader first, then by age. */
const personnes = async (tx: Lecture, portee: PorteeAdherent): Promise<readonly PersonneSuivie[]> =>
  (await lireFoyer(tx, portee)).map(({ id, prenom, nom, lecture, assure }) => ({
    id,
    prenom,
    nom,
    dateNaissance: naissance(assure.dateNaissance),
    lecture,
    contrats: assure.rattachements,
  }))

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
