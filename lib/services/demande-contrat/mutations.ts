import type { NatureDemande } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_DEMANDE } from '@/lib/lexique/demandes'
import { lettreContratContinue, type SansSuite } from '@/lib/lexique/lettre-resiliation'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { jourDuMoment } from '@/lib/rules/date/moment'
import type { Motif } from '@/lib/rules/decision/motif'
import { dechiffrer } from '@/lib/server/chiffrement'
import { aujourdhui, momentParis } from '@/lib/server/clock'
import type { Ecriture } from '@/lib/server/db'
import { organisme } from '@/lib/server/organisme'
import { inscrireSituation } from '../beneficiaire/mutations'
import { loadContrats } from '../cotisation/data'
import type { DemandeLue } from '../demande/schema'
import { loadContrat } from '../document/data'
import { ecrireLettre } from '../document/mutations'
import type { Issue } from '../issue/view'
import { demouvoir, mouvoir } from '../mouvement/mutations'
import { type EffetMouvement, effetMouvementSchema, type Mouvement } from '../mouvement/schema'
import type { EffetRefus, EnTraitement, NatureTraitee, SansSaisie } from '../nature-demande/schema'
import type { Projet } from '../projet/schema'
import { lienDArrivee } from '../projet-famille/view'
import { type FaitsContrat, faitsContratSchema } from './schema'
import { apercevoirContrat, decider, direContrat, piecesDuContrat, vecu } from './view'

export const contexteNir = (cle: string): string => `demandes:${cle}`

/** Whether care was paid since an event, which one reason to leave turns on. */
async function loadPrestationsDepuis(
  client: Ecriture,
  adhesionId: string,
  projet: Projet,
): Promise<boolean | null> {
  const { choix, jours } = projet
  if (choix?.faire !== 'partir' || choix.motif !== 'PERTE_REGIME_OBLIGATOIRE' || jours.evenement === null)
    return null
  const { rows } = await client.query<{ versees: boolean }>(
    `SELECT EXISTS (SELECT FROM prestations p WHERE p.adhesion_id = $1 AND p.date_soins > $2 AND p.part_mutuelle > 0
      AND p.etat <> 'ANNULEE') AS versees`,
    [adhesionId, jours.evenement],
  )
  return rows[0]?.versees ?? false
}

function adhesionDe({ adhesionId }: Pick<DemandeLue, 'adhesionId'>): string {
  if (adhesionId === null) throw new Error('demande de contrat sans contrat')
  return adhesionId
}

async function lireTout(client: Ecriture, demande: Pick<DemandeLue, 'adhesionId'>, faits: FaitsContrat) {
  const adhesionId = adhesionDe(demande)
  const contrat = vecu(await loadContrat(client, adhesionId))
  const { projet } = decider(faits, contrat, null)
  const prestationsDepuis = await loadPrestationsDepuis(client, adhesionId, projet)
  const [cotisant = null] = await loadContrats(client, [adhesionId])
  return { adhesionId, contrat, prestationsDepuis, cotisant, ...decider(faits, contrat, prestationsDepuis) }
}

/** The rules' answer to a request of this contract, for whoever is about to send it. */
export async function loadIssue(
  client: Ecriture,
  adhesionId: string,
  faits: FaitsContrat,
): Promise<Issue | null> {
  return (await lireTout(client, { adhesionId }, faits)).issue
}

async function apercu({ client, demande, faits, jour }: EnTraitement<FaitsContrat, unknown>) {
  const { contrat, cotisant, prestationsDepuis } = await lireTout(client, demande, faits)
  return apercevoirContrat(faits, contrat, cotisant, prestationsDepuis, jour)
}

function mouvementDe(issue: Issue, projet: Projet, faits: FaitsContrat, cle: string): Mouvement {
  const { changement, dateEffet } = issue
  // A death ends the contract; what is given back is settled with the family.
  if (changement === null && dateEffet !== null) return { type: 'FIN', dernierJour: dateEffet }
  if (changement === null) throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.CHANGEE })
  if (changement.type !== 'ENTREE') return changement
  const { identite } = faits
  if (identite === null) throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.PERSONNE })
  const { nirScelle, ...qui } = identite
  const nir = nirScelle === null ? null : dechiffrer(Buffer.from(nirScelle, 'base64'), contexteNir(cle))
  const { dateNaissance, le } = changement
  return { type: 'ENTREE', le, entrant: { ...qui, nir, dateNaissance, lien: lienDemande(projet) } }
}

/** @throws {SaisieRefusee} when the request does not say who it is for them. */
function lienDemande({ choix, lien }: Projet) {
  const dit = choix?.faire === 'ajouter' ? lienDArrivee(choix.motif, lien) : null
  if (dit === null) throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.PERSONNE })
  return dit
}

