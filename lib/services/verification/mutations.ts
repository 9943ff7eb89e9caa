import { constat } from '@/lib/flux/liquidation/motifs'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { formatMontant } from '@/lib/lexique/formats'
import { PHRASES_VERIFICATION } from '@/lib/lexique/verifications'
import { type ArticleId, enCode, enMontant, type Motif } from '@/lib/rules/decision/motif'
import { montant } from '@/lib/rules/montant/montant'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { passerPrestations } from '../grand-livre/mutations'
import { peutVerifier } from './access'
import { type ADecider, verrouillerVerification } from './data'
import type { PaiementVerifie, RefusVerifie } from './schema'
import { partMaximale } from './view'

interface Decision {
  readonly etat: 'A_PAYER' | 'REFUSEE'
  readonly part: number
  readonly motif: Motif
}

const refuser = (champ: string, message: string): never => {
  throw new SaisieRefusee({ champ, message })
}

/**
 * One decision a line: its row is locked, and who comes second is told. The share moves before anything is owed; what it leaves is left
 * to pay; the ground joins those of the calculation. A line that waits took nothing on a forfait: nothing is to be given back.
 */
async function decider(
  acteur: PorteeGestion,
  id: string,
  choisir: (ligne: ADecider) => Decision,
): Promise<void> {
  if (!peutVerifier(acteur)) throw new Error('vérification : rôle refusé')
  await ecrire(SYSTEME, async (client) => {
    const ligne = await verrouillerVerification(client, id)
    if (ligne?.etat !== 'A_VERIFIER') return refuser('', PHRASES_VERIFICATION.DEJA_DECIDEE)
    const decision = choisir(ligne)
    await appliquer(client, id, ligne, decision)
    await journaliser(client, {
      acte: 'PRESTATION_VERIFIEE',
      compteId: acteur.compteId,
      role: acteur.role,
      objetType: 'prestation',
      objetId: id,
      resultat: 'FAIT',
      donnees: {
        decision: decision.etat,
        ajustee: decision.etat === 'A_PAYER' && decision.part !== ligne.partMutuelle,
        reglement: ligne.versionReglement,
      },
    })
  })
}

async function appliquer(client: Ecriture, id: string, ligne: ADecider, decision: Decision): Promise<void> {
  const ecart = decision.part - ligne.partMutuelle
  await client.query(
    `UPDATE prestations SET etat = $2::text::"EtatPrestation", part_mutuelle = $3, reste_a_charge = $4, motifs = motifs || $5::jsonb
      WHERE id = $1`,
    [id, decision.etat, decision.part, ligne.resteACharge - ecart, JSON.stringify([decision.motif])],
  )
  if (ecart !== 0)
    await client.query(
      `INSERT INTO prestation_details (prestation_id, rang, ligne, montant)
        SELECT $1, coalesce(max(rang), 0) + 1, 'verification', $2 FROM prestation_details WHERE prestation_id = $1`,
      [id, ecart],
    )
  await passerPrestations(client, [id])
}

/** What stopped the calculation is what the decision answers. @throws {Error} for a line without a ground: the base refuses it. */
function articleDe({ motifs }: ADecider): ArticleId {
  const dernier = motifs.at(-1)
  if (dernier === undefined) throw new Error('prestation sans motif')
  return dernier.article
}

/** Pays what is computed, or the share that staff fixes and explains. @throws {SaisieRefusee} */
export const payerVerifiee = (
  acteur: PorteeGestion,
  { prestation, part, explication }: PaiementVerifie,
): Promise<void> =>
  decider(acteur, prestation, (ligne) => {
    const decidee = part ?? ligne.partMutuelle
    if (ligne.adhesionId === null) return refuser('part', PHRASES_VERIFICATION.SANS_CONTRAT)
    const maximum = partMaximale(ligne)
    if (decidee > maximum && decidee !== ligne.partMutuelle)
      return refuser('part', PHRASES_VERIFICATION.TROP.replace('{maximum}', formatMontant(montant(maximum))))
    const somme = enMontant(montant(decidee))
    if (decidee === ligne.partMutuelle)
      return {
        etat: 'A_PAYER',
        part: decidee,
        motif: constat('VERIFICATION_PAYEE', articleDe(ligne), { montant: somme }),
      }
    if (explication === null) return refuser('explication', PHRASES_VERIFICATION.POURQUOI_CE_MONTANT)
    const donnees = { montant: somme, phrase: enCode(explication) }
    return {
      etat: 'A_PAYER',
      part: decidee,
      motif: constat('VERIFICATION_AJUSTEE', articleDe(ligne), donnees),
    }
  })

/** The mutuelle pays nothing: a ground of the list, and a sentence to the member. @throws {SaisieRefusee} */
export const refuserVerifiee = (
  acteur: PorteeGestion,
  { prestation, raison, phrase }: RefusVerifie,
): Promise<void> =>
  decider(acteur, prestation, (ligne) => ({
    etat: 'REFUSEE',
    part: 0,
    motif: constat('VERIFICATION_REFUSEE', articleDe(ligne), {
      raison: enCode(raison),
      phrase: enCode(phrase),
    }),
  }))
