import type { ErreurChamp } from '@/lib/formulaire/etat'
import { formatDateEnLettres, formatMontant } from '@/lib/lexique/formats'
import { ecrirePieceRequise } from '@/lib/lexique/pieces'
import {
  ARRIVEES,
  DEPARTS,
  DEPARTS_PERSONNE,
  FAIRE,
  type Faire,
  libelleEvenement,
} from '@/lib/lexique/projet'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { ArticleId } from '@/lib/rules/decision/motif'
import { type Montant, moins, oppose } from '@/lib/rules/montant/montant'
import type { ListePieces, SituationPieces } from '@/lib/rules/pieces/piece'
import type { Article } from '@/lib/rules/reglement/article'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { type ContratVecu, reglementVecu } from '../contrat/view'
import type { ContratCotisant } from '../cotisation/view'
import { type EffetCotisation, type MesureCotisation, mesurerCotisation } from '../effet-cotisation/view'
import type { Issue, Resultat, Verdict } from '../issue/view'
import { champsDepart, deciderDepart, finSansEvenement, MOTIFS, prevoitDepart } from '../projet-depart/view'
import {
  deciderArrivee,
  deciderRetrait,
  demandeLEvenement,
  demandeLEvenementRetrait,
  demandeLeLien,
  personnesRetirables,
} from '../projet-famille/view'
import { deciderOption, distingueLaFamille, formulesOffertes } from '../projet-option/view'
import { type EtapeView, etape, nommerArticle } from '../remboursement/view'
import { libelleDeFormule } from '../tarif/view'
import type { Choix, Projet } from './schema'

/** From an address to what the page says: the next question, a form, an answer. Pure. */
export interface Proposition {
  readonly titre: string
  readonly phrase: string
  /** What it would give today, when nothing else has to be known. */
  readonly apercu: string | null
  readonly href: string
}

/** The fields of the form, besides the day of the request; absent: not asked. */
export interface FormulaireView {
  readonly formules: readonly { readonly id: string; readonly libelle: string }[] | null
  readonly personnes: readonly { readonly rang: number; readonly nom: string }[] | null
  readonly lien: boolean
  readonly naissance: boolean
  readonly evenement: string | null
  readonly souhait: boolean
  readonly famille: boolean
  readonly avisRecu: boolean
  readonly postee: boolean
  readonly situation: boolean
  readonly celibataire: boolean
  readonly rattache: boolean
}

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

export interface ProjetView {
  readonly adhesionId: string
  readonly rang: number
  /** « Tribu Équilibre, n° 00410060 ». */
  readonly contrat: string
  readonly autres: readonly { readonly href: string; readonly libelle: string }[]
  readonly retour: { readonly href: string; readonly libelle: string } | null
  readonly titre: string
  readonly phrase: string
  readonly propositions: readonly Proposition[]
  readonly formulaire: FormulaireView | null
  readonly cache: Readonly<Record<string, string>>
  readonly saisie: Readonly<Record<string, string>>
  readonly erreurs: readonly ErreurChamp[]
  readonly reponse: ReponseView | null
}

export interface ContexteProjet {
  readonly jour: DateCivile
  readonly article: (id: ArticleId) => Article | undefined
  /** What the contract pays; null when it is not known. */
  readonly cotisant: ContratCotisant | null
  readonly prestationsDepuis: boolean | null
}

const PAGE = '/adherent/contrats/que-puis-je-faire'

export const adresseProjet = (parametres: Readonly<Record<string, string>>): string =>
  `${PAGE}?${new URLSearchParams(parametres).toString()}`

/** The contract an address names; the first one still running when it names none that is theirs. */
export const contratVise = (projet: Projet, contrats: readonly ContratVecu[]): ContratVecu | null => {
  const siens = contrats.filter(({ titulaire }) => titulaire)
  return contrats[projet.contrat - 1]?.titulaire === true
    ? (contrats[projet.contrat - 1] ?? null)
    : (siens.at(-1) ?? null)
}

