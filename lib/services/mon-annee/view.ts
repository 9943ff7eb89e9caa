import { besoinDeLigne, besoins, CODES_BESOIN, type CodeBesoin } from '@/lib/lexique/besoins'
import { formatDateEnLettres, formatMontant } from '@/lib/lexique/formats'
import { socle } from '@/lib/reglements/catalogue'
import { annee, type DateCivile, trenteEtUnDecembre } from '@/lib/rules/date/date-civile'
import type { Montant } from '@/lib/rules/montant/montant'
import { estCodeLigne } from '@/lib/rules/remboursement/lignes'
import { type SorteRetenue, suivreRetenues } from '@/lib/rules/remboursement/suivre-retenues'
import type { VersementReserve } from '../lecture-soins/schema'
import { type ReserveView, voirReserves } from '../lecture-soins/view'
import { type EtapeView, etape, type Lecteur, type PartageView, partager } from '../remboursement/view'
import { retenuesDe } from '../retenues/schema'
import type { AnneeLue, LigneAnnee, PersonneAnnee } from './schema'

export interface GenreView {
  readonly cle: CodeBesoin | 'autres'
  readonly titre: string
  readonly nombre: number
  readonly partage: PartageView
}

export interface RetenueView {
  readonly cle: string
  readonly titre: string
  readonly retenu: string
  readonly plafond: string
  /** What may still be kept, until when; over a year that is done, that it is done. */
  readonly suite: string
  readonly exonere: boolean
  readonly jauge: { readonly pris: Montant; readonly total: Montant }
  readonly etapes: readonly EtapeView[]
}

export interface RetenuesPersonne {
  readonly id: string
  readonly nom: string
  readonly retenues: readonly RetenueView[]
}

interface Lien {
  readonly href: string
  readonly libelle: string
  readonly courant: boolean
}

export interface AnneeView {
  readonly annee: number
  readonly titre: string
  readonly nombre: number
  readonly total: PartageView
  /** The kinds of care that cost something, the dearest first. */
  readonly genres: readonly GenreView[]
  /** The shares that some kind of care has: the columns of the table, the colours of the picture. */
  readonly parts: PartageView['parts']
  readonly retenues: readonly RetenuesPersonne[]
  /** Those whose care of that year is not all here. */
  readonly reserves: readonly ReserveView[]
  readonly choix: readonly Lien[]
  readonly annees: readonly Lien[]
}

const SOMMES = [
  'depense',
  'partAmo',
  'participation',
  'franchise',
  'partRegimeLocal',
  'autresRemboursements',
  'partMutuelle',
  'resteACharge',
] as const

const ajouter = (lignes: readonly LigneAnnee[], cle: (typeof SOMMES)[number]): bigint =>
  lignes.reduce((total, ligne) => total + ligne[cle], 0n)

const sommer = (lignes: readonly LigneAnnee[], sujet: string): PartageView =>
  partager(
    {
      depense: ajouter(lignes, 'depense'),
      partAmo: ajouter(lignes, 'partAmo'),
      participation: ajouter(lignes, 'participation'),
      franchise: ajouter(lignes, 'franchise'),
      partRegimeLocal: ajouter(lignes, 'partRegimeLocal'),
      autresRemboursements: ajouter(lignes, 'autresRemboursements'),
      partMutuelle: ajouter(lignes, 'partMutuelle'),
      resteACharge: ajouter(lignes, 'resteACharge'),
    },
    sujet,
  )

const compter = (lignes: readonly LigneAnnee[]): number => lignes.reduce((n, ligne) => n + ligne.nombre, 0)

/** What could not be placed in a table is care all the same. */
const genreDe = ({ ligneGarantie }: LigneAnnee): GenreView['cle'] =>
  ligneGarantie !== null && estCodeLigne(ligneGarantie) ? besoinDeLigne(ligneGarantie) : 'autres'

function voirGenres(lignes: readonly LigneAnnee[]): readonly GenreView[] {
  return [...CODES_BESOIN, 'autres' as const]
    .map((cle) => ({ cle, siennes: lignes.filter((ligne) => genreDe(ligne) === cle) }))
    .filter(({ siennes }) => siennes.length > 0)
    .map(({ cle, siennes }) => ({
      cle,
      titre: cle === 'autres' ? 'Autres soins' : besoins[cle].genre,
      nombre: compter(siennes),
      partage: sommer(siennes, `année, ${cle}`),
    }))
    .sort((a, b) => b.partage.depense - a.partage.depense)
}

