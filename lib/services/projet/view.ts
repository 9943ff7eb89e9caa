import type { ErreurChamp } from '@/lib/formulaire/etat'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { ARRIVEES, DEPARTS, DEPARTS_PERSONNE, FAIRE, type Faire } from '@/lib/lexique/projet'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { type ContratVecu, reglementVecu } from '../contrat/view'
import { type ContexteProjet, deciderProjet } from '../projet-decision/view'
import { finSansEvenement, MOTIFS, prevoitDepart } from '../projet-depart/view'
import { type FormulaireView, formulaireDe } from '../projet-formulaire/view'
import { type ReponseView, voirIssue } from '../projet-reponse/view'
import { libelleDeFormule } from '../tarif/view'
import { adresseProjet, type Choix, type Projet } from './schema'

/** From an address to what the page says: the next question, a form, an answer. Pure. */
export interface Proposition {
  readonly titre: string
  readonly phrase: string
  /** What it would give today, when nothing else has to be known. */
  readonly apercu: string | null
  readonly href: string
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
    reponse: issue === null ? null : voirIssue(issue, { reglement, contexte, cache, projet }),
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
