import { formatDateEnLettres } from '@/lib/lexique/formats'
import { libelleLien } from '@/lib/lexique/papiers'
import { reglements } from '@/lib/reglements/catalogue'
import { finEngagement, motifEngagement } from '@/lib/rules/adhesion/fin-engagement'
import { sortirDeFormule } from '@/lib/rules/adhesion/sortir-de-formule'
import { ajouterMois, type DateCivile, dateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { contient, type Periode } from '@/lib/rules/date/periode'
import { ErreurDeRegle } from '@/lib/rules/decision/erreur'
import type { ArticleId, Motif } from '@/lib/rules/decision/motif'
import type { Article } from '@/lib/rules/reglement/article'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { valeurAu } from '@/lib/rules/reglement/serie-datee'
import { ouvrirFormule } from '@/lib/rules/remboursement/formule'
import {
  type BeneficiaireLu,
  type ContratLu,
  formuleAu,
  personnesDuContrat,
  suspensionAu,
} from '../document/view'
import { type EtapeView, etape, intituler } from '../remboursement/view'
import { libelleDeFormule } from '../tarif/view'

/** A contract as those it covers live it. */
export interface ContratVecu extends Omit<ContratLu, 'membre' | 'adresse'> {
  /** The reader is its membre participant. */
  readonly titulaire: boolean
  /** The person who reads: an ayant droit sees themselves only. */
  readonly lecteur: string
  readonly resiliePourImpaye: boolean
  /** The reader's demande that decided its end; null: none, or somebody else's. */
  readonly demandeDeFin: string | null
}

export interface Contexte {
  readonly jour: DateCivile
  readonly article: (id: ArticleId) => Article | undefined
}

/** `EN_COURS` covers, `ATTENTE` will or is suspended, `TERMINE` is over. */
export type EtatContrat = 'EN_COURS' | 'ATTENTE' | 'TERMINE'

export interface PersonneView {
  readonly cle: string
  readonly nom: string
  readonly lien: string
  readonly phrase: string
}

/** A sentence and what it rests on. */
export interface Fonde {
  readonly phrase: string
  readonly etapes: readonly EtapeView[]
}

export interface ContratView {
  readonly id: string
  /** Place in the list, from 1: what an address says instead of a number. */
  readonly rang: number
  readonly numeroAdherent: string
  readonly titulaire: boolean
  readonly etat: EtatContrat
  readonly phraseEtat: string
  readonly suspendu: boolean
  /** The reader's demande that decided the end said. */
  readonly decidee: string | null
  readonly formule: { readonly libelle: string; readonly phrase: string } | null
  readonly finFormule: Fonde | null
  readonly autresFormules: readonly string[]
  readonly engagement: Fonde | null
  readonly reglement: {
    readonly nom: string
    readonly edition: string
    readonly phrases: readonly string[]
    /** What each article in force decides, in our words. */
    readonly articles: readonly { readonly cle: string; readonly nom: string; readonly decide: string }[]
  }
  readonly personnes: readonly PersonneView[]
  readonly anciennes: readonly PersonneView[]
}

export const reglementVecu = (contrat: Pick<ContratVecu, 'reglement'>): Reglement => {
  const trouve = Object.values(reglements).find(({ id }) => id === contrat.reglement)
  if (trouve === undefined) throw new Error(`le règlement « ${contrat.reglement} » n'est plus au catalogue`)
  return trouve
}

const le = formatDateEnLettres

export const voirContrats = (contrats: readonly ContratVecu[], contexte: Contexte): ContratView[] =>
  contrats.map((contrat, place) => voirContrat(contrat, place + 1, contexte))

function voirContrat(contrat: ContratVecu, rang: number, c: Contexte): ContratView {
  const reglement = reglementVecu(contrat)
  const personnes = personnesDuContrat(contrat, contrat.titulaire ? null : contrat.lecteur)
  const vues = personnes.map((p) => voirPersonne(p, contrat.lecteur, c.jour))
  const formule = formuleAu(contrat, c.jour)
  const etat = etatDuContrat(contrat, c.jour)
  return {
    id: contrat.id,
    rang,
    numeroAdherent: contrat.numeroAdherent,
    titulaire: contrat.titulaire,
    ...etat,
    decidee: etat.etat === 'ATTENTE' ? null : contrat.demandeDeFin,
    formule: formule === null ? null : formuleEnCours(contrat, formule, c.jour),
    finFormule: formule === null ? null : finDeFormule(contrat, reglement, formule, c),
    autresFormules: autresFormules(contrat, c.jour),
    engagement: contrat.titulaire ? engagement(contrat, reglement, c) : null,
    reglement: {
      nom: reglement.nom,
      edition: editionDe(reglement),
      phrases: ceQuiEstConnu(reglement, formule, c.jour),
      articles: articlesEnVigueur(reglement, c.jour),
    },
    personnes: vues.filter((_vue, place) => !estPartie(personnes[place], c.jour)),
    anciennes: vues.filter((_vue, place) => estPartie(personnes[place], c.jour)),
  }
}

const estPartie = (p: Periode | undefined, jour: DateCivile): boolean =>
  p !== undefined && p.au !== null && p.au < jour

/** What the contract is on a day, in one sentence. */
export function etatDuContrat(
  contrat: ContratVecu,
  jour: DateCivile,
): Pick<ContratView, 'etat' | 'phraseEtat' | 'suspendu'> {
  if (jour < contrat.du)
    return { etat: 'ATTENTE', suspendu: false, phraseEtat: `Il commence le ${le(contrat.du)}.` }
  if (contrat.au !== null && contrat.au < jour) {
    const raison = contrat.resiliePourImpaye ? ' Des cotisations n’avaient pas été payées.' : ''
    return {
      etat: 'TERMINE',
      suspendu: false,
      phraseEtat: `Il a couvert du ${le(contrat.du)} au ${le(contrat.au)}, ce jour compris.${contrat.titulaire ? raison : ''}`,
    }
  }
  const suspension = suspensionAu(contrat, jour)
  if (suspension !== null) {
    const fin = suspension.au === null ? '' : ` jusqu’au ${le(suspension.au)}`
    const raison = contrat.titulaire
      ? ' Des cotisations restent à payer : les soins de ces jours-là ne sont pas remboursés.'
      : ' Les soins de ces jours-là ne sont pas remboursés.'
    return {
      etat: 'ATTENTE',
      suspendu: true,
      phraseEtat: `Vos droits sont suspendus depuis le ${le(suspension.du)}${fin}.${raison}`,
    }
  }
  const fin = contrat.au === null ? '' : ` Il prend fin le ${le(contrat.au)}, ce jour compris.`
  return {
    etat: 'EN_COURS',
    suspendu: false,
    phraseEtat: `Il vous couvre depuis le ${le(contrat.du)}.${fin}`,
  }
}

function voirPersonne(p: BeneficiaireLu, lecteur: string, jour: DateCivile): PersonneView {
  const phrase =
    jour < p.du
      ? `À partir du ${le(p.du)}`
      : p.au === null
        ? `Depuis le ${le(p.du)}`
        : p.au < jour
          ? `Du ${le(p.du)} au ${le(p.au)}`
          : `Depuis le ${le(p.du)}, jusqu’au ${le(p.au)}`
  return {
    cle: `${p.personneId} ${p.du}`,
    nom: `${p.prenom} ${p.nom}${p.personneId === lecteur ? ' (vous)' : ''}`,
    lien: libelleLien(p.lien),
    phrase,
  }
}

/** The first day of the formule of that day, whatever the number of rows it takes. */
export function formuleDepuis(contrat: Pick<ContratVecu, 'formules'>, jour: DateCivile): DateCivile | null {
  const triees = [...contrat.formules].filter((f) => f.du <= jour).sort((a, b) => (a.du < b.du ? 1 : -1))
  const [derniere] = triees
  if (derniere === undefined) return null
  const autre = triees.findIndex((f) => f.formule !== derniere.formule)
  return (autre === -1 ? triees.at(-1) : triees[autre - 1])?.du ?? null
}

function formuleEnCours(contrat: ContratVecu, formule: string, jour: DateCivile) {
  const periode = contrat.formules.find((f) => contient(f, jour))
  const depuis = formuleDepuis(contrat, jour)
  const phrase =
    periode === undefined || depuis === null
      ? `Pas de formule en vigueur le ${le(jour)}.`
      : periode.au === null || periode.au === contrat.au
        ? `Depuis le ${le(depuis)}.`
        : `Depuis le ${le(depuis)}, jusqu’au ${le(periode.au)}.`
  return { libelle: libelleDeFormule(contrat.reglement, formule), phrase }
}

const autresFormules = (contrat: ContratVecu, jour: DateCivile): string[] =>
  contrat.formules
    .filter((f) => !contient(f, jour))
    .map(({ formule, du, au }) => {
      const nom = libelleDeFormule(contrat.reglement, formule)
      if (du > jour) return `À partir du ${le(du)} : ${nom}.`
      return au === null ? `${nom}, depuis le ${le(du)}.` : `${nom}, du ${le(du)} au ${le(au)}.`
    })

/** Some formules stop at an age. */
function finDeFormule(
  contrat: ContratVecu,
  reglement: Reglement,
  formule: string,
  c: Contexte,
): Fonde | null {
  const membre = contrat.beneficiaires.find(({ lien }) => lien === 'MEMBRE_PARTICIPANT')
  if (reglement.formuleParAge === null || membre === undefined || !contrat.titulaire) return null
  const { dateNaissance } = membre
  const naissance = estDateCivile(dateNaissance)
    ? dateNaissance
    : dateCivile(`${dateNaissance.slice(0, 4)}-01-01`)
  const decision = sortirDeFormule(reglement, formule, naissance)
  if (decision.verdict !== 'ACCORDEE' || decision.valeur.jusquAu === null) return null
  return {
    phrase: `Cette formule s’arrête le ${le(decision.valeur.jusquAu)}.`,
    etapes: decision.motifs.map((m) => etape(m, c)),
  }
}

/** Longest initial commitment there is, in months: older contracts have left it, whatever the rule of their day. */
const ENGAGEMENT_MAX_MOIS = 24

function engagement(contrat: ContratVecu, reglement: Reglement, c: Contexte): Fonde | null {
  if (reglement.resiliation === null) return null
  if (contrat.du < reglement.connuDepuis) {
    if (ajouterMois(contrat.du, ENGAGEMENT_MAX_MOIS) > c.jour) return null
    return { phrase: 'Votre engagement de départ est terminé.', etapes: [] }
  }
  const regle = valeurAu(reglement.resiliation, contrat.du).valeur.engagement
  const fin = finEngagement(regle, contrat.du)
  const motif: Motif = motifEngagement(regle, fin)
  return {
    phrase:
      fin < c.jour
        ? `Votre engagement de départ s’est terminé le ${le(fin)}.`
        : `Vous vous êtes engagé jusqu’au ${le(fin)}.`,
    etapes: [etape(motif, c)],
  }
}

/** The text and its edition, as its articles are cited. */
export const editionDe = (reglement: Reglement): string =>
  reglement.articles[0]?.source.replace(/, l\. \d+$/, '') ?? reglement.nom

const articlesEnVigueur = ({ articles }: Reglement, jour: DateCivile) =>
  articles
    .filter(({ depuis, jusquAu }) => contient({ du: depuis, au: jusquAu }, jour))
    .map((article) => ({
      cle: `${article.id} ${article.depuis}`,
      nom: intituler(article),
      decide: article.decide,
    }))

/** From when what the portal knows of a règlement is known. */
export function ceQuiEstConnu(reglement: Reglement, formule: string | null, jour: DateCivile): string[] {
  const regles = `Ses règles sont connues de ce portail à partir du ${le(reglement.connuDepuis)}.`
  if (reglement.garanties === null)
    return [regles, 'Il ne publie pas de tableau de garanties : les vôtres sont écrites dans votre contrat.']
  if (formule === null) return [regles]
  try {
    const { table } = ouvrirFormule(reglement, formule, null)
    const tableau =
      jour < table.applicableDu
        ? `Le tableau des garanties n’est connu qu’à partir du ${le(table.applicableDu)} : avant, nous ne pouvons pas dire ce qui était garanti.`
        : `Le tableau des garanties s’applique à compter du ${le(table.applicableDu)}.`
    return [regles, tableau]
  } catch (erreur) {
    if (erreur instanceof ErreurDeRegle) return [regles]
    throw erreur
  }
}
