import { formatDateEnChiffres, formatDateEnLettres, formatMois } from '@/lib/lexique/formats'
import { type CodeEtat, phraseEtat } from '@/lib/lexique/libelles'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { ajouterMois, annee, type DateCivile, dateCivile, premierJanvier } from '@/lib/rules/date/date-civile'
import type { ArticleId, Motif } from '@/lib/rules/decision/motif'
import { type Montant, montant, plus, somme, ZERO } from '@/lib/rules/montant/montant'
import type { Article } from '@/lib/rules/reglement/article'
import type { AccueilLu, ListeLue, PersonneLue, PrestationLue, TotauxLus } from './data'
import { adresse, type DemandeLue, type Filtres, motifsSchema } from './schema'

/** From what the base keeps to what a page shows. Pure; refuses to show amounts that do not add up. */
export interface Part {
  readonly qui: 'AMO' | 'REGIME_LOCAL' | 'AUTRES' | 'MUTUELLE' | 'MOI'
  readonly libelle: string
  readonly montant: Montant
}

export interface PartageView {
  readonly depense: Montant
  /** Who pays, in the order of the law; nothing but what is not zero, save the three that everyone expects. */
  readonly parts: readonly Part[]
  readonly participation: Montant
  readonly franchise: Montant
}

export interface EtapeView {
  readonly phrase: string
  /** Number, title, then the text it belongs to and its edition. */
  readonly article: string
}

/** `FAIT`: nothing more to come. `ATTENTE`: something is due. `REFUS`, `NEANT`: said in words, whatever the colour. */
export type Ton = 'FAIT' | 'ATTENTE' | 'REFUS' | 'NEANT'

export interface LigneView {
  readonly id: string
  readonly dateSoins: DateCivile
  readonly date: string
  readonly dateEnMots: string
  /** What a member quotes on the phone. */
  readonly reference: string
  readonly personne: string
  readonly nomComplet: string
  readonly libelle: string
  readonly executant: string | null
  readonly base: Montant
  readonly partage: PartageView
  readonly etat: { readonly phrase: string; readonly ton: Ton }
  readonly annulation: boolean
  readonly etapes: readonly EtapeView[]
}

/** Who reads, and the articles that may be cited. */
export interface Lecteur {
  /** Contracts of which the reader is membre participant. */
  readonly adhesions: readonly string[]
  readonly article: (id: ArticleId) => Article | undefined
}

export interface Contexte extends Lecteur {
  readonly personnes: readonly PersonneLue[]
}

const LIBELLES: Readonly<Record<Part['qui'], string>> = {
  AMO: 'L’Assurance maladie',
  REGIME_LOCAL: 'le régime local',
  AUTRES: 'une autre complémentaire',
  MUTUELLE: 'votre mutuelle',
  MOI: 'à votre charge',
}
const TOUJOURS: readonly Part['qui'][] = ['AMO', 'MUTUELLE', 'MOI']

const enMontant = (centimes: Centimes): Montant => montant(Number(centimes ?? 0))
const enJour = (date: Date): DateCivile => dateCivile(date.toISOString().slice(0, 10))

/** As the base sums them, or as they are computed. */
type Centimes = bigint | number | null
type Montants = Readonly<Record<keyof TotauxLus['sommes'], Centimes>>

/** @throws {Error} when the shares do not make the expense: better no page than a wrong one. */
export function partager(m: Montants, sujet: string): PartageView {
  const depense = enMontant(m.depense)
  const toutes: readonly Part[] = (
    [
      ['AMO', m.partAmo],
      ['REGIME_LOCAL', m.partRegimeLocal],
      ['AUTRES', m.autresRemboursements],
      ['MUTUELLE', m.partMutuelle],
      ['MOI', m.resteACharge],
    ] as const
  ).map(([qui, centimes]) => ({ qui, libelle: LIBELLES[qui], montant: enMontant(centimes) }))
  if (somme(toutes.map((part) => part.montant)) !== depense) {
    throw new Error(`${sujet} : les parts ne font pas la dépense`)
  }
  const parts = toutes.filter((part) => part.montant !== ZERO || TOUJOURS.includes(part.qui))
  return {
    depense,
    parts,
    participation: enMontant(m.participation),
    franchise: enMontant(m.franchise),
  }
}

