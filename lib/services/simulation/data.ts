import { Prisma } from '@/generated/prisma/client'
import { droitsAu, sansTableau } from '@/lib/flux/liquidation/situation'
import { type Chiffrage, chiffrer, type Dossier, type Passe } from '@/lib/flux/simulation/chiffrer'
import { apresRenouvellement, surLesAutresFormules } from '@/lib/flux/simulation/comparer'
import { BaseManquante, PrixManquant } from '@/lib/flux/simulation/decompte'
import type { SoinDemande } from '@/lib/flux/simulation/demande'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { formatMontant } from '@/lib/lexique/formats'
import { GARANTIES_AILLEURS } from '@/lib/lexique/garanties'
import { SIMULATION_RESERVEE } from '@/lib/lexique/lecture-soins'
import { expliquerMotif } from '@/lib/lexique/motifs'
import type { SoinASimuler } from '@/lib/lexique/soins/soin'
import { SOINS_A_SIMULER } from '@/lib/lexique/soins-a-simuler'
import { socle } from '@/lib/reglements/catalogue'
import { ajouterMois, annee, type DateCivile } from '@/lib/rules/date/date-civile'
import { contient } from '@/lib/rules/date/periode'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { montant } from '@/lib/rules/montant/montant'
import type { Consommation, ElementOptique } from '@/lib/rules/remboursement/faits'
import { type FormuleOuverte, ouvrirFormule } from '@/lib/rules/remboursement/formule'
import { type CodeLigne, estCodeLigne } from '@/lib/rules/remboursement/lignes'
import { versionAu } from '@/lib/rules/remboursement/nomenclature'
import { acteVersLigne } from '@/lib/rules/remboursement/poste'
import { natureDeLigne, type SorteParticipation } from '@/lib/rules/remboursement/socle'
import type { Piece } from '@/lib/rules/remboursement/table'
import { type Lecture, lire, parLecture } from '@/lib/server/db'
import type { PorteeAdherent, PorteeGestion, PorteeSysteme } from '@/lib/server/portee'
import { lireFoyer, loadAssures, type PersonneAssuree } from '@/lib/services/foyer/data'
import { estReservee } from '../lecture-soins/view'
import { requeteRetenues } from '../retenues/data'
import { type RetenuesAnnee, retenuesDe } from '../retenues/schema'
import type { Demande } from './schema'

/** Those the reader may simulate for: whom they may see, if a contract covers them or did. */
const simulables = async (tx: Lecture, portee: PorteeAdherent): Promise<readonly PersonneAssuree[]> =>
  (await lireFoyer(tx, portee)).filter(({ assure }) => assure.rattachements.length > 0)

/** The reader first. */
export const lirePersonnes = (portee: PorteeAdherent): Promise<readonly PersonneAssuree[]> =>
  lire(portee, (tx) => simulables(tx, portee))

interface ConsommationLue {
  readonly adhesion_id: string
  readonly ligne: CodeLigne
  readonly jour: DateCivile
  readonly montant: number
  readonly quantite: number | null
  readonly precisions: Pick<Consommation, 'oreille' | 'oeil' | 'etablissement' | 'element'>
  readonly equipement: string | null
}

const consommations = (tx: Lecture, personne: string) => tx.$queryRaw<ConsommationLue[]>`
  SELECT c.adhesion_id, c.ligne, c.jour::text AS jour, c.montant::float8 AS montant, c.quantite, c.precisions,
    CASE WHEN c.ligne LIKE 'optique.%' THEN p.entrees ->> 'equipement' END AS equipement
  FROM consommations c JOIN prestations p ON p.id = c.prestation_id
  WHERE c.personne_id = ${personne}::uuid AND NOT EXISTS (SELECT FROM prestations x WHERE x.annule_id = p.id)
  ORDER BY p.calculee_le, p.id, c.rang`

interface ElementsLus {
  readonly jour: DateCivile
  readonly equipement: string
  readonly second: string | null
  readonly elements: ElementOptique[]
}

