import { faitsAttestation } from '@/lib/papiers/attestation-droits'
import { faitsRadiation } from '@/lib/papiers/attestation-radiation'
import { faitsCarte } from '@/lib/papiers/carte-tiers-payant'
import { faitsCertificat } from '@/lib/papiers/certificat-adhesion'
import { type DateCivile, laPlusProche, laPlusTardive } from '@/lib/rules/date/date-civile'
import { contient } from '@/lib/rules/date/periode'
import { organisme } from '@/lib/server/organisme'
import {
  enteteOrganisme,
  estSansFormule,
  formuleDuContrat,
  formuleImprimee,
  rangs,
  reglementDuContrat,
} from '../document/data'
import type { NatureALaDemande, Sources } from '../document/schema'
import {
  type ContratLu,
  faitsBeneficiaire,
  personnesDuContrat,
  suspensionAu,
  validiteCarte,
} from '../document/view'
import { lireMajorations, type MajorationLue, radiationDe } from '../radiation/view'

/** What a paper says of a contract, from the contract as it stands: its facts, and what they come from. */
export interface Prepare {
  readonly gabarit: string
  readonly du: DateCivile | null
  readonly au: DateCivile | null
  readonly donnees: { readonly faits: unknown; readonly sources: Sources }
}
type Preparer = (
  contrat: ContratLu,
  seulement: string | null,
  jour: DateCivile,
  majorations: readonly MajorationLue[],
) => Prepare

export const adherentDe = ({ membre, numeroAdherent }: ContratLu) => ({
  prenom: membre.prenom,
  nom: membre.nom,
  numeroAdherent,
})

export const sources = (
  personnes: readonly { personneId: string }[],
  formule: string | null,
  jour: DateCivile | null,
): Sources => ({
  prestations: [],
  personnes: [...new Set(personnes.map((p) => p.personneId))],
  formule,
  jour,
})

const preparerCarte: Preparer = (contrat, qui, jour) => {
  const { du, au, formule, personnes } = validiteCarte(contrat, qui, jour, estSansFormule(contrat))
  const { libelle, responsable } = formuleImprimee(contrat, jour, jour)
  const { typeConvention, csr, domaines } = organisme().tiersPayant
  const faits = faitsCarte.parse({
    organisme: enteteOrganisme(),
    adherent: adherentDe(contrat),
    du,
    au,
    typeConvention,
    csr,
    responsable,
    formule: libelle,
    beneficiaires: personnes.map(rangs),
    domaines,
  })
  return { gabarit: 'carte/1', du, au, donnees: { faits, sources: sources(personnes, formule, null) } }
}

/** The day on which a formule of this contract is read: today, or the contract's last day. */
const jourDeLecture = (contrat: ContratLu, jour: DateCivile): DateCivile => {
  if (contrat.au !== null && contrat.au < jour) return contrat.au
  return contrat.du > jour ? contrat.du : jour
}

const preparerAttestation: Preparer = (contrat, qui, jour) => {
  const { code, libelle, responsable } = formuleImprimee(contrat, jour, jourDeLecture(contrat, jour))
  const personnes = personnesDuContrat(contrat, qui)
  const suspension = suspensionAu(contrat, jour)
  const couvertes = personnes.filter((p) => contient(p, jour))
  const faits = faitsAttestation.parse({
    organisme: enteteOrganisme(),
    adherent: adherentDe(contrat),
    situationAu: jour,
    reglement: reglementDuContrat(contrat).nom,
    formule: libelle,
    responsable,
    beneficiaires: personnes.map(faitsBeneficiaire),
    ...(suspension === null ? {} : { suspendueDepuis: suspension.du }),
  })
  const citees = couvertes.length > 0 ? couvertes : personnes
  return {
    gabarit: 'attestation/1',
    du: null,
    au: null,
    donnees: { faits, sources: sources(citees, code, jour) },
  }
}

const formulesDatees = (contrat: ContratLu, lecture: DateCivile) =>
  contrat.formules.map((f) => ({
    formule: formuleDuContrat(contrat, f.formule, f.au ?? laPlusTardive(f.du, lecture)).libelle,
    du: f.du,
    au: f.au,
  }))

const preparerCertificat: Preparer = (contrat, qui, jour) => {
  const lecture = jourDeLecture(contrat, jour)
  const { responsable } = formuleImprimee(contrat, jour, lecture)
  const personnes = personnesDuContrat(contrat, qui)
  const faits = faitsCertificat.parse({
    organisme: enteteOrganisme(),
    adherent: adherentDe(contrat),
    dateEffet: contrat.du,
    dateFin: contrat.au,
    reglement: reglementDuContrat(contrat).nom,
    responsable,
    formules: formulesDatees(contrat, lecture),
    beneficiaires: personnes.map(faitsBeneficiaire),
  })
  return {
    gabarit: 'certificat/1',
    du: null,
    au: null,
    donnees: { faits, sources: sources(personnes, null, jour) },
  }
}

/** The coefficient is the membre participant's: an ayant droit's attestation does not tell it. */
const preparerRadiation: Preparer = (contrat, qui, jour, majorations) => {
  const { personnes, dernierJour, formules } = radiationDe(contrat, qui)
  const lecture = laPlusProche(jourDeLecture(contrat, jour), dernierJour)
  const { code, responsable } = formuleImprimee(contrat, dernierJour, lecture)
  const faits = faitsRadiation.parse({
    organisme: enteteOrganisme(),
    adherent: adherentDe(contrat),
    reglement: reglementDuContrat(contrat).nom,
    finContrat: qui === null ? contrat.au : null,
    responsable,
    formules: formulesDatees({ ...contrat, formules }, lecture),
    beneficiaires: personnes.map(faitsBeneficiaire),
    majorations:
      qui === null && code !== null
        ? lireMajorations(reglementDuContrat(contrat), code, lecture, majorations)
        : null,
  })
  return {
    gabarit: 'radiation/1',
    du: null,
    au: null,
    donnees: { faits, sources: sources(personnes, null, null) },
  }
}

/** By the paper asked. @throws {PapierRefuse} when there is no right to print. */
export const PREPARER: Readonly<Record<Exclude<NatureALaDemande, 'ATTESTATION_COTISATIONS'>, Preparer>> = {
  CARTE_TIERS_PAYANT: preparerCarte,
  ATTESTATION_DROITS: preparerAttestation,
  CERTIFICAT_ADHESION: preparerCertificat,
  ATTESTATION_RADIATION: preparerRadiation,
}