const TONS: Readonly<Record<CodeEtat, Ton>> = {
  PAYEE: 'FAIT',
  A_PAYER: 'ATTENTE',
  CALCULEE: 'ATTENTE',
  A_VERIFIER: 'ATTENTE',
  REFUSEE: 'REFUS',
  ANNULEE: 'NEANT',
}

export function voirLigne(lue: PrestationLue, contexte: Contexte): LigneView {
  const dateSoins = enJour(lue.dateSoins)
  const pourMoi = lue.adhesionId !== null && contexte.adhesions.includes(lue.adhesionId)
  const sens = lue.partMutuelle === 0n ? 'RIEN' : lue.partMutuelle > 0n ? 'VERSE' : 'REPREND'
  const personne = contexte.personnes.find(({ id }) => id === lue.personneId)
  const payeeLe = lue.payeeLe === null ? null : enJour(lue.payeeLe)
  const appel = appeler(personne, contexte.personnes)
  const comptePropre = lue.comptePropre ? appel : null
  return {
    id: lue.id,
    dateSoins,
    date: formatDateEnChiffres(dateSoins),
    dateEnMots: formatDateEnLettres(dateSoins),
    reference: lue.id.slice(0, 8).toUpperCase(),
    personne: appel,
    nomComplet: personne === undefined ? '' : `${personne.prenom} ${personne.nom}`,
    libelle: lue.libelle,
    executant: lue.executant,
    base: enMontant(lue.base),
    partage: partager(lue, `prestation ${lue.id}`),
    etat: {
      phrase: phraseEtat({
        etat: lue.etat,
        destinataire: lue.destinataire,
        pourMoi,
        comptePropre,
        payeeLe,
        sens,
      }),
      ton: sens === 'RIEN' && lue.etat === 'A_PAYER' ? 'NEANT' : TONS[lue.etat],
    },
    annulation: lue.annuleId !== null,
    etapes: motifsSchema.parse(lue.motifs).map((motif) => etape(motif, contexte)),
  }
}

/** Why a transfer goes to that account; nothing to explain where no other was possible. */
export const voirVersement = (motifs: unknown, contexte: Pick<Lecteur, 'article'>): readonly EtapeView[] =>
  motifs === null ? [] : motifsSchema.parse(motifs).map((motif) => etape(motif, contexte))

/** By first name, as a family does; by both where two share it. */
function appeler(personne: PersonneLue | undefined, famille: readonly PersonneLue[]): string {
  if (personne === undefined) return ''
  const homonyme = famille.some(({ id, prenom }) => id !== personne.id && prenom === personne.prenom)
  return homonyme ? `${personne.prenom} ${personne.nom}` : personne.prenom
}

export function etape(motif: Motif, contexte: Pick<Lecteur, 'article'>): EtapeView {
  const article = contexte.article(motif.article)
  return {
    phrase: expliquerMotif(motif),
    // An article that has left the catalogue since is still named.
    article: article === undefined ? motif.article : nommerArticle(article),
  }
}

/** The number of an answer of a FAQ is its title already. */
export const intituler = ({ numero, titre }: Article): string => {
  const nom = `${numero.charAt(0).toUpperCase()}${numero.slice(1)}`
  return numero.includes(`« ${titre} »`) ? nom : `${nom}, « ${titre} »`
}

export const nommerArticle = (article: Article): string => `${intituler(article)}. ${article.source}.`

export interface MoisView {
  readonly cle: string
  readonly titre: string
  readonly lignes: readonly LigneView[]
}

/** Lines come most recent first and stay so; a month begins where the date says so. */
export function parMois(lignes: readonly LigneView[]): MoisView[] {
  const mois = new Map<string, LigneView[]>()
  for (const ligne of lignes) {
    const cle = ligne.dateSoins.slice(0, 7)
    const groupe = mois.get(cle)
    if (groupe === undefined) mois.set(cle, [ligne])
    else groupe.push(ligne)
  }
  return [...mois].map(([cle, groupe]) => ({
    cle,
    titre: formatMois(dateCivile(`${cle}-01`)),
    lignes: groupe,
  }))
}

export interface TotauxView {
  readonly nombre: number
  readonly partage: PartageView
}

const voirTotaux = (lus: TotauxLus, sujet: string): TotauxView => ({
  nombre: lus.nombre,
  partage: partager(lus.sommes, sujet),
})

interface LienPage {
  readonly href: string
  readonly libelle: string
}