const elements = (tx: Lecture, personne: string) => tx.$queryRaw<ElementsLus[]>`
  SELECT p.date_soins::text AS jour, e.entrees ->> 'equipement' AS equipement, e.entrees ->> 'adhesionId' AS second,
    e.entrees -> 'nouveaux' AS elements
  FROM prestations p CROSS JOIN LATERAL (VALUES (p.entrees), (p.entrees -> 'surcomplementaire')) AS e (entrees)
  WHERE p.id IN (SELECT prestation_id FROM consommations WHERE personne_id = ${personne}::uuid AND ligne LIKE 'optique.%')
    AND e.entrees ->> 'equipement' IS NOT NULL AND NOT EXISTS (SELECT FROM prestations x WHERE x.annule_id = p.id)
  ORDER BY p.calculee_le, p.id`

interface FranchisesLues {
  readonly jour: DateCivile
  readonly ligne: string | null
  readonly franchise: number
}

/** Franchises of the days from this one on: they have a ceiling of a day, by kind of acts. */
const franchises = (tx: Lecture, personne: string, depuis: DateCivile) => tx.$queryRaw<FranchisesLues[]>`
  SELECT p.date_soins::text AS jour, p.ligne_garantie AS ligne, sum(p.franchise)::float8 AS franchise
  FROM prestations p
  WHERE p.personne_id = ${personne}::uuid AND p.date_soins >= ${depuis}::date AND p.franchise <> 0 AND p.annule_id IS NULL
    AND NOT EXISTS (SELECT FROM prestations x WHERE x.annule_id = p.id)
  GROUP BY 1, 2`

const sorteDe = (ligne: string | null): SorteParticipation | null =>
  ligne !== null && estCodeLigne(ligne) ? natureDeLigne(socle, ligne).participation : null

async function lirePasse(tx: Lecture, personne: string, depuis: DateCivile): Promise<Passe> {
  const prises = await consommations(tx, personne)
  const payes = await elements(tx, personne)
  const parAnnee = await tx.$queryRaw<RetenuesAnnee[]>(
    requeteRetenues(Prisma.sql`p.personne_id = ${personne}::uuid`),
  )
  const parJour = await franchises(tx, personne, depuis)
  return {
    consommations: prises.map((c) => ({
      adhesionId: c.adhesion_id,
      equipement: c.equipement,
      ligne: c.ligne,
      date: c.jour,
      montant: montant(c.montant),
      ...(c.quantite === null ? {} : { quantite: c.quantite }),
      ...c.precisions,
    })),
    elements: payes.flatMap(({ elements: connus, ...commun }) =>
      connus.map((element) => ({ ...commun, element })),
    ),
    retenues: (jour, sorte) => {
      const { PARTICIPATIONS, FRANCHISES } = retenuesDe(parAnnee, personne, annee(jour))
      const duJour = parJour.filter((f) => f.jour === jour && sorteDe(f.ligne) === sorte)
      return {
        participationsAnnee: PARTICIPATIONS.total,
        franchisesAnnee: FRANCHISES.total,
        franchisesJour: montant(duJour.reduce((total, f) => total + f.franchise, 0)),
      }
    },
  }
}

export interface DossierLu {
  readonly personne: PersonneAssuree
  readonly dossier: Dossier
}

/** Null for somebody the reader may not know: told as nobody, whoever they are. */
export const lireDossier = (
  portee: PorteeAdherent,
  id: string,
  jour: DateCivile,
): Promise<DossierLu | null> =>
  lire(portee, async (tx) => {
    const personne = (await simulables(tx, portee)).find((p) => p.id === id)
    if (personne === undefined) return null
    return { personne, dossier: { socle, assure: personne.assure, passe: await lirePasse(tx, id, jour) } }
  })

/** The same for those who handle files: one person, whole. */
export const lireDossierDe = (
  portee: PorteeGestion | PorteeSysteme,
  id: string,
  jour: DateCivile,
): Promise<DossierLu | null> =>
  lire(portee, async (tx) => {
    const [personne] = await loadAssures(parLecture(tx), [id])
    if (personne === undefined) return null
    return { personne, dossier: { socle, assure: personne.assure, passe: await lirePasse(tx, id, jour) } }
  })

