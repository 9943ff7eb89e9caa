import { erreursDe } from '@/lib/formulaire/champs'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { AIDES, PHRASES_AIDE as P } from '@/lib/lexique/aides'
import { ecrireNumeroDemande, PHRASES_DEMANDE } from '@/lib/lexique/demandes'
import { formatMontant } from '@/lib/lexique/formats'
import type { OuvertureAide } from '@/lib/rules/aide/regle-aide'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { jourDuMoment } from '@/lib/rules/date/moment'
import type { Motifs } from '@/lib/rules/decision/motif'
import { type Montant, montant } from '@/lib/rules/montant/montant'
import { aujourdhui, instantMetier, momentParis } from '@/lib/server/clock'
import type { Ecriture } from '@/lib/server/db'
import type { PorteeAdherent } from '@/lib/server/portee'
import { reprendreAide, verserAide } from '../aide-accordee/mutations'
import { apercevoirAide, champsGestion, direAide, direManque, situationPieces } from '../aide-accordee/view'
import { accorderAvance, renoncerAvance } from '../avance-sante/mutations'
import { reglementDe } from '../cotisation/view'
import { type Envoyee, envoyerDemande } from '../demande/mutations'
import type { DemandeLue } from '../demande/schema'
import { versionDe } from '../demande-contrat/view'
import { liquider } from '../liquidation/mutations'
import type { Apercu, EnTraitement, NatureTraitee } from '../nature-demande/schema'
import { articleCite } from '../remboursement/data'
import { aidesDuContrat, type ContratAide, loadContratsAides, lockContratAide } from './data'
import {
  type EffetAide,
  effetAideSchema,
  type FaitsAideDits,
  faitsAideSchema,
  type SaisieAide,
  type SaisieGestionAide,
  saisieAideSchema,
  saisieGestionAideSchema,
  valeursDeLAide,
} from './schema'
import { genreDe, jourDe, juger, pourQui, type ReponseAide, voirReponse } from './view'

interface Saisie extends Record<string, unknown> {
  readonly cle: string
  readonly texte: string | null
  readonly fichiers: readonly File[]
}

/** @throws {SaisieRefusee} */
function lire(champs: Readonly<Record<string, unknown>>): SaisieAide {
  const lu = saisieAideSchema.safeParse(champs)
  if (!lu.success) throw new SaisieRefusee(...erreursDe(lu.error))
  const jour = aujourdhui()
  // A stay may be to come, an event may not.
  if ('jour' in lu.data && lu.data.jour > jour) throw new SaisieRefusee({ champ: 'jour', message: P.FUTUR })
  return lu.data
}

/** The contract that foresees this aid. @throws {SaisieRefusee} */
async function contratPour(acteur: PorteeAdherent, saisie: SaisieAide): Promise<ContratAide> {
  const jour = aujourdhui()
  const contrats = await loadContratsAides(acteur, jour)
  const personne = 'personne' in saisie ? saisie.personne : null
  const contrat = contrats.find(
    (c) =>
      aidesDuContrat(c, jour).includes(saisie.aide) &&
      (personne === null || c.personnes.some(({ id }) => id === personne)),
  )
  if (contrat !== undefined) return contrat
  throw new SaisieRefusee({
    champ: personne === null ? '' : 'personne',
    message: personne === null ? P.SANS_CONTRAT : P.PERSONNE,
  })
}

/** What the rules would answer; nothing is written. @throws {SaisieRefusee} */
export async function repondreAide(
  acteur: PorteeAdherent,
  champs: Readonly<Record<string, unknown>>,
): Promise<ReponseAide> {
  const saisie = lire(champs)
  const contrat = await contratPour(acteur, saisie)
  return voirReponse(contrat, saisie, { jour: aujourdhui(), article: articleCite })
}

/** Asks for it. What the rules refuse is not asked: the answer says why. @throws {SaisieRefusee} */
export async function demanderAide(
  acteur: PorteeAdherent,
  { cle, texte, fichiers, ...champs }: Saisie,
): Promise<Envoyee> {
  const saisie = lire(champs)
  const contrat = await contratPour(acteur, saisie)
  const reponse = voirReponse(contrat, saisie, { jour: aujourdhui(), article: articleCite })
  if (reponse.verdict !== 'ACCORDEE') throw new SaisieRefusee({ champ: '', message: P.REFUSEE })
  if (reponse.aExpliquer && texte === null) throw new SaisieRefusee({ champ: 'texte', message: P.TEXTE })
  const faits: FaitsAideDits = { valeurs: valeursDeLAide(champs) }
  return envoyerDemande(acteur, {
    nature: 'AIDE',
    cle,
    adhesionId: contrat.id,
    personneId: pourQui(contrat, saisie),
    faits,
    texte,
    fichiers,
    uneFois: true,
  })
}

/** @throws {Error} for facts that the form did not read: nothing else writes them. */
const saisieDe = ({ valeurs }: FaitsAideDits): SaisieAide => saisieAideSchema.parse(valeurs)

async function contratDe(client: Ecriture, { adhesionId }: DemandeLue): Promise<ContratAide> {
  const contrat = adhesionId === null ? null : await lockContratAide(client, adhesionId)
  if (contrat === null) throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.INTROUVABLE })
  return contrat
}

type Ouverte = { readonly motifs: Motifs; readonly valeur: OuvertureAide }

