import { formatDateEnLettres } from '@/lib/lexique/formats'
import {
  direContrat,
  ecrireCase,
  type SectionTableau,
  sectionDeLigne,
  sections,
} from '@/lib/lexique/garanties'
import { expliquerMotif } from '@/lib/lexique/motifs'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import { decrireGaranties } from '@/lib/rules/remboursement/decrire-garanties'
import type { FormuleOuverte } from '@/lib/rules/remboursement/formule'
import type { GarantiesLues } from '../garanties/data'
import {
  appeler,
  type ChoixPersonne,
  type ContratOuvert,
  choisirPersonne,
  contratsOuverts,
  type DroitsView,
  sansDroits,
  voirDroits,
} from '../garanties/view'
import { type EtapeView, etape, type Lecteur } from '../remboursement/view'

export interface RangeeView {
  readonly cle: string
  readonly libelle: string
  readonly case: string
  /** Notes at the foot that this row alone calls. */
  readonly renvois: readonly number[]
}

export interface NoteView {
  readonly numero: number
  readonly dit: string
}

export interface SectionView {
  readonly cle: SectionTableau
  readonly titre: string
  readonly rangees: readonly RangeeView[]
  /** Notes of the whole section. */
  readonly renvois: readonly number[]
}

export interface TableauView extends DroitsView {
  readonly sansTableau: boolean
  readonly applicable: string
  readonly sections: readonly SectionView[]
  readonly notes: readonly NoteView[]
  readonly etapes: readonly EtapeView[]
}

export interface TableauxView {
  readonly nom: string
  readonly choix: readonly ChoixPersonne[]
  readonly tableaux: readonly TableauView[]
  readonly sansDroits: string | null
  readonly retour: string
}

const VIDE = { sansTableau: true, applicable: '', sections: [], notes: [], etapes: [] } as const

const sujet = (motif: Motif): string | null => {
  const ligne = motif.donnees.ligne
  return motif.code === 'LECTURE_DOUTEUSE' && ligne?.type === 'code' ? ligne.valeur : null
}

/** Sections in the order of the table; one that comes back is the same. */
function ordonner(formule: FormuleOuverte): readonly SectionTableau[] {
  return [...new Set([...formule.rangees.keys()].map(sectionDeLigne))]
}

const capitale = (texte: string): string => `${texte.charAt(0).toUpperCase()}${texte.slice(1)}`

function voirTableau(ouvert: ContratOuvert, jour: DateCivile, article: Lecteur['article']): TableauView {
  const { formule, contrat } = ouvert
  if (formule === null) return { ...voirDroits(ouvert), ...VIDE }
  const decrites = decrireGaranties(contrat.reglement, formule.id, jour)
  if (decrites.verdict !== 'ACCORDEE') throw new Error(`« ${formule.id} » ne se décrit pas`)
  const notes: NoteView[] = []
  const noter = (dit: string): number => {
    const connue = notes.find((note) => note.dit === dit)
    if (connue !== undefined) return connue.numero
    notes.push({ numero: notes.length + 1, dit })
    return notes.length
  }
  const vues = ordonner(formule).map((cle) => ({
    cle,
    titre: sections[cle],
    renvois: formule.table.notes
      .filter((note) => note.section === cle)
      .map((note) => noter(`${capitale(note.dit)}.`)),
    rangees: decrites.valeur.lignes
      .filter(({ ligne }) => sectionDeLigne(ligne) === cle)
      .map(({ ligne, libelle, garantie }) => ({
        cle: ligne,
        libelle,
        case: ecrireCase(garantie),
        renvois: decrites.motifs
          .filter((motif) => sujet(motif) === ligne)
          .map((motif) => noter(expliquerMotif(motif))),
      })),
  }))
  for (const note of formule.table.notes.filter((n) => n.section === 'contrat'))
    noter(`${capitale(note.dit)}.`)
  noter(direContrat(formule.table))
  return {
    ...voirDroits(ouvert),
    sansTableau: false,
    applicable: `Tableau applicable depuis le ${formatDateEnLettres(decrites.valeur.applicableDu)}.`,
    sections: vues.map((vue) => ({ ...vue, renvois: [...new Set(vue.renvois)] })),
    notes,
    etapes: decrites.motifs
      .filter((motif) => sujet(motif) === null)
      .map((motif) => etape(motif, { article })),
  }
}

/** The printed table of whoever was chosen. */
export function voirTableaux(
  lu: Pick<GarantiesLues, 'personne' | 'personnes'>,
  jour: DateCivile,
  article: Lecteur['article'],
): TableauxView {
  const { personne } = lu
  const ouverts = contratsOuverts(personne, jour)
  return {
    nom: appeler(personne, lu.personnes),
    choix: choisirPersonne(lu.personnes, personne.id, (id) => `/adherent/garanties/tableau?personne=${id}`),
    tableaux: ouverts.map((ouvert) => voirTableau(ouvert, jour, article)),
    sansDroits: ouverts.length === 0 ? sansDroits(personne, jour) : null,
    retour: `/adherent/garanties?personne=${personne.id}`,
  }
}