export interface SimulationLue {
  readonly personne: PersonneAssuree
  readonly reel: Chiffrage
  readonly autres: readonly Chiffrage[]
  readonly apres: Chiffrage | null
}

const LOINTAIN_MOIS = 24
const BASE =
  'Indiquez la base de remboursement : elle est sur le devis, sous le nom « BR » ou « base de l’Assurance maladie ».'

/** What the rules cannot tell, said beside the field that can mend it. */
export function refuserChiffrage(erreur: unknown, prenom: string): never {
  if (erreur instanceof BaseManquante) throw new SaisieRefusee({ champ: 'base', message: BASE })
  if (erreur instanceof PrixManquant)
    throw new SaisieRefusee({ champ: 'prix', message: 'Indiquez le prix, par exemple 30 ou 30,50.' })
  if (!(erreur instanceof ErreurDeRegle)) throw erreur
  if (erreur.code === 'HORS_PERIODE')
    throw new SaisieRefusee({
      champ: 'date',
      message: 'Nous ne connaissons pas les tarifs de ce soin à cette date : choisissez-en une plus proche.',
    })
  if (erreur.chemin === 'beneficiaire.dateNaissance')
    throw new SaisieRefusee({ champ: 'date', message: `À cette date, ${prenom} n’était pas né.` })
  throw new SaisieRefusee({
    champ: '',
    message: `Nous ne savons pas chiffrer ce soin tel que vous le décrivez : ${erreur.message}.`,
  })
}

function exigerDateProche(date: DateCivile, jour: DateCivile): void {
  if (date <= ajouterMois(jour, LOINTAIN_MOIS)) return
  throw new SaisieRefusee({
    champ: 'date',
    message: 'Choisissez une date dans les deux ans qui viennent : au-delà, les garanties peuvent changer.',
  })
}

/** The AMO counts on a base: the form asks for one, and not of an act that it never reimburses. */
const estRembourse = ({ soin, actes }: Demande): boolean =>
  soin.champs.some((champ) => champ === 'base' || champ === 'lunettes') &&
  !soin.actes.some(({ code, nonRembourse }) => nonRembourse === true && code === actes[0]?.code)

export const soinDemande = (demande: Demande): SoinDemande => ({
  jour: demande.jour,
  actes: demande.actes,
  baseEstPrix: demande.soin.sansBase === 'PRIX',
  rembourse: estRembourse(demande),
  dptam: demande.dptam,
  parcours: demande.parcours,
  situation: demande.situation,
  css: demande.css,
  regimeLocal: demande.regimeLocal,
  joursDeSoins: demande.joursDeSoins,
  renouvellement: demande.renouvellement,
  maternite: demande.maternite,
  autres: demande.autres,
  enfantLe: demande.enfantLe,
})

/** The shares must leave room for what the first mutuelle is said to pay. */
function exigerAutresPossibles({ partage: p }: Chiffrage): void {
  const laisse = p.depense - p.partAmo - p.partRegimeLocal
  if (p.autresRemboursements <= laisse) return
  throw new SaisieRefusee({
    champ: 'autres',
    message: `L’Assurance maladie laisse ${formatMontant(laisse)} : l’autre mutuelle ne peut pas payer plus.`,
  })
}

/** What the care would give, by the function that pays. Writes nothing. @throws {SaisieRefusee} */
export async function simuler(
  portee: PorteeAdherent,
  demande: Demande,
  jour: DateCivile,
): Promise<SimulationLue> {
  exigerDateProche(demande.jour, jour)
  const lu = await lireDossier(portee, demande.personne, demande.jour)
  if (lu === null)
    throw new SaisieRefusee({ champ: 'personne', message: 'Choisissez une personne de votre contrat.' })
  const { personne, dossier } = lu
  const soin = soinDemande(demande)
  if (rienASimuler(personne, demande.jour))
    throw new SaisieRefusee({ champ: 'personne', message: GARANTIES_AILLEURS })
  try {
    const reponse = chiffrer(dossier, soin)
    if (!reponse.ouverts) {
      const raison = reponse.motifs.map(expliquerMotif).join(' ')
      throw new SaisieRefusee({
        champ: 'date',
        message: `${personne.prenom} n’est pas couvert par le contrat à cette date. ${raison}`,
      })
    }
    const reel = reponse.chiffrage
    exigerAutresPossibles(reel)
    return {
      personne,
      reel,
      autres: surLesAutresFormules(dossier, soin, reel),
      apres: apresRenouvellement(dossier, soin, reel),
    }
  } catch (erreur) {
    if (erreur instanceof SaisieRefusee) throw erreur
    return refuserChiffrage(erreur, personne.prenom)
  }
}

