import {
  formatDateEnChiffres,
  formatDateEnLettres,
  formatMontant,
  formatQuantite,
} from '@/lib/lexique/formats'
import { nomsDeLigne } from '@/lib/lexique/lignes'
import { FAMILLES, type SoinASimuler } from '@/lib/lexique/soins/soin'
import { SOINS_A_SIMULER } from '@/lib/lexique/soins-a-simuler'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, moins, montant } from '@/lib/rules/montant/montant'
import type { CodeLigne } from '@/lib/rules/remboursement/lignes'
import type { Piece } from '@/lib/rules/remboursement/table'
import { type EtapeView, etape, type Lecteur, type PartageView, partager } from '../remboursement/view'
import type { SimulationLue } from './data'
import type { Demande } from './schema'

type Chiffrage = SimulationLue['reel']

/** What the answer to a simulation shows. Plain data: it travels in the state of a form. */
export interface ResultatView {
  readonly date: string
  readonly formule: string
  readonly partage: PartageView
  readonly calculs: readonly {
    readonly cle: string
    readonly sujet: string
    readonly etapes: readonly EtapeView[]
  }[]
}

export interface AutreFormuleView {
  readonly formule: string
  readonly mutuelle: Montant
  readonly reste: Montant
  /** « 12,00 € de plus », « pareil »… beside what the real formule pays. */
  readonly difference: string
  /** The reader's own, first in the table. */
  readonly reelle: boolean
  readonly etapes: readonly EtapeView[]
}

export interface ReponseSimulation {
  readonly titre: string
  readonly resultat: ResultatView
  /** Where the base of reimbursement comes from. */
  readonly bases: readonly string[]
  readonly forfaits: readonly string[]
  readonly autres: readonly AutreFormuleView[]
  readonly apres: (ResultatView & { readonly gain: string }) | null
  readonly pieces: readonly string[]
}

const PIECES: Readonly<Record<Piece, string>> = {
  FACTURE: 'la facture acquittée',
  ORDONNANCE: 'l’ordonnance',
  ACTE_DE_NAISSANCE: 'l’extrait d’acte de naissance ou le jugement d’adoption',
}

function voirResultat(chiffrage: Chiffrage, contexte: Pick<Lecteur, 'article'>): ResultatView {
  const { partage, formule } = chiffrage
  return {
    date: formatDateEnLettres(chiffrage.jour),
    formule: nommer(chiffrage),
    partage: partager(partage, `simulation ${formule.id}`),
    calculs: chiffrage.actes.map(({ prestation, motifs }, rang) => ({
      cle: String(rang),
      sujet: prestation.libelle,
      etapes: motifs.map((m) => etape(m, contexte)),
    })),
  }
}

const nommer = ({ formule }: Chiffrage): string => formule.libelle

type Acte = Chiffrage['actes'][number]

function phraseDeBase({ ligne: { origineBase, acte, contenu } }: Acte, jour: DateCivile): string | null {
  const base = formatMontant(contenu.montants.baseRemboursement)
  switch (origineBase) {
    case 'ACTE':
      return `${base} : le tarif de « ${acte.libelle} » au ${formatDateEnLettres(jour)}.`
    case 'SAISIE':
      return `${base} : celle que vous avez indiquée.`
    case 'PRIX':
      return `${base} : le prix, faute d’une base indiquée. Si le devis en porte une autre, écrivez-la.`
    case 'AUCUNE':
      return null
  }
}

const phrasesDeBase = ({ actes, jour }: Chiffrage): string[] => [
  ...new Set(actes.flatMap((acte) => phraseDeBase(acte, jour) ?? [])),
]

const nomDe = (ligne: CodeLigne): string => nomsDeLigne[ligne]

function phrasesDeForfait({ plafonds, quantites }: Chiffrage): string[] {
  const euros = plafonds.map(({ ligne, plafond, consommeApres, au }) => {
    const reste = formatMontant(moins(plafond, consommeApres))
    return `${capitale(nomDe(ligne))} : après ce soin, il restera ${reste} sur ${formatMontant(plafond)}, jusqu’au ${formatDateEnChiffres(au)}.`
  })
  const nombres = quantites.map(({ ligne, unite, plafond, consommeApres, au }) => {
    const nom = unite === 'JOUR' ? 'jours' : 'séances'
    const reste = Math.max(0, plafond - consommeApres)
    return `${capitale(nomDe(ligne))} : après ce soin, il restera ${unite === 'JOUR' ? formatQuantite(reste, 'jours') : `${reste} ${reste < 2 ? 'séance' : 'séances'}`} sur ${plafond} ${nom}, jusqu’au ${formatDateEnChiffres(au)}.`
  })
  return [...new Set([...euros, ...nombres])]
}

const capitale = (texte: string): string => `${texte.charAt(0).toUpperCase()}${texte.slice(1)}`

function comparer(autre: Chiffrage, reel: Chiffrage, contexte: Pick<Lecteur, 'article'>): AutreFormuleView {
  const ecart = autre.partage.partMutuelle - reel.partage.partMutuelle
  const sens = ecart > 0 ? 'plus' : 'moins'
  const reelle = autre === reel
  return {
    formule: nommer(autre),
    mutuelle: montant(autre.partage.partMutuelle),
    reste: montant(autre.partage.resteACharge),
    difference: reelle ? 'la vôtre' : ecart === 0 ? 'pareil' : `${formatMontant(Math.abs(ecart))} de ${sens}`,
    reelle,
    etapes: autre.actes.flatMap(({ motifs }) => motifs.map((m) => etape(m, contexte))),
  }
}

export function voirSimulation(
  lue: SimulationLue,
  demande: Demande,
  contexte: Pick<Lecteur, 'article'>,
): ReponseSimulation {
  const { reel, apres, autres, personne } = lue
  return {
    titre: `${demande.soin.libelle}, pour ${personne.prenom}, le ${formatDateEnLettres(reel.jour)}`,
    resultat: voirResultat(reel, contexte),
    bases: phrasesDeBase(reel),
    forfaits: phrasesDeForfait(reel),
    autres: autres.length === 0 ? [] : [reel, ...autres].map((autre) => comparer(autre, reel, contexte)),
    apres:
      apres === null
        ? null
        : {
            ...voirResultat(apres, contexte),
            gain: formatMontant(apres.partage.partMutuelle - reel.partage.partMutuelle),
          },
    pieces: direPieces(reel.pieces),
  }
}

export const direPieces = (pieces: readonly Piece[]): string[] => pieces.map((piece) => PIECES[piece])

export interface FamilleView {
  readonly titre: string
  readonly soins: readonly { readonly code: string; readonly libelle: string }[]
}

/** The kinds of care by need: those that the formule guarantees, then the others. */
export function voirChoix(garantis: ReadonlySet<string> | null): {
  readonly garantis: readonly FamilleView[]
  readonly autres: readonly FamilleView[]
} {
  const estGaranti = ({ code }: SoinASimuler) => garantis === null || garantis.has(code)
  const familles = (soins: readonly SoinASimuler[]): FamilleView[] =>
    Object.entries(FAMILLES).flatMap(([cle, titre]) => {
      const siens = soins.filter(({ famille }) => famille === cle)
      return siens.length === 0
        ? []
        : [{ titre, soins: siens.map(({ code, libelle }) => ({ code, libelle })) }]
    })
  return {
    garantis: familles(SOINS_A_SIMULER.filter(estGaranti)),
    autres: familles(SOINS_A_SIMULER.filter((soin) => !estGaranti(soin))),
  }
}