export function voirProjet(
  projet: Projet,
  contrats: readonly ContratVecu[],
  contexte: ContexteProjet,
): ProjetView | null {
  const contrat = contratVise(projet, contrats)
  if (contrat === null) return null
  const rang = contrats.indexOf(contrat) + 1
  const reglement = reglementVecu(contrat)
  const commun = {
    adhesionId: contrat.id,
    rang,
    contrat: nommer(contrat, projet.jours.demande),
    autres: contrats.flatMap((autre, place) =>
      autre.titulaire && autre !== contrat
        ? [{ href: adresseProjet({ contrat: `${place + 1}` }), libelle: nommer(autre, contexte.jour) }]
        : [],
    ),
    saisie: projet.saisie,
  }
  const { choix, faire } = projet
  if (choix === null)
    return {
      ...commun,
      retour: faire === null ? null : retourVers(rang, null),
      titre: faire === null ? 'Que puis-je faire ?' : FAIRE[faire].titre,
      phrase:
        faire === null
          ? 'Choisissez : la réponse dit si c’est possible, quand, et pour combien.'
          : QUESTIONS[faire],
      propositions: faire === null ? premieres(rang) : motifsDe(faire, rang, projet, contrat, reglement),
      formulaire: null,
      cache: {},
      erreurs: [],
      reponse: null,
    }
  const { issue, erreurs } = deciderProjet(projet, choix, contrat, reglement, contexte)
  const cache = {
    faire: choix.faire,
    contrat: `${rang}`,
    ...(choix.faire === 'option' ? {} : { motif: choix.motif }),
  }
  return {
    ...commun,
    retour: retourVers(rang, choix.faire === 'option' ? null : choix.faire),
    titre: titreDe(choix),
    phrase: phraseDe(choix),
    propositions: [],
    formulaire: formulaireDe(projet, choix, contrat, reglement, contexte.jour, erreurs),
    cache,
    erreurs: projet.soumis ? erreurs : [],
    reponse: issue === null ? null : voirIssue(issue, { contrat, reglement, contexte, cache, projet }),
  }
}

const nommer = (contrat: ContratVecu, jour: DateCivile): string => {
  const formule = contrat.formules.findLast(({ du }) => du <= jour) ?? contrat.formules[0]
  const nom = formule === undefined ? 'Contrat' : libelleDeFormule(contrat.reglement, formule.formule)
  return `${nom}, n° ${contrat.numeroAdherent}`
}

const QUESTIONS: Readonly<Record<Faire, string>> = {
  option: '',
  ajouter: 'Qui arrive dans votre contrat ?',
  retirer: 'Pourquoi cette personne quitte-t-elle votre contrat ?',
  partir: 'Pour quelle raison ? La date de fin en dépend.',
}

const retourVers = (rang: number, faire: Faire | null) =>
  faire === null
    ? { href: adresseProjet({ contrat: `${rang}` }), libelle: 'Choisir autre chose' }
    : { href: adresseProjet({ contrat: `${rang}`, faire }), libelle: 'Choisir une autre raison' }

const titreDe = (choix: Choix): string => {
  switch (choix.faire) {
    case 'option':
      return FAIRE.option.titre
    case 'ajouter':
      return `${FAIRE.ajouter.titre}, ${minuscule(ARRIVEES[choix.motif].titre)}`
    case 'retirer':
      return `${FAIRE.retirer.titre}, ${minuscule(DEPARTS_PERSONNE[choix.motif].titre)}`
    case 'partir':
      return `${FAIRE.partir.titre}, ${minuscule(DEPARTS[choix.motif].titre)}`
  }
}

const phraseDe = (choix: Choix): string => {
  switch (choix.faire) {
    case 'option':
      return FAIRE.option.phrase
    case 'ajouter':
      return ARRIVEES[choix.motif].phrase
    case 'retirer':
      return DEPARTS_PERSONNE[choix.motif].phrase
    case 'partir':
      return DEPARTS[choix.motif].phrase
  }
}

const minuscule = (texte: string): string => texte.charAt(0).toLowerCase() + texte.slice(1)

const premieres = (rang: number): Proposition[] =>
  Object.entries(FAIRE).map(([faire, { titre, phrase }]) => ({
    titre,
    phrase,
    apercu: null,
    href: adresseProjet({ contrat: `${rang}`, faire }),
  }))

function motifsDe(
  faire: Faire,
  rang: number,
  projet: Projet,
  contrat: ContratVecu,
  reglement: Reglement,
): Proposition[] {
  const vers = (motif: string) => adresseProjet({ contrat: `${rang}`, faire, motif })
  const lister = (choix: Readonly<Record<string, { readonly titre: string; readonly phrase: string }>>) =>
    Object.entries(choix).map(([motif, textes]) => ({ ...textes, apercu: null, href: vers(motif) }))
  if (faire === 'ajouter') return lister(ARRIVEES)
  if (faire === 'retirer') return lister(DEPARTS_PERSONNE)
  const vivant = contrat.au === null || contrat.au >= projet.jours.demande
  const [prevus, tus] = separer(MOTIFS, (motif) => prevoitDepart(reglement, motif, projet.jours.demande))
  return [
    ...prevus.map((motif) => {
      const fin = vivant ? finSansEvenement(projet, motif, contrat, reglement) : null
      const apercu = fin === null ? null : `Demandé aujourd’hui : fin le ${formatDateEnLettres(fin)}.`
      return { ...DEPARTS[motif], apercu, href: vers(motif) }
    }),
    ...tus.map((motif) => ({
      ...DEPARTS[motif],
      apercu: 'Votre règlement n’en dit rien.',
      href: vers(motif),
    })),
  ]
}

