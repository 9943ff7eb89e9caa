import type { NatureDemande } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_DEMANDE } from '@/lib/lexique/demandes'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { dechiffrer } from '@/lib/server/chiffrement'
import type { Ecriture } from '@/lib/server/db'
import { inscrireSituation } from '../beneficiaire/mutations'
import { loadContrats } from '../cotisation/data'
import type { DemandeLue } from '../demande/schema'
import { loadContrat } from '../document/data'
import type { Issue } from '../issue/view'
import { demouvoir, mouvoir } from '../mouvement/mutations'
import { type EffetMouvement, effetMouvementSchema, type Mouvement } from '../mouvement/schema'
import type { EnTraitement, NatureTraitee } from '../nature-demande/schema'
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

export const NATURES_CONTRAT = [
  deContrat('AJOUT_BENEFICIAIRE'),
  deContrat('RETRAIT_BENEFICIAIRE'),
  deContrat('CHANGEMENT_FORMULE'),
  deContrat('RESILIATION'),
] as const
