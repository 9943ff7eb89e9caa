import {
  ajouterJours,
  annee,
  type DateCivile,
  estDateCivile,
  premierJanvier,
} from '@/lib/rules/date/date-civile'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import { listerFormules, ouvrirFormule } from '@/lib/rules/remboursement/formule'
import { type Chiffrage, chiffrer, type Dossier, droitsDuSoin } from './chiffrer'
import type { SoinDemande } from './demande'

/** A table that does not apply yet, or does not know this care, compares to nothing. */
function siPossible(calcul: () => Chiffrage | null): Chiffrage | null {
  try {
    return calcul()
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle && ['NON_PREVU', 'HORS_PERIODE'].includes(erreur.code)) return null
    throw erreur
  }
}

const ouvert = (dossier: Dossier, soin: SoinDemande, formule: string | null): Chiffrage | null => {
  const reponse = chiffrer(dossier, soin, formule)
  return reponse.ouverts ? reponse.chiffrage : null
}

/** One module away: in a modular gamme, dozens of formules exist, and the near ones tell what each module brings. */
function voisine(id: string, reelle: string): boolean {
  const [a, b] = [id.split('-'), reelle.split('-')]
  return a.length === b.length && a.filter((partie, rang) => partie !== b[rang]).length === 1
}

/** The same care under the other formules of the same gamme: those that a change of option can reach. */
export function surLesAutresFormules(
  dossier: Dossier,
  soin: SoinDemande,
  reel: Chiffrage,
): readonly Chiffrage[] {
  const droits = droitsDuSoin(dossier, soin)
  if (!droits.ouverts) return []
  const { reglement } = droits.rattachement
  const { id: reelle, table } = reel.formule
  const modulaire = reglement.garanties?.modulaires.some((gamme) => gamme.table === table) === true
  return listerFormules(reglement).flatMap((id) => {
    if (id === reelle || ouvrirFormule(reglement, id, null).table !== table) return []
    if (modulaire && !voisine(id, reelle)) return []
    return siPossible(() => ouvert(dossier, soin, id)) ?? []
  })
}

/** What waiting can mend. */
const ATTENDRE: ReadonlySet<string> = new Set([
  'RENOUVELLEMENT',
  'PLAFOND_ANNUEL',
  'JOURS_EPUISES',
  'PLAFOND_SEANCE',
  'DELAI_ATTENTE',
])

/** The days on which something that limited the care comes back: those that the grounds name, the end of the counters, the new year. */
function joursARetenter({ jour, actes, plafonds, quantites }: Chiffrage): readonly DateCivile[] {
  const dits = actes.flatMap(({ motifs }) =>
    motifs.flatMap((m) => Object.values(m.donnees).flatMap((d) => (d.type === 'date' ? [d.valeur] : []))),
  )
  const fins = [...plafonds, ...quantites].map(({ au }) => ajouterJours(au, 1))
  const jours = [...dits.filter(estDateCivile), ...fins, premierJanvier(annee(jour) + 1)]
  return [...new Set(jours)].filter((j) => j > jour).sort()
}

/** The same care on the first day on which the mutuelle would pay more of it; null when waiting changes nothing. */
export function apresRenouvellement(dossier: Dossier, soin: SoinDemande, reel: Chiffrage): Chiffrage | null {
  if (!reel.limites.some((limite) => ATTENDRE.has(limite))) return null
  for (const jour of joursARetenter(reel)) {
    const plusTard = siPossible(() => ouvert(dossier, { ...soin, jour }, null))
    if (plusTard !== null && plusTard.partage.partMutuelle > reel.partage.partMutuelle) return plusTard
  }
  return null
}
