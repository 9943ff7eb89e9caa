import { formatDateEnLettres, formatMontant } from '@/lib/lexique/formats'
import { ecrirePieceRequise } from '@/lib/lexique/pieces'
import { type Montant, moins, oppose } from '@/lib/rules/montant/montant'
import type { ListePieces, SituationPieces } from '@/lib/rules/pieces/piece'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { type EffetCotisation, type MesureCotisation, mesurerCotisation } from '../effet-cotisation/view'
import type { Issue, Verdict } from '../issue/view'
import { adresseProjet, type Projet } from '../projet/schema'
import type { ContexteProjet } from '../projet-decision/view'
import { type EtapeView, etape, nommerArticle } from '../remboursement/view'

export interface CotisationProjet {
  readonly avant: Montant
  readonly apres: readonly { readonly depuis: string; readonly mensuelle: Montant }[]
  /** The whole year, before and after; null when it does not change, or when the tariff is only indicative. */
  readonly annee: {
    readonly an: number
    readonly avant: Montant
    readonly apres: Montant
    readonly phrase: string
  } | null
  readonly notes: readonly string[]
  readonly etapes: readonly EtapeView[]
}

export interface PiecesView {
  readonly pieces: readonly string[]
  readonly article: string
  readonly annuelle: boolean
}

export interface ReponseView {
  readonly verdict: Verdict
  readonly titre: string
  readonly phrases: readonly string[]
  readonly etapes: readonly EtapeView[]
  readonly possible: { readonly phrase: string; readonly etapes: readonly EtapeView[] } | null
  readonly ailleurs: readonly { readonly libelle: string; readonly phrase: string; readonly href: string }[]
  readonly pieces: readonly PiecesView[]
  readonly sansPieces: boolean
  readonly cotisation: CotisationProjet | null
  /** Where to ask for it, when it may be asked today. */
  readonly demander: string | null
  /** Why there is no amount, in a sentence. */
  readonly sansCotisation: string | null
}

interface Pour {
  readonly reglement: Reglement
  readonly contexte: ContexteProjet
  readonly cache: Readonly<Record<string, string>>
  readonly projet: Projet
}

export function voirIssue(issue: Issue, p: Pour): ReponseView {
  const { contexte, reglement, projet } = p
  const enEtapes = (motifs: Issue['motifs']) => motifs.map((motif) => etape(motif, contexte))
  const pieces = issue.pieces.flatMap((liste) => voirPieces(liste, reglement, contexte))
  const mesure = mesurer(issue, p)
  const saisies = Object.entries(projet.saisie).filter(([, valeur]) => valeur !== '')
  return {
    verdict: issue.verdict,
    titre: issue.titre,
    phrases: issue.phrases,
    etapes: enEtapes(issue.motifs),
    possible:
      issue.possible === null
        ? null
        : { phrase: issue.possible.phrase, etapes: enEtapes(issue.possible.motifs) },
    ailleurs: issue.ailleurs.map(({ libelle, phrase, parametres }) => ({
      libelle,
      phrase,
      href: adresseProjet({ ...Object.fromEntries(saisies), ...p.cache, ...parametres }),
    })),
    demander:
      issue.verdict === 'POSSIBLE' && projet.jours.demande === contexte.jour
        ? `/adherent/demandes/contrat?${new URLSearchParams({ ...Object.fromEntries(saisies), ...p.cache }).toString()}`
        : null,
    pieces,
    sansPieces: issue.pieces.length > 0 && pieces.length === 0,
    cotisation: mesure?.connue === true ? voirCotisation(mesure, contexte) : null,
    sansCotisation: mesure === null || mesure.connue ? null : RAISONS[mesure.raison],
  }
}

function voirPieces(
  situations: readonly SituationPieces[],
  reglement: Reglement,
  contexte: ContexteProjet,
): PiecesView[] {
  const liste: ListePieces | undefined = situations
    .map((situation) => reglement.pieces[situation])
    .find((trouvee) => trouvee !== undefined)
  if (liste === undefined) return []
  const article = contexte.article(liste.article)
  return [
    {
      pieces: liste.pieces.map(ecrirePieceRequise),
      article: article === undefined ? liste.article : nommerArticle(article),
      annuelle: liste.annuelle,
    },
  ]
}

const RAISONS: Readonly<Record<Extract<MesureCotisation, { connue: false }>['raison'], string>> = {
  TARIF_ABSENT:
    'Le tarif de cette formule pour cette année-là n’est pas encore connu : nous ne pouvons pas dire combien vous paieriez.',
  NON_PREVU:
    'Votre règlement ne dit pas comment la cotisation se calcule, ou c’est votre employeur qui la paie : nous ne pouvons pas la chiffrer ici.',
  FAIT_MANQUANT:
    'Il nous manque un élément pour chiffrer la cotisation : un conseiller peut vous la calculer.',
}

/** Null: the project changes nothing to pay, or nobody can say it of a death. */
const mesurer = ({ changement }: Issue, { contexte }: Pour): MesureCotisation | null => {
  if (changement === null) return null
  if (contexte.cotisant === null) return { connue: false, raison: 'FAIT_MANQUANT' }
  return mesurerCotisation(contexte.cotisant, changement, contexte.jour)
}

function comparerAnnees({ annee: an, annuelAvant, annuelApres }: EffetCotisation): CotisationProjet['annee'] {
  const ecart = moins(annuelApres, annuelAvant)
  const phrase =
    ecart > 0
      ? `Soit ${formatMontant(ecart)} de plus d’ici la fin de ${an}.`
      : `Soit ${formatMontant(oppose(ecart))} de moins d’ici la fin de ${an}.`
  return { an, avant: annuelAvant, apres: annuelApres, phrase }
}

function voirCotisation(
  { effet }: Extract<MesureCotisation, { connue: true }>,
  contexte: ContexteProjet,
): CotisationProjet {
  return {
    avant: effet.avant,
    apres: effet.apres.map(({ du, mensuelle }) => ({ depuis: formatDateEnLettres(du), mensuelle })),
    annee: effet.indicatif || effet.annuelAvant === effet.annuelApres ? null : comparerAnnees(effet),
    notes: [
      ...(effet.indicatif
        ? [
            `Le tarif de l’année suivante n’est pas encore connu : ces montants sont ceux de ${effet.annee}, à titre indicatif.`,
          ]
        : []),
      ...(effet.demonstration
        ? ['Tarif de démonstration : ces montants sont inventés, aucun document ne les imprime.']
        : []),
    ],
    etapes: effet.motifs.map((motif) => etape(motif, contexte)),
  }
}