const TITRES: Readonly<Record<SorteRetenue, string>> = {
  PARTICIPATIONS: 'Participations forfaitaires',
  FRANCHISES: 'Franchises médicales',
}

/** The ceilings of a day, or of the last day of a year that is over. */
interface Jour {
  readonly jour: DateCivile
  readonly finie: boolean
  readonly article: Lecteur['article']
}

function voirRetenues(
  personne: PersonneAnnee,
  lues: AnneeLue['retenues'],
  { jour, finie, article }: Jour,
): readonly RetenueView[] {
  const retenu = retenuesDe(lues, personne.id, annee(jour))
  return suivreRetenues(socle, personne.dateNaissance, retenu, jour).map((etat) => ({
    cle: etat.sorte,
    titre: TITRES[etat.sorte],
    retenu: formatMontant(etat.retenu),
    plafond: formatMontant(etat.plafond),
    suite: finie
      ? `L’année est finie : le compteur est reparti de zéro le ${formatDateEnLettres(etat.renouvelleLe)}.`
      : etat.reste === 0
        ? `Le plafond est atteint : plus rien ne sera retenu avant le ${formatDateEnLettres(etat.renouvelleLe)}.`
        : `Encore ${formatMontant(etat.reste)} au plus avant le ${formatDateEnLettres(etat.renouvelleLe)}, où le compteur repart de zéro.`,
    exonere: etat.exonere,
    jauge: { pris: etat.retenu, total: etat.plafond },
    etapes: etat.motifs.map((motif) => etape(motif, { article })),
  }))
}

const nommer = (p: PersonneAnnee, famille: readonly PersonneAnnee[]): string =>
  famille.some(({ id, prenom }) => id !== p.id && prenom === p.prenom) ? `${p.prenom} ${p.nom}` : p.prenom

const ADRESSE = '/adherent/mon-annee'
const vers = (an: number, personne: string | null): string =>
  `${ADRESSE}?annee=${an}${personne === null ? '' : `&personne=${personne}`}`

export function voirAnnee(
  lue: AnneeLue,
  jour: DateCivile,
  article: Lecteur['article'],
  versements: readonly VersementReserve[] = [],
): AnneeView {
  const genres = voirGenres(lue.lignes)
  const total = sommer(lue.lignes, 'total de l’année')
  const vues = new Set(genres.flatMap(({ partage }) => partage.parts.map(({ qui }) => qui)))
  const fin = trenteEtUnDecembre(lue.annee)
  const regardees = lue.personnes.filter(({ id }) => lue.choisie === null || id === lue.choisie)
  const dernier = fin < jour ? fin : jour
  const reserves = voirReserves(regardees, dernier, article, versements)
  const annees = [...new Set([annee(jour), ...lue.annees])].filter((an) => an <= annee(jour))
  return {
    annee: lue.annee,
    titre: `Les soins reçus en ${lue.annee}`,
    nombre: compter(lue.lignes),
    total,
    genres,
    parts: total.parts.filter(({ qui }) => vues.has(qui)),
    reserves,
    retenues: regardees
      .filter(({ id }) => reserves.every((r) => r.id !== id))
      .map((personne) => ({
        id: personne.id,
        nom: nommer(personne, lue.personnes),
        retenues: voirRetenues(personne, lue.retenues, {
          jour: dernier,
          finie: fin < jour,
          article,
        }),
      })),
    choix:
      lue.personnes.length < 2
        ? []
        : [
            { href: vers(lue.annee, null), libelle: 'Toute la famille', courant: lue.choisie === null },
            ...lue.personnes.map((p) => ({
              href: vers(lue.annee, p.id),
              libelle: nommer(p, lue.personnes),
              courant: p.id === lue.choisie,
            })),
          ],
    annees: annees
      .sort((a, b) => b - a)
      .map((an) => ({
        href: vers(an, lue.choisie),
        libelle: `Année ${an}`,
        courant: an === lue.annee,
      })),
  }
}