async function appliquer(
  { client, demande, faits, jour }: EnTraitement<FaitsContrat, unknown>,
  acteur: Parameters<typeof mouvoir>[1],
): Promise<EffetMouvement> {
  const { adhesionId, issue, projet } = await lireTout(client, demande, faits)
  if (issue === null || issue.verdict !== 'POSSIBLE')
    throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.CHANGEE })
  const effet = await mouvoir(
    client,
    acteur,
    adhesionId,
    mouvementDe(issue, projet, faits, demande.cle),
    jour,
  )
  const { changement } = effet
  if (changement.type === 'ENTREE' && projet.situation !== null)
    await inscrireSituation(client, acteur, {
      adhesionId,
      personneId: changement.personneId,
      du: changement.le,
      situation: projet.situation,
      ...(projet.celibataire === null ? {} : { celibataire: projet.celibataire }),
      ...(projet.rattache === null ? {} : { rattacheFiscalement: projet.rattache }),
      justificatifRecuLe: faits.recueLe,
    })
  return effet
}

const demandeeLe = ({ envoyeeLe }: DemandeLue, recueLe: DateCivile): DateCivile =>
  envoyeeLe === null ? recueLe : jourDuMoment(momentParis(envoyeeLe))

interface Raisons {
  readonly phrases: readonly string[]
  readonly motifs: readonly Motif[]
}

/** A termination was acknowledged by a letter that tells its day: another one says that it does not come. */
export async function direQueLeContratContinue(
  client: Ecriture,
  demande: DemandeLue,
  cause: SansSuite,
  { phrases, motifs }: Raisons = { phrases: [], motifs: [] },
): Promise<void> {
  const faits = faitsContratSchema.parse(demande.faits)
  const adhesionId = adhesionDe(demande)
  const contrat = await loadContrat(client, adhesionId)
  const issue = await loadIssue(client, adhesionId, faits)
  const jour = aujourdhui()
  const lettre = lettreContratContinue({
    cause,
    jour,
    recueLe: demandeeLe(demande, faits.recueLe),
    numero: demande.numero,
    annoncee: issue?.dateEffet ?? null,
    fin: contrat.au,
    raisons: phrases,
    ...organisme(),
  })
  await ecrireLettre(client, contrat, jour, { ...lettre, motifs, service: 'Service des contrats' })
}

/** Grounds and what remains possible, where it is the rules that refuse. */
async function refuserResiliation(
  { client, demande, faits, jour }: SansSaisie<FaitsContrat>,
  phrase: string,
): Promise<EffetRefus> {
  const juge = await apercu({ client, demande, faits, saisie: null, jour })
  const decidee = juge.verdict === 'INCOMPLETE' ? null : juge
  const motifs = decidee?.verdict === 'REFUSEE' ? decidee.motifs : []
  const possible = decidee?.verdict === 'REFUSEE' ? decidee.possible : null
  await direQueLeContratContinue(client, demande, 'REFUSEE', {
    phrases: [phrase, ...(possible === null ? [] : [possible])],
    motifs,
  })
  return { reglement: decidee?.reglement ?? null, motifs, lignes: [] }
}

const deContrat = (nature: NatureDemande): NatureTraitee<FaitsContrat, unknown, EffetMouvement> => ({
  nature,
  faits: faitsContratSchema,
  saisie: null,
  effet: effetMouvementSchema,
  dire: direContrat,
  pieces: piecesDuContrat,
  apercu,
  appliquer,
  defaire: (
    { client, demande, jour }: { client: Ecriture; demande: DemandeLue; jour: DateCivile },
    effet,
    acteur,
  ) => demouvoir(client, acteur, adhesionDe(demande), effet, jour),
})

/** What its letter announced is contradicted by another, whenever it does not come. */
const RESILIATION: NatureTraitee<FaitsContrat, unknown, EffetMouvement> = {
  ...deContrat('RESILIATION'),
  refuser: refuserResiliation,
  reprendre: async ({ client, demande }) => {
    await direQueLeContratContinue(client, demande, 'DEFAITE')
    return null
  },
  defaire: async ({ client, demande, jour }, effet, acteur) => {
    const obstacle = await demouvoir(client, acteur, adhesionDe(demande), effet, jour)
    if (obstacle === null) await direQueLeContratContinue(client, demande, 'DEFAITE')
    return obstacle
  },
}

export const NATURES_CONTRAT = [
  deContrat('AJOUT_BENEFICIAIRE'),
  deContrat('RETRAIT_BENEFICIAIRE'),
  deContrat('CHANGEMENT_FORMULE'),
  RESILIATION,
] as const
