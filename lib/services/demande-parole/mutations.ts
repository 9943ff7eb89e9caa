import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_PAROLE } from '@/lib/lexique/paroles'
import { aujourdhui } from '@/lib/server/clock'
import { organisme } from '@/lib/server/organisme'
import type { PorteeAdherent } from '@/lib/server/portee'
import { contesterLeSien } from '../contestation/mutations'
import { type Envoyee, envoyerDemande, garderBrouillon, type Redaction } from '../demande/mutations'
import { accuserReclamation } from '../echeances-demande/mutations'
import { retirerPiece } from '../suite-demande/mutations'
import { loadReference, type Reference } from './data'
import {
  type FaitsParole,
  type ParoleEnvoyee,
  type ParoleGardee,
  sujetDroitSchema,
  sujetReclamationSchema,
} from './schema'

const refuser = (champ: string, message: string): never => {
  throw new SaisieRefusee({ champ, message })
}

/** The contract of what it speaks of; else the one that was chosen; else the person's first. Somebody without a contract may write. */
function contratDe(
  acteur: PorteeAdherent,
  reference: Reference | null,
  choisi: string | null,
): string | null {
  const siens = [...acteur.adhesions, ...acteur.adhesionsLues]
  return reference?.adhesionId ?? siens.find((id) => id === choisi) ?? siens[0] ?? null
}

async function exigerReference(acteur: PorteeAdherent, p: ParoleEnvoyee): Promise<Reference | null> {
  const reference = await loadReference(acteur, p.referenceType, p.reference)
  if (p.reference !== null && reference === null) refuser('', PHRASES_PAROLE.REFERENCE)
  if (p.nature === 'CONTESTATION_INDU' && reference?.type !== 'INDU') refuser('', PHRASES_PAROLE.INDU_REQUIS)
  return reference
}

/** The objet in the organisme's list, with its team. */
const objetDe = (code: string | null) =>
  organisme().objetsMessagerie.find((objet) => objet.code === code) ?? null

function exigerSujet({ nature, sujet }: ParoleEnvoyee): void {
  const connu =
    nature === 'CONTESTATION_INDU' ||
    (nature === 'MESSAGE' && objetDe(sujet) !== null) ||
    (nature === 'RECLAMATION' && sujetReclamationSchema.safeParse(sujet).success) ||
    (nature === 'DROITS_RGPD' && sujetDroitSchema.safeParse(sujet).success)
  if (!connu) refuser('sujet', PHRASES_PAROLE.SUJET)
}

const communs = (acteur: PorteeAdherent, p: ParoleEnvoyee | ParoleGardee, reference: Reference | null) => {
  const objet = p.nature === 'MESSAGE' ? objetDe(p.sujet) : null
  return {
    nature: p.nature,
    cle: p.cle,
    adhesionId: contratDe(acteur, reference, p.contrat),
    personneId: reference?.personneId ?? null,
    objet: objet?.code ?? null,
    ...(objet === null ? {} : { equipe: objet.equipe }),
    fichiers: p.fichiers,
  } satisfies Partial<Redaction>
}

/** Sends it. The same form again gives the same demande; a sum already contested gives the contestation there is. @throws {SaisieRefusee} */
export async function envoyerParole(acteur: PorteeAdherent, p: ParoleEnvoyee): Promise<Envoyee> {
  exigerSujet(p)
  const reference = await exigerReference(acteur, p)
  const faits: FaitsParole = {
    sujet: p.nature === 'MESSAGE' || p.nature === 'CONTESTATION_INDU' ? null : p.sujet,
    reference: reference?.id ?? null,
    referenceType: reference?.type ?? null,
    designation: reference?.designation ?? null,
  }
  return envoyerDemande(acteur, {
    ...communs(acteur, p, reference),
    faits,
    texte: p.texte,
    ...(p.nature === 'CONTESTATION_INDU' && reference !== null ? contester(acteur, reference.id) : {}),
    ...(p.nature === 'RECLAMATION' ? ACCUSER : {}),
  })
}

/** Acknowledged as it is received. */
const ACCUSER = {
  apres: async (client, demande) => {
    await accuserReclamation(client, demande)
  },
} satisfies Partial<Redaction>

/** Once a sum, from whatever form. */
const contester = (acteur: PorteeAdherent, induId: string) =>
  ({
    uneFois: true,
    apres: (client) => contesterLeSien(client, acteur, induId, aujourdhui()),
  }) satisfies Partial<Redaction>

/** Keeps it as it was typed, with what is attached; takes out what is to be. @throws {SaisieRefusee} */
export async function garderParole(acteur: PorteeAdherent, p: ParoleGardee): Promise<Envoyee> {
  for (const piece of p.retirer) await retirerPiece(acteur, p.cle, piece)
  const { sujet, texte } = p
  const reference = await loadReference(acteur, p.referenceType, p.reference)
  const saisie = {
    sujet,
    texte,
    reference: reference?.id ?? null,
    referenceType: reference?.type ?? null,
  }
  return garderBrouillon(acteur, { ...communs(acteur, p, reference), faits: { saisie } })
}
