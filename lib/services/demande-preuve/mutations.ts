import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_DEMANDE, PHRASES_TRAITEMENT } from '@/lib/lexique/demandes'
import { formatDateEnLettres as le } from '@/lib/lexique/formats'
import { PHRASES_MOUVEMENT } from '@/lib/lexique/mouvements'
import { SITUATIONS } from '@/lib/lexique/projet'
import { reconnaitreAyantDroit } from '@/lib/rules/ayant-droit/reconnaitre-ayant-droit'
import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { aujourdhui, maintenant } from '@/lib/server/clock'
import type { Ecriture } from '@/lib/server/db'
import type { PorteeAdherent, PorteeGestion } from '@/lib/server/portee'
import { inscrireSituation, retirerSituation } from '../beneficiaire/mutations'
import { loadContrats } from '../cotisation/data'
import { reglementDe } from '../cotisation/view'
import { type Envoyee, envoyerDemande } from '../demande/mutations'
import type { DemandeLue, LigneApercu } from '../demande/schema'
import { lignesCotisation, versionDe } from '../demande-contrat/view'
import { loadPersonneDuDepot } from '../depot/data'
import { loadCotisationPartie } from '../echeancier/data'
import { ecrireEcheanciersDepuis } from '../echeancier/mutations'
import type { Apercu, EnTraitement, FaitDit, NatureTraitee, SansSaisie } from '../nature-demande/schema'
import { piecesSituation } from '../projet-famille/view'
import {
  type DemandePreuve,
  type EffetPreuve,
  effetPreuveSchema,
  type FaitsPreuve,
  faitsPreuveSchema,
} from './schema'

/** Sends the proof of a person of the contract. @throws {SaisieRefusee} */
export async function envoyerPreuve(acteur: PorteeAdherent, saisie: DemandePreuve): Promise<Envoyee> {
  const { cle, personne, fichiers, ...dits } = saisie
  const pour = await loadPersonneDuDepot(acteur, personne)
  if (pour === null) throw new SaisieRefusee({ champ: 'personne', message: PHRASES_DEMANDE.PERSONNE })
  const faits: FaitsPreuve = { ...dits, recueLe: aujourdhui() }
  return envoyerDemande(acteur, {
    nature: 'PREUVE_ANNUELLE',
    cle,
    adhesionId: pour.adhesionId,
    personneId: pour.personneId,
    faits,
    fichiers,
    uneFois: true,
  })
}

interface Enfant {
  readonly reglement: string
  readonly prenom: string
  readonly naissance: string
  readonly recueLe: DateCivile | null
}

async function loadEnfant(client: Ecriture, { adhesionId, personneId }: DemandeLue): Promise<Enfant | null> {
  const { rows } = await client.query<Enfant>(
    `SELECT a.reglement, p.prenom, p.date_naissance AS naissance,
        (SELECT s.justificatif_recu_le FROM situations_ayant_droit s WHERE s.adhesion_id = a.id AND s.personne_id = p.id
          ORDER BY s.du DESC LIMIT 1) AS "recueLe"
      FROM adhesions a, personnes p WHERE a.id = $1 AND p.id = $2`,
    [adhesionId, personneId],
  )
  return rows[0] ?? null
}

/** What accepting it does to the contribution: a child who studies, or works, is not charged alike. */
async function lignesDeCotisation(
  client: Ecriture,
  { adhesionId, personneId }: DemandeLue,
  faits: FaitsPreuve,
  jour: DateCivile,
): Promise<LigneApercu[]> {
  if (adhesionId === null || personneId === null) return []
  const [cotisant = null] = await loadContrats(client, [adhesionId])
  const connue = {
    situation: faits.situation,
    celibataire: faits.celibataire,
    rattacheFiscalement: faits.rattache,
    handicapReconnuLe: null,
    justificatifRecuLe: faits.recueLe,
  }
  return lignesCotisation({ type: 'SITUATION', personneId, le: faits.recueLe, connue }, cotisant, jour)
}