const separer = <T>(liste: readonly T[], critere: (t: T) => boolean): readonly [T[], T[]] => [
  liste.filter(critere),
  liste.filter((t) => !critere(t)),
]

/** What the rules answer to a project. */
export function deciderProjet(
  projet: Projet,
  choix: Choix,
  contrat: ContratVecu,
  reglement: Reglement,
  { jour, prestationsDepuis }: Pick<ContexteProjet, 'jour' | 'prestationsDepuis'>,
): { readonly issue: Issue | null; readonly erreurs: readonly ErreurChamp[] } {
  const selon = (): Resultat => {
    switch (choix.faire) {
      case 'option':
        return deciderOption(projet, contrat, reglement)
      case 'ajouter':
        return deciderArrivee(projet, choix.motif, contrat, reglement)
      case 'retirer':
        return deciderRetrait(projet, choix.motif, contrat, reglement, jour)
      case 'partir':
        return deciderDepart(projet, choix.motif, contrat, reglement, prestationsDepuis)
    }
  }
  const hors = horsDuContrat(contrat, projet.jours.demande)
  if (hors !== null && projet.erreurs.length === 0) return { issue: null, erreurs: [hors] }
  const resultat = selon()
  if (projet.erreurs.length > 0) return { issue: null, erreurs: ensemble(projet.erreurs, resultat) }
  return resultat.decide ? { issue: resultat.issue, erreurs: [] } : { issue: null, erreurs: resultat.manque }
}

/** What is wrong and what is missing, said at once, one sentence a field. */
const ensemble = (fausses: readonly ErreurChamp[], resultat: Resultat): readonly ErreurChamp[] => {
  const champs = new Set(fausses.map(({ champ }) => champ))
  return resultat.decide
    ? fausses
    : [...fausses, ...resultat.manque.filter(({ champ }) => !champs.has(champ))]
}

function horsDuContrat(contrat: ContratVecu, demande: DateCivile): ErreurChamp | null {
  const champ = 'demande'
  if (contrat.au !== null && demande > contrat.au)
    return {
      champ,
      message: `Ce contrat a pris fin le ${formatDateEnLettres(contrat.au)} : plus rien ne peut y être demandé après ce jour.`,
    }
  if (demande < contrat.du)
    return {
      champ,
      message: `Ce contrat commence le ${formatDateEnLettres(contrat.du)} : choisissez ce jour ou un autre après lui.`,
    }
  return null
}

function formulaireDe(
  projet: Projet,
  choix: Choix,
  contrat: ContratVecu,
  reglement: Reglement,
  jour: DateCivile,
  erreurs: readonly ErreurChamp[],
): FormulaireView {
  const { demande } = projet.jours
  const demandee = (champ: string) =>
    (projet.saisie[champ] ?? '') !== '' || erreurs.some((erreur) => erreur.champ === champ)
  const rien: FormulaireView = {
    formules: null,
    personnes: null,
    lien: false,
    naissance: false,
    evenement: null,
    souhait: false,
    famille: false,
    avisRecu: false,
    postee: false,
    situation: demandee('situation'),
    celibataire: demandee('celibataire'),
    rattache: demandee('rattache'),
  }
  switch (choix.faire) {
    case 'option':
      return {
        ...rien,
        formules: formulesOffertes(reglement, contrat, demande),
        souhait: true,
        famille: distingueLaFamille(reglement, demande),
      }
    case 'ajouter':
      return {
        ...rien,
        lien: demandeLeLien(choix.motif),
        naissance: choix.motif !== 'naissance',
        evenement: demandeLEvenement(choix.motif) ? libelleEvenement(choix.motif) : null,
        souhait: !demandeLEvenement(choix.motif),
      }
    case 'retirer':
      return {
        ...rien,
        personnes: personnesRetirables(contrat, jour).map(({ prenom, nom }, place) => ({
          rang: place + 1,
          nom: `${prenom} ${nom}`,
        })),
        evenement: demandeLEvenementRetrait(reglement, choix.motif, demande)
          ? libelleEvenement(choix.motif)
          : null,
      }
    case 'partir': {
      const champs = champsDepart(reglement, choix.motif, demande)
      return {
        ...rien,
        evenement: champs.includes('evenement') ? libelleEvenement(choix.motif) : null,
        avisRecu: champs.includes('avis-recu'),
        postee: champs.includes('postee'),
      }
    }
  }
}

interface Pour {
  readonly contrat: ContratVecu
  readonly reglement: Reglement
  readonly contexte: ContexteProjet
  readonly cache: Readonly<Record<string, string>>
  readonly projet: Projet
}

function voirIssue(issue: Issue, p: Pour): ReponseView {
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
