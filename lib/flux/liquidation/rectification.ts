import { randomUUID } from 'node:crypto'
import { enCode, enMontant } from '@/lib/rules/decision/motif'
import { montant } from '@/lib/rules/montant/montant'
import { liquiderLigne } from './decision'
import { contrePasser, type LigneEcrite, poser } from './ecriture'
import { memoire } from './memoire'
import { constat } from './motifs'
import type { LigneALire, Lot, Suivante } from './registre'

/** Length of a place without what tells corrections of one line apart. */
const RACINE = 22

/**
 * The prestations that stand after a corrected line, in their order; null when a correction cannot take the place of the line it
 * corrects: one of them is about to be taken back, and what it took cannot be counted yet.
 */
export function suivantesDe(lot: Lot, ligne: LigneALire): readonly Suivante[] | null {
  const suivantes = (lot.suivantes.get(ligne.personne_id) ?? [])
    .filter((s) => s.place > ligne.place && lot.origines.get(s.ligneId)?.annulee !== true)
    .sort((a, b) => (a.place < b.place ? -1 : 1))
  return suivantes.some((s) => lot.reprises.has(s.ligneId)) ? null : suivantes
}

/** « dentaire.prothese » → « dentaire »: lines of a family may share a forfait. */
const famille = (ligne: string): string => ligne.split('.')[0] ?? ligne

/** Does again what followed a corrected line on the same forfaits: a reversal and a new line where the amount changes. */
export function refaireSuivantes(
  lot: Lot,
  ligne: LigneALire,
  suivantes: readonly Suivante[],
  touchees: readonly string[],
): void {
  const familles = new Set(touchees.map(famille))
  for (const suivante of suivantes) {
    if (suivante.lignes.some((l) => familles.has(famille(l)))) refaire(lot, ligne, suivante)
  }
}

function refaire(lot: Lot, cause: LigneALire, s: Suivante): void {
  const assure = lot.assures.get(s.personneId)
  if (assure === undefined) return
  const calculee = liquiderLigne(
    { contenu: s.contenu, pourInformation: false, origineNonAnnulee: false, equipement: s.equipement },
    assure,
    memoire(lot, s.personneId, s.place),
    lot.socle,
  )
  const { partMutuelle } = calculee.partage
  if (partMutuelle === s.partMutuelle) return
  const { tauxDecompte } = lot.socle.roles
  contrePasser(lot, ecrire(lot, cause, s, true), constat('REPRISE_POUR_RECALCUL', tauxDecompte))
  const ecart = partMutuelle - s.partMutuelle
  const motif = constat('FORFAIT_RECALCULE', tauxDecompte, {
    sens: enCode(ecart > 0 ? 'A_PAYER' : 'INDU'),
    avant: enMontant(montant(s.partMutuelle)),
    apres: enMontant(montant(partMutuelle)),
    difference: enMontant(montant(Math.abs(ecart))),
  })
  const refaite = ecrire(lot, cause, s, false)
  const nouvelle = { ...calculee, motifs: [motif, ...calculee.motifs] }
  const id = poser(lot, refaite, s.equipement, nouvelle)
  retenir(lot, { ...s, id, ligneId: refaite.id, place: refaite.place, partMutuelle })
}

/** A line of the mutuelle's own, at the end of the file that corrects. */
function ecrire(lot: Lot, cause: LigneALire, s: Suivante, reversion: boolean): LigneEcrite {
  const rang = lot.rangInterne + lot.internes.length + 1
  const id = randomUUID()
  const { personneId, contenu } = s
  const origineId = reversion ? s.ligneId : s.racineId
  lot.internes.push({ id, rang, origineId, reversion, personneId, contenu })
  const flux = cause.place.slice(-RACINE, 12 - RACINE)
  const place = `${s.place.slice(0, RACINE)}/${flux}/${String(rang).padStart(9, '0')}`
  return { id, personne_id: personneId, origine_id: origineId, contenu, place }
}

/** A later correction of the same batch may change this one too. */
export function retenir(lot: Lot, suivante: Suivante): void {
  const liste = lot.suivantes.get(suivante.personneId)
  if (liste !== undefined) lot.suivantes.set(suivante.personneId, [...liste, suivante])
}