async function apercu({ client, demande, faits, jour }: EnTraitement<FaitsPreuve, unknown>): Promise<Apercu> {
  const enfant = await loadEnfant(client, demande)
  if (enfant === null) return { verdict: 'INCOMPLETE', manque: [PHRASES_DEMANDE.PERSONNE] }
  const reglement = reglementDe(enfant.reglement)
  const juge = juger(enfant, faits)
  if (!('verdict' in juge)) return { verdict: 'INCOMPLETE', manque: [juge.manque] }
  if (juge.verdict === 'INCOMPLETE') return { verdict: 'INCOMPLETE', manque: ['Il manque la preuve.'] }
  if (juge.verdict === 'REFUSEE')
    return { verdict: 'REFUSEE', motifs: juge.motifs, possible: null, reglement: versionDe(reglement) }
  return {
    verdict: 'ACCORDEE',
    motifs: juge.motifs,
    reglement: versionDe(reglement),
    lignes: [
      {
        libelle: `Preuve de ${enfant.prenom}`,
        avant: enfant.recueLe === null ? 'aucune' : `reçue le ${le(enfant.recueLe)}`,
        apres: `reçue le ${le(faits.recueLe)} : ${SITUATIONS[faits.situation]}`,
        motifs: [...juge.motifs],
      },
      ...(await lignesDeCotisation(client, demande, faits, jour)),
    ],
  }
}

function juger({ reglement, naissance }: Enfant, faits: FaitsPreuve) {
  if (!estDateCivile(naissance)) return { manque: 'La date de naissance connue n’est pas au calendrier.' }
  try {
    return reconnaitreAyantDroit(reglementDe(reglement), {
      lien: 'ENFANT',
      date: faits.recueLe,
      dateNaissance: naissance,
      situation: faits.situation,
      justificatif: true,
      handicapReconnuLe: null,
      celibataire: faits.celibataire,
      rattacheFiscalement: faits.rattache,
    })
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeRegle)) throw erreur
    return { manque: `Le règlement ne permet pas de décider : ${erreur.message}.` }
  }
}

async function appliquer(
  { client, demande, faits, jour }: EnTraitement<FaitsPreuve, unknown>,
  acteur: PorteeGestion,
): Promise<EffetPreuve> {
  const { adhesionId, personneId } = enfantDe(demande)
  const { rows } = await client.query<{ depot_id: string }>(
    'SELECT depot_id FROM pieces_demande WHERE demande_id = $1 ORDER BY cree_le, id LIMIT 1',
    [demande.id],
  )
  const situation = await inscrireSituation(client, acteur, {
    adhesionId,
    personneId,
    du: faits.recueLe,
    situation: faits.situation,
    celibataire: faits.celibataire,
    rattacheFiscalement: faits.rattache,
    justificatifRecuLe: faits.recueLe,
    ...(rows[0] === undefined ? {} : { depotId: rows[0].depot_id }),
  })
  await recompter(client, adhesionId, jour)
  return situation === null ? null : { situation, faitLe: maintenant().toISOString() }
}

/** @throws {SaisieRefusee} for a demande that names nobody. */
function enfantDe({ adhesionId, personneId }: DemandeLue): { adhesionId: string; personneId: string } {
  if (adhesionId === null || personneId === null)
    throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.PERSONNE })
  return { adhesionId, personneId }
}

/** @throws {SaisieRefusee} when what is known no longer says what is owed. */
async function recompter(client: Ecriture, adhesionId: string, jour: DateCivile): Promise<void> {
  try {
    await ecrireEcheanciersDepuis(client, adhesionId, jour)
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeRegle)) throw erreur
    throw new SaisieRefusee({ champ: '', message: PHRASES_MOUVEMENT.COTISATION(erreur.message) })
  }
}

/** What was known before is known again, and the schedule follows, while no contribution of it has left. */
async function defaire(
  { client, demande, jour }: SansSaisie<FaitsPreuve>,
  effet: EffetPreuve,
  acteur: PorteeGestion,
): Promise<string | null> {
  if (effet === null) return PHRASES_TRAITEMENT.NE_SE_DEFAIT_PAS
  const enfant = enfantDe(demande)
  if (await loadCotisationPartie(client, enfant.adhesionId, effet.faitLe))
    return PHRASES_MOUVEMENT.COTISATION_PARTIE
  if (!(await retirerSituation(client, acteur, enfant, effet.situation)))
    return PHRASES_MOUVEMENT.SITUATION_DEPUIS
  await recompter(client, enfant.adhesionId, jour)
  return null
}

const dire = (faits: FaitsPreuve): FaitDit[] => [
  { libelle: 'Situation', valeur: SITUATIONS[faits.situation] },
  { libelle: 'Célibataire', valeur: faits.celibataire ? 'oui' : 'non' },
  { libelle: 'Rattaché au foyer fiscal', valeur: faits.rattache ? 'oui' : 'non' },
]

export const NATURE_PREUVE: NatureTraitee<FaitsPreuve, unknown, EffetPreuve> = {
  nature: 'PREUVE_ANNUELLE',
  faits: faitsPreuveSchema,
  saisie: null,
  dire,
  pieces: ({ situation }) => piecesSituation(situation),
  effet: effetPreuveSchema,
  apercu,
  appliquer,
  defaire,
}
