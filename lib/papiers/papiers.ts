import type { z } from 'zod'
import { composerAttestationCotisations, faitsAttestationCotisations } from './attestation-cotisations'
import { composerAttestation, faitsAttestation } from './attestation-droits'
import { composerRadiation, faitsRadiation } from './attestation-radiation'
import { composerCarte, faitsCarte } from './carte-tiers-payant'
import { composerCertificat, faitsCertificat } from './certificat-adhesion'
import { composerCodeAcces, faitsCodeAcces } from './code-acces'
import { composerCourrier, faitsCourrier } from './courrier'
import type { Emission } from './faits'
import { composerMandat, faitsMandat } from './mandat-sepa'
import type { Papier } from './papier'
import { composerPriseEnCharge, faitsPriseEnCharge } from './prise-en-charge'
import { composerReleve, faitsReleve } from './releve-prestations'
import { typographierTout } from './typographie'

interface Modele {
  readonly faits: z.ZodType
  readonly composer: (donnees: unknown, emission: Emission) => Papier
}

const modele = <F>(faits: z.ZodType<F>, composer: (faits: F, emission: Emission) => Papier): Modele => ({
  faits,
  composer: (donnees, emission) => typographierTout(composer(faits.parse(donnees), emission)),
})

/**
 * Every paper ever issued keeps the gabarit it was issued with. To change the facts of a paper, add a version; to change its words
 * only, change its function.
 */
export const PAPIERS = {
  'carte/1': modele(faitsCarte, composerCarte),
  'releve/1': modele(faitsReleve, composerReleve),
  'attestation/1': modele(faitsAttestation, composerAttestation),
  'certificat/1': modele(faitsCertificat, composerCertificat),
  'mandat/1': modele(faitsMandat, composerMandat),
  'attestation-cotisations/1': modele(faitsAttestationCotisations, composerAttestationCotisations),
  'code-acces/1': modele(faitsCodeAcces, composerCodeAcces),
  'courrier/1': modele(faitsCourrier, composerCourrier),
  'radiation/1': modele(faitsRadiation, composerRadiation),
  'prise-en-charge/1': modele(faitsPriseEnCharge, composerPriseEnCharge),
} as const

export type Gabarit = keyof typeof PAPIERS

const estGabarit = (code: string): code is Gabarit => Object.hasOwn(PAPIERS, code)

/**
 * Facts, as the base keeps them, into the paper.
 * @throws {Error} for an unknown gabarit. @throws {z.ZodError} for facts that are not its own, or do not add up.
 */
export function composer(gabarit: string, donnees: unknown, emission: Emission): Papier {
  if (!estGabarit(gabarit)) throw new Error(`gabarit de papier inconnu : ${gabarit}`)
  return PAPIERS[gabarit].composer(donnees, emission)
}
