import { randomUUID } from 'node:crypto'
import type { EquipeGestion, NatureDemande } from '@/generated/prisma/enums'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_POUR_AUTRUI } from '@/lib/lexique/delegations'
import { PHRASES_DEMANDE } from '@/lib/lexique/demandes'
import { instantMetier } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { mainsPermettent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { controler, garderMessage, joindre, nouvelles } from '../fil-demande/mutations'
import { inscrirePassage, passer } from '../passage-demande/mutations'
import { joindreAPareille } from '../suite-demande/mutations'
import { loadLimite, lockDemandeParCle, lockPareille } from './data'
import { estEnCours } from './etats'
import type { DemandeLue } from './schema'
import { equipeDe } from './view'

/** What a form asks, whatever its nature: `faits` were read by the nature's own schema. */
export interface Redaction {
  readonly nature: NatureDemande
  readonly cle: string
  readonly adhesionId: string | null
  readonly personneId: string | null
  readonly objet?: string | null
  readonly faits: unknown
  /** First message of the thread, when there is one; a draft keeps it among its facts. */
  readonly texte?: string | null
  readonly fichiers?: readonly File[]
  /** Who has it, when its facts say it better than its nature. */
  readonly equipe?: EquipeGestion
  /** Asking the same thing while it is being treated is asking once: after « back », from another tab. */
  readonly uneFois?: true
  /** What sending brings about, in the same transaction, once. */
  readonly apres?: (client: Ecriture, demande: DemandeLue) => Promise<void>
}

export interface Envoyee {
  readonly id: string
  readonly numero: number
}

/**
 * Sends what a form asks: the demande, its pieces and its first message in one transaction. The same form again, or ten times at once,
 * is the same demande and gives the first answer. @throws {SaisieRefusee}
 */
export function envoyerDemande(acteur: PorteeAdherent, r: Redaction): Promise<Envoyee> {
  return ranger(acteur, r, true)
}

/** Keeps what is written so far, as it was typed, and its pieces; nothing is asked of the mutuelle yet. @throws {SaisieRefusee} */
export function garderBrouillon(acteur: PorteeAdherent, r: Redaction): Promise<Envoyee> {
  return ranger(acteur, r, false)
}

async function ranger(acteur: PorteeAdherent, r: Redaction, partir: boolean): Promise<Envoyee> {
  if (!mainsPermettent(acteur, 'DEMANDER'))
    throw new SaisieRefusee({ champ: '', message: PHRASES_POUR_AUTRUI.DEMANDER })
  exigerSonContrat(acteur, r.adhesionId)
  const deja = await ecrire(SYSTEME, (client) => lockDemandeParCle(client, acteur.compteId, r.cle))
  if (deja !== null && estAbandonnee(deja))
    throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.ABANDONNEE })
  if (deja !== null && deja.etat !== 'BROUILLON' && !(partir && estEnCours(deja.etat))) return deja
  const pieces = await controler(r.fichiers ?? [])
  return ecrire(SYSTEME, async (client) => {
    const pareille = r.uneFois === true ? await lockPareille(client, acteur.compteId, r) : null
    if (pareille !== null) {
      await joindreAPareille(client, acteur, pareille, r.texte ?? null, pieces)
      return pareille
    }
    const { demande, nouvelle } = await ouvrir(client, acteur, r)
    // Sent before by the same form, taken up again with « back » or not.
    if (demande.etat !== 'BROUILLON') {
      if (partir && estEnCours(demande.etat))
        await joindreAPareille(client, acteur, demande, r.texte ?? null, pieces)
      return demande
    }
    if (!nouvelle) await reecrire(client, demande, r)
    const texte = partir ? (r.texte ?? null) : null
    const messageId = await garderMessage(client, acteur, demande.id, { cle: r.cle, texte })
    await joindre(client, acteur, demande, {
      pieces: await nouvelles(client, demande.id, pieces),
      messageId,
    })
    if (!partir) return demande
    await envoyer(client, acteur, demande)
    await r.apres?.(client, demande)
    return demande
  })
}

/** A draft that was given up in another page: its form starts nothing again. */
const estAbandonnee = ({ etat, envoyeeLe }: DemandeLue): boolean => etat === 'ANNULEE' && envoyeeLe === null

function exigerSonContrat(acteur: PorteeAdherent, adhesionId: string | null): void {
  if (adhesionId !== null && ![...acteur.adhesions, ...acteur.adhesionsLues].includes(adhesionId))
    throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.SANS_CONTRAT })
}

async function ouvrir(
  client: Ecriture,
  acteur: PorteeAdherent,
  r: Redaction,
): Promise<{ readonly demande: DemandeLue; readonly nouvelle: boolean }> {
  const instant = instantMetier()
  const { rowCount } = await client.query(
    `INSERT INTO demandes (id, nature, etat, compte_id, adhesion_id, personne_id, cle, objet, faits, equipe, cree_le)
      VALUES ($1, $2::text::"NatureDemande", 'BROUILLON', $3, $4, $5, $6, $7, $8, $9::text::"EquipeGestion", $10)
      ON CONFLICT (compte_id, cle) DO NOTHING`,
    [
      randomUUID(),
      r.nature,
      acteur.compteId,
      r.adhesionId,
      r.personneId,
      r.cle,
      r.objet ?? null,
      JSON.stringify(r.faits),
      r.equipe ?? equipeDe(r.nature),
      instant,
    ],
  )
  const demande = await lockDemandeParCle(client, acteur.compteId, r.cle)
  if (demande === null || demande.nature !== r.nature)
    throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.CHANGEE })
  if (rowCount === 1)
    await inscrirePassage(client, demande.id, 'BROUILLON', instant, { passage: 'CREER', auteur: acteur })
  return { demande, nouvelle: rowCount === 1 }
}

const reecrire = (client: Ecriture, { id }: DemandeLue, r: Redaction) =>
  client.query(
    `UPDATE demandes SET faits = $2, adhesion_id = $3, personne_id = $4, objet = $5, equipe = $6::text::"EquipeGestion" WHERE id = $1`,
    [
      id,
      JSON.stringify(r.faits),
      r.adhesionId,
      r.personneId,
      r.objet ?? null,
      r.equipe ?? equipeDe(r.nature),
    ],
  )

async function envoyer(client: Ecriture, acteur: PorteeAdherent, demande: DemandeLue): Promise<void> {
  const instant = instantMetier()
  await passer(client, demande, {
    passage: 'ENVOYER',
    auteur: acteur,
    ecrit: { envoyeeLe: instant, ...(await loadLimite(client, demande, instant)) },
  })
}