export interface ListeView {
  readonly mois: readonly MoisView[]
  readonly titreTotaux: string
  readonly totaux: TotauxView
  readonly raccourcis: readonly (LienPage & { readonly courant: boolean })[]
  readonly pages: { readonly recents: LienPage | null; readonly anciens: LienPage | null }
}

export function voirListe(
  lue: Omit<ListeLue, 'personnes'> & Pick<Contexte, 'personnes'>,
  { filtres }: DemandeLue,
  jour: DateCivile,
  contexte: Lecteur,
): ListeView {
  const lignes = lue.lignes.map((ligne) => voirLigne(ligne, { ...contexte, personnes: lue.personnes }))
  const [premiere, derniere] = [lignes[0], lignes.at(-1)]
  const vers = (sens: 'APRES' | 'AVANT', cle: LigneView) => adresse({ ...filtres, page: { sens, cle } })
  return {
    mois: parMois(lignes),
    titreTotaux: `${compter(lue.totaux.nombre)}, ${phrasePeriode(filtres)}`,
    totaux: voirTotaux(lue.totaux, 'total de la période'),
    raccourcis: raccourcis(filtres, jour),
    pages: {
      recents:
        premiere !== undefined && lue.autres.plusRecentes
          ? { href: vers('AVANT', premiere), libelle: 'Remboursements plus récents' }
          : null,
      anciens:
        derniere !== undefined && lue.autres.plusAnciennes
          ? { href: vers('APRES', derniere), libelle: 'Remboursements plus anciens' }
          : null,
    },
  }
}

const compter = (nombre: number): string => (nombre === 1 ? '1 soin' : `${nombre} soins`)

function phrasePeriode({ du, au }: Filtres): string {
  if (du !== null && au !== null) return `du ${formatDateEnLettres(du)} au ${formatDateEnLettres(au)}`
  if (du !== null) return `depuis le ${formatDateEnLettres(du)}`
  return au === null ? 'toutes dates confondues' : `jusqu’au ${formatDateEnLettres(au)}`
}

function raccourcis(filtres: Filtres, jour: DateCivile): ListeView['raccourcis'] {
  const periodes = [
    { libelle: '3 derniers mois', du: ajouterMois(jour, -3) },
    { libelle: `Année ${annee(jour)}`, du: premierJanvier(annee(jour)) },
    { libelle: '12 derniers mois', du: ajouterMois(jour, -12) },
    { libelle: '24 derniers mois', du: ajouterMois(jour, -24) },
  ]
  return periodes.map(({ libelle, du }) => ({
    libelle,
    href: adresse({ ...filtres, du, au: jour, page: null }),
    courant: filtres.du === du && filtres.au === jour,
  }))
}

export interface AccueilView {
  readonly prenom: string
  readonly numerosAdherent: readonly string[]
  readonly dernieres: readonly LigneView[]
  readonly attente: AttenteView
  readonly annee: { readonly titre: string; readonly totaux: TotauxView }
}

export interface AttenteView {
  /** Money on its way. */
  readonly aVerser: { readonly nombre: number; readonly montant: Montant } | null
  /** Lines that a person at the mutuelle still has to look at. */
  readonly aVerifier: number
}

export function voirAccueil(
  lu: Omit<AccueilLu, 'personnes'> & Pick<Contexte, 'personnes'>,
  jour: DateCivile,
  contexte: Lecteur & { readonly personne: string },
): AccueilView {
  const avec = { ...contexte, personnes: lu.personnes }
  return {
    prenom: lu.personnes.find(({ id }) => id === contexte.personne)?.prenom ?? '',
    numerosAdherent: lu.numerosAdherent,
    dernieres: lu.dernieres.map((ligne) => voirLigne(ligne, avec)),
    attente: voirAttente(lu.enAttente),
    annee: { titre: `Vos soins en ${annee(jour)}`, totaux: voirTotaux(lu.annee, 'total de l’année') },
  }
}

function voirAttente(groupes: AccueilLu['enAttente']): AttenteView {
  const aVerser = groupes.filter(({ etat }) => etat === 'A_PAYER' || etat === 'CALCULEE')
  const total = aVerser.reduce((t, g) => plus(t, enMontant(g.partMutuelle)), ZERO)
  return {
    aVerser: total <= 0 ? null : { nombre: aVerser.reduce((n, g) => n + g.nombre, 0), montant: total },
    aVerifier: groupes.filter(({ etat }) => etat === 'A_VERIFIER').reduce((n, g) => n + g.nombre, 0),
  }
}
