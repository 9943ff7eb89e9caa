import { contient } from '@/lib/rules/date/periode'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { enCode, enMontant } from '@/lib/rules/decision/motif'
import { montant } from '@/lib/rules/montant/montant'
import { ouvrirFormule } from '@/lib/rules/remboursement/formule'
import { type Cas, calculer, type Ebauche } from './calcul'
import { constat } from './motifs'
import type { Memoire, PrestationCalculee } from './prestation'

/**
 * What a second contract adds to the first, on what it leaves. One prestation bears both: the shares add up, each consumption keeps
 * its contract, and the inputs of the second are kept beside those of the first.
 */
export function completer(
  premiere: PrestationCalculee,
  base: Ebauche,
  cas: Omit<Cas, 'historique'>,
  historique: Memoire,
): PrestationCalculee {
  const { rattachement, contenu, jour, socle } = cas
  const { adhesionId, reglement } = rattachement
  const formule = rattachement.formules.find((f) => contient(f, jour))?.formule
  if (formule === undefined) return premiere
  const { partMutuelle: premierePart, partRegimeLocal } = premiere.partage
  const dejaVerse = (contenu.montants.rcDejaVerse ?? 0) + premierePart + partRegimeLocal
  const restant = { ...contenu, montants: { ...contenu.montants, rcDejaVerse: dejaVerse } }
  const seconde = sansErreur(() =>
    calculer({ ...base, adhesionId, formule }, [], {
      ...cas,
      contenu: restant,
      historique: historique(adhesionId, 'SECOND'),
    }),
  )
  if (seconde === null || seconde.etat === 'A_VERIFIER' || !compte(seconde)) return premiere
  const { partMutuelle } = seconde.partage
  const article = reglement.garanties?.articles.fraisReels ?? socle.roles.tauxDecompte
  const annonce = constat('SURCOMPLEMENTAIRE', article, {
    formule: enCode(ouvrirFormule(reglement, formule, jour).libelle),
    montant: enMontant(montant(partMutuelle)),
  })
  const payee = premierePart + partMutuelle
  return {
    ...premiere,
    etat: payee > 0 ? 'A_PAYER' : premiere.etat,
    partage: {
      ...premiere.partage,
      partMutuelle: payee,
      resteACharge: premiere.partage.resteACharge - partMutuelle,
    },
    versionReglement: `${premiere.versionReglement} ${seconde.versionReglement}`,
    entrees: { ...premiere.entrees, surcomplementaire: { adhesionId, ...seconde.entrees } },
    motifs: [
      ...premiere.motifs.filter((m) => m.code !== 'RESTE_A_CHARGE'),
      annonce,
      ...seconde.motifs.filter((m) => !DITS_PAR_LE_PREMIER.has(m.code)),
    ],
    limites: [...new Set([...premiere.limites, ...seconde.limites])],
    details: [...premiere.details, ...seconde.details],
    plafonds: [...premiere.plafonds, ...seconde.plafonds.map((p) => ({ ...p, adhesionId }))],
    consommations: [...premiere.consommations, ...seconde.consommations.map((c) => ({ ...c, adhesionId }))],
    elements: [...premiere.elements, ...seconde.elements.map((e) => ({ ...e, adhesionId }))],
  }
}

/** What the AMO and the first contract paid is said with the first. */
const DITS_PAR_LE_PREMIER: ReadonlySet<string> = new Set(['AMO_DECOMPTE', 'AUTRES_REMBOURSEMENTS'])

/** Nothing of this care, or nothing left of it: not worth a word. */
const SANS_UN_MOT: ReadonlySet<string> = new Set(['NON_GARANTI', 'HORS_PARCOURS', 'FRAIS_REELS'])

/** A contract that pays counts, and so does one that waits or whose forfait is spent. */
const compte = ({ partage, limites }: PrestationCalculee): boolean =>
  partage.partMutuelle > 0 || limites.some((limite) => !SANS_UN_MOT.has(limite))

function sansErreur<T>(calcul: () => T): T | null {
  try {
    return calcul()
  } catch (erreur) {
    // The table of the second contract may not know this care, or not yet apply: the first one has answered.
    if (erreur instanceof ErreurDeRegle && ['NON_PREVU', 'HORS_PERIODE'].includes(erreur.code)) return null
    throw erreur
  }
}