/** The same, to be read: what is left of a forfait tells what was used of it. @throws {SaisieRefusee} */
export async function simulerALire(
  portee: PorteeAdherent,
  demande: Demande,
  jour: DateCivile,
): Promise<SimulationLue> {
  const lue = await simuler(portee, demande, jour)
  if (estReservee(lue.personne, jour))
    throw new SaisieRefusee({ champ: 'personne', message: SIMULATION_RESERVEE })
  return lue
}

/** The règlement of the contract prints no table. */
export const rienASimuler = ({ assure }: PersonneAssuree, jour: DateCivile): boolean =>
  sansTableau(assure, jour)

/** The kinds of care that the formule of the day guarantees, by their code; null when nobody answers that day. */
export function soinsGarantis(personne: PersonneAssuree, jour: DateCivile): ReadonlySet<string> | null {
  const droits = droitsAu(personne.assure, jour, undefined)
  if (!droits.ouverts) return null
  const contrats = [
    droits.rattachement,
    ...(droits.surcomplementaire === null ? [] : [droits.surcomplementaire]),
  ]
  const formules = contrats.flatMap((r) => {
    const id = r.formules.find((f) => contient(f, jour))?.formule
    return id === undefined || r.reglement.garanties === null ? [] : [ouvrirFormule(r.reglement, id, null)]
  })
  const garanti = (code: string) => formules.some((formule) => garantit(formule, code, jour))
  return new Set(SOINS_A_SIMULER.filter((s) => s.actes.some((a) => garanti(a.code))).map((s) => s.code))
}

/** What proves a care of this kind, by the lines of the formule of the day. */
export function piecesDuSoin(
  { assure }: PersonneAssuree,
  soin: SoinASimuler,
  jour: DateCivile,
): readonly Piece[] {
  const droits = droitsAu(assure, jour, undefined)
  if (!droits.ouverts || droits.rattachement.reglement.garanties === null) return []
  const id = droits.rattachement.formules.find((f) => contient(f, jour))?.formule
  if (id === undefined) return []
  const formule = ouvrirFormule(droits.rattachement.reglement, id, jour)
  const lignes = soin.actes.flatMap(({ code }) => {
    const place = acteVersLigne(socle, formule.table, {
      code,
      dateSoins: jour,
      conventionnement: '1',
      pendantSejour: false,
    })
    return place === null ? [] : [place.ligne]
  })
  const pieces = [...formule.rangees.values()]
    .filter(({ rangee }) => lignes.some((ligne) => ligne === rangee.ligne))
    .flatMap(({ rangee }) => rangee.pieces ?? [])
  return [...new Set<Piece>(['FACTURE', ...pieces])]
}

function garantit(formule: FormuleOuverte, code: string, jour: DateCivile): boolean {
  if (versionAu(socle.nomenclature, code, jour) === null) return false
  const place = acteVersLigne(socle, formule.table, {
    code,
    dateSoins: jour,
    conventionnement: '1',
    pendantSejour: false,
  })
  if (place === null) return false
  const lignes: readonly CodeLigne[] =
    place.ligne === 'optique.equipement' ? ['optique.monture', 'optique.verres'] : [place.ligne]
  return lignes.some((ligne) => {
    const type = formule.rangees.get(ligne)?.garantie.type
    return type !== undefined && type !== 'non-garanti'
  })
}
