import { type Assure, droitsAu, type Rattachement } from '@/lib/flux/liquidation/situation'
import { type Chiffrage, chiffrer, type Dossier, type Passe } from '@/lib/flux/simulation/chiffrer'
import { apresRenouvellement, surLesAutresFormules } from '@/lib/flux/simulation/comparer'
import { BaseManquante, PrixManquant } from '@/lib/flux/simulation/decompte'
import type { SoinDemande } from '@/lib/flux/simulation/demande'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { formatMontant } from '@/lib/lexique/formats'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { SOINS_A_SIMULER, type SoinASimuler } from '@/lib/lexique/soins-a-simuler'
import { socle } from '@/lib/reglements/catalogue'
import { ajouterMois, annee, type DateCivile } from '@/lib/rules/date/date-civile'
import { contient } from '@/lib/rules/date/periode'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import type { Consommation, ElementOptique } from '@/lib/rules/remboursement/faits'
import { type FormuleOuverte, ouvrirFormule } from '@/lib/rules/remboursement/formule'
import type { CodeLigne } from '@/lib/rules/remboursement/lignes'
import { versionAu } from '@/lib/rules/remboursement/nomenclature'
import { acteVersLigne } from '@/lib/rules/remboursement/poste'
import type { Piece } from '@/lib/rules/remboursement/table'
import { type Lecture, lire } from '@/lib/server/db'
import type { PorteeAdherent, PorteeGestion, PorteeSysteme } from '@/lib/server/portee'
import { reglementDe } from '@/lib/services/liquidation/data'
import type { Demande } from './schema'

/** A person one may simulate for, and the contracts that cover them. Row level security decides who: an ayant droit has themselves. */
export interface PersonneSimulee {
  readonly id: string
  readonly prenom: string
  readonly nom: string
  readonly assure: Assure
}

interface RattachementLu {
  readonly personne_id: string
  readonly prenom: string
  readonly nom: string
  readonly naissance: string
  readonly adhesion_id: string
  readonly numero: string
  readonly reglement: string
  readonly contrat: { readonly du: DateCivile; readonly au: DateCivile | null }
  readonly periode: { readonly du: DateCivile; readonly au: DateCivile | null }
  readonly formules: Rattachement['formules']
  readonly suspensions: Rattachement['suspensions']
}

const rattachements = (tx: Lecture, personne: string | null = null) => tx.$queryRaw<RattachementLu[]>`
  SELECT b.personne_id, p.prenom, p.nom, p.date_naissance AS naissance, b.adhesion_id, a.numero_adherent AS numero, a.reglement,
    json_build_object('du', a.date_effet, 'au', a.date_fin) AS contrat, json_build_object('du', b.du, 'au', b.au) AS periode,
    (SELECT coalesce(json_agg(json_build_object('formule', f.formule, 'du', f.du, 'au', f.au) ORDER BY f.du), '[]')
      FROM choix_formules f WHERE f.adhesion_id = a.id) AS formules,
    (SELECT coalesce(json_agg(json_build_object('du', s.du, 'au', s.au) ORDER BY s.du), '[]')
      FROM suspensions s WHERE s.adhesion_id = a.id) AS suspensions
  FROM beneficiaires b JOIN adhesions a ON a.id = b.adhesion_id JOIN personnes p ON p.id = b.personne_id
  WHERE (${personne}::uuid IS NULL OR b.personne_id = ${personne}::uuid)
  ORDER BY p.date_naissance, p.id, a.date_effet, b.du`

