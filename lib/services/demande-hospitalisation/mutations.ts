import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_HOSPITALISATION as P } from '@/lib/lexique/demande-hospitalisation'
import { PHRASES_DEMANDE } from '@/lib/lexique/demandes'
import { ajouterMois } from '@/lib/rules/date/date-civile'
import { aujourdhui } from '@/lib/server/clock'
import type { Ecriture } from '@/lib/server/db'
import type { PorteeAdherent, PorteeGestion } from '@/lib/server/portee'
import { type Calcul, calculerPrise, exigerAccordable, refusDuCalcul } from '../calcul-prise/data'
import { type Envoyee, envoyerDemande } from '../demande/mutations'
import type { DemandeLue } from '../demande/schema'
import { loadPersonneDuDepot } from '../depot/data'
import type { Apercu, EnTraitement, NatureTraitee } from '../nature-demande/schema'
import {
  accorderPriseEnCharge,
  creerPriseEnCharge,
  reprendrePriseEnCharge,
} from '../prise-en-charge/mutations'
import type { DecisionSaisie } from '../prise-en-charge/schema'
import {
  type DemandeHospitalisation,
  type EffetHospitalisation,
  effetHospitalisationSchema,
  type FaitsHospitalisation,
  faitsHospitalisationSchema,
  type SaisieHospitalisation,
  saisieHospitalisationSchema,
} from './schema'
import {
  actesDuSejour,
  champsHospitalisation,
  completer,
  direHospitalisation,
  lignesDuSejour,
  manqueA,
  nommerEtablissement,
  type Sejour,
  situationDe,
  validiteDe,
} from './view'

/** Asks for the prise en charge of a stay of somebody of the contract. @throws {SaisieRefusee} */
export async function demanderHospitalisation(
  acteur: PorteeAdherent,
  saisie: DemandeHospitalisation,
): Promise<Envoyee> {
  const { cle, fichiers, ...faits } = saisie
  const jour = aujourdhui()
  if (faits.entree < ajouterMois(jour, -12) || faits.entree > ajouterMois(jour, 12))
    throw new SaisieRefusee({ champ: 'entree', message: P.ENTREE_LOIN })
  const pour = await loadPersonneDuDepot(acteur, faits.personne)
  if (pour === null) throw new SaisieRefusee({ champ: 'personne', message: PHRASES_DEMANDE.PERSONNE })
  return envoyerDemande(acteur, {
    nature: 'PRISE_EN_CHARGE',
    cle,
    adhesionId: pour.adhesionId,
    personneId: pour.personneId,
    faits: { ...faits, prixChambre: faits.chambre ? faits.prixChambre : null } satisfies FaitsHospitalisation,
    fichiers,
    uneFois: true,
  })
}

interface Qui {
  readonly adhesionId: string
  readonly personneId: string
  readonly prenom: string
}

async function loadQui(client: Ecriture, { adhesionId, personneId }: DemandeLue): Promise<Qui> {
  const { rows } = await client.query<{ prenom: string }>('SELECT prenom FROM personnes WHERE id = $1', [
    personneId,
  ])
  const [lu] = rows
  if (lu === undefined || adhesionId === null || personneId === null)
    throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.PERSONNE })
  return { adhesionId, personneId, prenom: lu.prenom }
}

interface Juge {
  readonly qui: Qui
  readonly calcul: Calcul
  readonly decision: Pick<DecisionSaisie, 'situation' | 'secteur' | 'lignes' | 'valideDu' | 'valideAu'>
}

/** The stay computed by the function that pays, on the contract that answers first. @throws {SaisieRefusee} */
async function juger(client: Ecriture, demande: DemandeLue, sejour: Sejour): Promise<Juge> {
  const qui = await loadQui(client, demande)
  const saisie = { situation: situationDe(sejour), secteur: 'DPTAM', lignes: actesDuSejour(sejour) } as const
  const { personneId } = qui
  const calcul = await calculerPrise(
    { personneId, jour: sejour.entree, codeRisque: sejour.codeRisque },
    saisie,
  )
  const adhesionId = calcul.actes[0]?.prestation.adhesionId ?? qui.adhesionId
  return { qui: { ...qui, adhesionId }, calcul, decision: { ...saisie, ...validiteDe(sejour, calcul) } }
}

type Traitement = EnTraitement<FaitsHospitalisation, SaisieHospitalisation | null>

async function apercu({ client, demande, faits, saisie }: Traitement): Promise<Apercu> {
  const sejour = completer(faits, saisie)
  const manque = manqueA(sejour)
  if (manque.length > 0) return { verdict: 'INCOMPLETE', manque }
  try {
    const { qui, calcul, decision } = await juger(client, demande, sejour)
    const reglement = calcul.actes[0]?.prestation.versionReglement ?? null
    const refus = refusDuCalcul(calcul)
    if (refus.length > 0) return { verdict: 'REFUSEE', motifs: refus, possible: null, reglement }
    exigerAccordable({ ...qui, jour: sejour.entree }, calcul, decision)
    const lignes = lignesDuSejour(sejour, calcul, decision)
    return { verdict: 'ACCORDEE', lignes, motifs: lignes.flatMap(({ motifs }) => motifs), reglement }
  } catch (erreur) {
    if (!(erreur instanceof SaisieRefusee)) throw erreur
    return { verdict: 'INCOMPLETE', manque: erreur.erreurs.map(({ message }) => message) }
  }
}

async function appliquer(
  { client, demande, faits, saisie, jour }: EnTraitement<FaitsHospitalisation, SaisieHospitalisation>,
  acteur: PorteeGestion,
): Promise<EffetHospitalisation> {
  const sejour = completer(faits, saisie)
  const { qui, calcul, decision } = await juger(client, demande, sejour)
  const { id, numero } = await creerPriseEnCharge(
    client,
    acteur,
    {
      genre: 'PRISE_EN_CHARGE',
      nature: 'HOSPITALISATION',
      adhesionId: qui.adhesionId,
      personneId: qui.personneId,
      professionnel: nommerEtablissement(faits),
      finess: faits.finess,
      jour: sejour.entree,
      dmt: sejour.dmt,
      codeRisque: sejour.codeRisque,
      demandeur: 'ADHERENT',
      actes: decision.lignes,
    },
    jour,
  )
  await accorderPriseEnCharge(
    client,
    acteur,
    {
      ...decision,
      prise: id,
      version: 1,
      geste: 'ACCORDER',
      raison: null,
      attendu: calcul.total,
      valeurs: {},
    },
    jour,
  )
  return { prise: id, numero }
}

export const NATURE_HOSPITALISATION: NatureTraitee<
  FaitsHospitalisation,
  SaisieHospitalisation,
  EffetHospitalisation
> = {
  nature: 'PRISE_EN_CHARGE',
  faits: faitsHospitalisationSchema,
  saisie: saisieHospitalisationSchema,
  effet: effetHospitalisationSchema,
  champs: champsHospitalisation,
  dire: direHospitalisation,
  apercu,
  appliquer,
  defaire: async ({ client, jour }, { prise }, acteur) =>
    (await reprendrePriseEnCharge(client, acteur, { prise, raison: P.REPRISE }, jour)) ? null : P.FACTUREE,
}