/** What is granted: what the text fixes, or what was decided within it; or what is missing, in sentences. */
function accorde(
  { valeur: { latitude, montant: borne } }: Ouverte,
  saisie: SaisieAide,
  gestion: SaisieGestionAide | null,
): Montant | readonly string[] {
  if (latitude === 'DUE') return borne === null || borne === 0 ? [P.RIEN_A_VERSER] : borne
  const dit = gestion?.montant ?? (latitude === 'AU_PLUS' ? borne : null)
  const manque = [
    ...(dit === null || dit === 0 || (latitude === 'LIBRE' && (gestion?.decideeLe ?? null) === null)
      ? [P.MANQUE_DECISION]
      : []),
    ...(saisie.aide === 'AVANCE' && gestion?.contratSigne !== 'OUI' ? [P.MANQUE_CONTRAT] : []),
    ...(dit !== null && borne !== null && dit > borne ? [P.TROP(formatMontant(borne))] : []),
  ]
  return manque.length > 0 || dit === null ? manque : montant(dit)
}

type Traitement = EnTraitement<FaitsAideDits, SaisieGestionAide | null>

/** The day it was asked: the rights of an aid are those of that day. */
const demandeeLe = ({ envoyeeLe }: DemandeLue, jour: DateCivile): DateCivile =>
  envoyeeLe === null ? jour : jourDuMoment(momentParis(envoyeeLe))

async function apercu({ client, demande, faits, saisie: gestion, jour }: Traitement): Promise<Apercu> {
  const contrat = await contratDe(client, demande)
  const saisie = saisieDe(faits)
  const juge = juger(contrat, saisie, demandeeLe(demande, jour))
  const reglement = versionDe(reglementDe(contrat.reglement))
  if (juge.verdict === 'INDECIDABLE') return { verdict: 'INCOMPLETE', manque: [juge.phrase] }
  if (juge.verdict === 'INCOMPLETE') return { verdict: 'INCOMPLETE', manque: direManque(juge.manque) }
  if (juge.verdict === 'REFUSEE')
    return { verdict: 'REFUSEE', motifs: juge.motifs, possible: null, reglement }
  const somme = accorde(juge, saisie, gestion)
  if (typeof somme !== 'number') return { verdict: 'INCOMPLETE', manque: somme }
  const lignes = apercevoirAide(saisie, somme, juge.motifs, jour)
  return { verdict: 'ACCORDEE', motifs: juge.motifs, reglement, lignes }
}

const decompteDe = ({ id, numero, version }: DemandeLue) => ({
  cle: `${id}/${version}`,
  idDecompte: `${ecrireNumeroDemande(numero)}/${version}`,
  creeLe: instantMetier(),
})

async function appliquer({ client, demande, faits, saisie: gestion, jour }: Traitement): Promise<EffetAide> {
  // Under the contract's lock: what another demande was granted meanwhile counts.
  const contrat = await contratDe(client, demande)
  const saisie = saisieDe(faits)
  const juge = juger(contrat, saisie, demandeeLe(demande, jour))
  const somme = juge.verdict === 'ACCORDEE' ? accorde(juge, saisie, gestion) : []
  if (juge.verdict !== 'ACCORDEE' || typeof somme !== 'number')
    throw new SaisieRefusee({ champ: '', message: P.CHANGEE })
  const commun = { demandeId: demande.id, adhesionId: contrat.id, montant: somme, motifs: juge.motifs }
  const personneId = pourQui(contrat, saisie)
  if (saisie.aide === 'AVANCE') {
    const decideeLe = gestion?.decideeLe ?? jour
    const avanceId = await accorderAvance(client, { ...commun, personneId, mois: saisie.mois, decideeLe })
    return { type: 'AVANCE', avanceId }
  }
  const versee = await verserAide(client, {
    ...commun,
    personneId,
    aide: saisie.aide,
    genre: genreDe(saisie),
    libelle: AIDES[saisie.aide].titre,
    jour: jourDe(saisie, demandeeLe(demande, jour)),
    quantite: juge.valeur.quantite,
    versionReglement: versionDe(reglementDe(contrat.reglement)),
    accordeeLe: jour,
    decompte: decompteDe(demande),
  })
  return { type: 'ALLOCATION', ...versee }
}

async function defaire(
  { client, demande, faits, jour }: Omit<EnTraitement<FaitsAideDits, null>, 'saisie'>,
  effet: EffetAide,
): Promise<string | null> {
  if (effet.type === 'AVANCE') return (await renoncerAvance(client, effet.avanceId)) ? null : P.AVANCE_PARTIE
  const contrat = await contratDe(client, demande)
  const personneId = pourQui(contrat, saisieDe(faits))
  const reprise = await reprendreAide(client, effet, { jour, personneId, decompte: decompteDe(demande) })
  return reprise ? null : P.DEJA_VERSEE
}

export const NATURE_AIDE: NatureTraitee<FaitsAideDits, SaisieGestionAide | null, EffetAide> = {
  nature: 'AIDE',
  faits: faitsAideSchema,
  saisie: saisieGestionAideSchema,
  effet: effetAideSchema,
  champs: (faits) => champsGestion(saisieDe(faits).aide),
  dire: (faits) => direAide(saisieDe(faits)),
  pieces: (faits) => situationPieces(saisieDe(faits).aide),
  apercu,
  appliquer,
  defaire,
  // A line taken back waits for the liquidation anyway: this only makes it start now.
  apres: async () => {
    await liquider()
  },
}