function enPersonnes(lus: readonly RattachementLu[], lecteur: string): readonly PersonneSimulee[] {
  const personnes = new Map<string, PersonneSimulee>()
  for (const lu of lus) {
    const rattachement: Rattachement = {
      ...lu.periode,
      adhesionId: lu.adhesion_id,
      numeroAdherent: lu.numero,
      reglement: reglementDe(lu.reglement),
      adhesion: lu.contrat,
      formules: lu.formules,
      suspensions: lu.suspensions,
    }
    const connue = personnes.get(lu.personne_id)
    const avant = connue?.assure.rattachements ?? []
    personnes.set(lu.personne_id, {
      id: lu.personne_id,
      prenom: lu.prenom,
      nom: lu.nom,
      assure: {
        personneId: lu.personne_id,
        dateNaissance: lu.naissance,
        rattachements: [...avant, rattachement],
      },
    })
  }
  const toutes = [...personnes.values()]
  return [...toutes.filter((p) => p.id === lecteur), ...toutes.filter((p) => p.id !== lecteur)]
}

/** Those the reader may simulate for, the reader first. */
export const lirePersonnes = (portee: PorteeAdherent): Promise<readonly PersonneSimulee[]> =>
  lire(portee, async (tx) => enPersonnes(await rattachements(tx), portee.personneId))

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

interface RetenuesLues {
  readonly annee: number
  readonly participations: number
  readonly franchises: number
}

const retenues = (tx: Lecture, personne: string) => tx.$queryRaw<RetenuesLues[]>`
  SELECT extract(year FROM date_soins)::int AS annee, sum(participation)::float8 AS participations, sum(franchise)::float8 AS franchises
  FROM prestations WHERE personne_id = ${personne}::uuid GROUP BY 1`

const positif = (centimes: number): Montant => montant(Math.max(0, centimes))

async function lirePasse(tx: Lecture, personne: string): Promise<Passe> {
  const prises = await consommations(tx, personne)
  const payes = await elements(tx, personne)
  const parAnnee = new Map((await retenues(tx, personne)).map((r) => [r.annee, r]))
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
    retenues: (jour) => {
      const an = parAnnee.get(annee(jour))
      return {
        participationsAnnee: positif(an?.participations ?? 0),
        franchisesAnnee: positif(an?.franchises ?? 0),
      }
    },
  }
}

export interface DossierLu {
  readonly personne: PersonneSimulee
  readonly dossier: Dossier
}

/** Null for somebody the reader may not know: told as nobody, whoever they are. */
export const lireDossier = (portee: PorteeAdherent, id: string): Promise<DossierLu | null> =>
  lire(portee, async (tx) => {
    const personne = enPersonnes(await rattachements(tx), portee.personneId).find((p) => p.id === id)
    if (personne === undefined) return null
    return { personne, dossier: { socle, assure: personne.assure, passe: await lirePasse(tx, id) } }
  })

/** The same for those who handle files: one person, whole. */
export const lireDossierDe = (portee: PorteeGestion | PorteeSysteme, id: string): Promise<DossierLu | null> =>
  lire(portee, async (tx) => {
    const [personne] = enPersonnes(await rattachements(tx, id), id)
    if (personne === undefined) return null
    return { personne, dossier: { socle, assure: personne.assure, passe: await lirePasse(tx, id) } }
  })

export interface SimulationLue {
  readonly personne: PersonneSimulee
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

export const soinDemande = (demande: Demande): SoinDemande => ({
  jour: demande.jour,
  actes: demande.actes,
  baseEstPrix: demande.soin.sansBase === 'PRIX',
  rembourse: demande.soin.champs.some((champ) => champ === 'base' || champ === 'lunettes'),
  dptam: demande.dptam,
  parcours: demande.parcours,
  situation: demande.situation,
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
  const lu = await lireDossier(portee, demande.personne)
  if (lu === null)
    throw new SaisieRefusee({ champ: 'personne', message: 'Choisissez une personne de votre contrat.' })
  const { personne, dossier } = lu
  const soin = soinDemande(demande)
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

/** The kinds of care that the formule of the day guarantees, by their code; null when nobody answers that day. */
export function soinsGarantis(personne: PersonneSimulee, jour: DateCivile): ReadonlySet<string> | null {
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
  { assure }: PersonneSimulee,
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
