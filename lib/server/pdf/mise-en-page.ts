import { formatDateEnLettres } from '@/lib/lexique/formats'
import { codeQr, svgDe } from '@/lib/papiers/code-qr'
import type { Bloc, Carte, Papier, Tableau, Verification } from '@/lib/papiers/papier'
import { imprimable, REMPLACEMENT, secable } from './imprimables'

/** What the template receives: the paper, and what depends on ink, fonts and millimetres. JSON only. */
interface MisEnPage extends Papier {
  readonly titreDocument: string
  readonly avertissement: string
  readonly pied: string
  readonly ligneEmission: string
}

/** Millimetres a sign of an amount takes at the size of the tables, with the cell's own margins. */
const MM_PAR_SIGNE = 1.72
const MM_MARGES = 3.2
const MM_MONTANT_MINIMUM = 15.5
const MM_DATE = 21

/** Widths in millimetres, null for what shares the rest. Fixed, so that two tables of a relevé align and nothing is measured twice. */
function largeurs(t: Tableau): readonly (number | null)[] {
  const texteSeul = t.colonnes.every(({ genre }) => genre === 'TEXTE')
  return t.colonnes.map(({ genre }, rang) => {
    if (texteSeul || genre === 'TEXTE') return null
    if (genre === 'DATE')
      return t.colonnes.length > 5 && t.colonnes.some((c) => c.genre === 'MONTANT') ? MM_DATE : 26
    const rangees = t.total === null ? t.lignes : [...t.lignes, t.total]
    const signes = Math.max(...rangees.map((rangee) => rangee[rang]?.texte.length ?? 0))
    return Math.max(MM_MONTANT_MINIMUM, signes * MM_PAR_SIGNE + MM_MARGES)
  })
}

const avecCode = (v: Verification | null) => (v === null ? null : { ...v, svg: svgDe(codeQr(v.url)) })

/** Past so many people, or so many signs in its JSON, the two panels would not hold on a sheet side by side: they follow each other, and may be cut. */
const SIGNES_DE_CARTE = 5000
const PERSONNES_DE_CARTE = 20

function carteAvecCode(carte: Carte) {
  const { lignes } = carte.beneficiaires
  const enLongueur = lignes.length > PERSONNES_DE_CARTE || JSON.stringify(carte).length > SIGNES_DE_CARTE
  return { ...carte, enLongueur, verification: avecCode(carte.verification) }
}

/** What a text takes on the sheet, in signs: a line feed may cost a whole line. */
const poids = (texte: string): number => texte.length + 40 * (texte.split('\n').length - 1)

/** A short list of labels stays on one page; a long one may be cut, or it would run off it. */
const SIGNES_INSECABLES = 1200

function disposerFiche(fiche: Extract<Bloc, { type: 'fiche' }>) {
  const signes = fiche.lignes.reduce(
    (total, { libelle, valeur }) => total + poids(libelle) + poids(valeur),
    0,
  )
  const plusLong = Math.max(...fiche.lignes.map(({ libelle }) => libelle.length))
  return {
    ...fiche,
    insecable: signes < SIGNES_INSECABLES,
    etiquette: Math.min(72, Math.max(34, plusLong * 2)),
  }
}

/** A row is not cut by the end of a page, unless one of its cells is as long as a page. */
const SIGNES_DE_CELLULE = 400

function disposerTableau(tableau: Tableau) {
  const longueurs = tableau.lignes.flat().map((c) => poids(c.texte) + poids(c.details.join(' ')))
  return {
    ...tableau,
    largeurs: largeurs(tableau),
    insecable: longueurs.every((longueur) => longueur < SIGNES_DE_CELLULE),
  }
}

function disposer(bloc: Bloc) {
  if (bloc.type === 'fiche') return disposerFiche(bloc)
  if (bloc.type === 'tableau') return disposerTableau(bloc)
  return bloc.type === 'carte' ? { ...bloc, carte: carteAvecCode(bloc.carte) } : bloc
}

/** Keys whose string is a code or an address, not a text to break or to spell. */
const INTACTES = new Set(['url', 'svg', 'type', 'genre', 'ton', 'couleur', 'langue'])

function preparer(valeur: unknown, noter: () => void): unknown {
  if (typeof valeur === 'string') {
    const imprime = imprimable(valeur)
    if (imprime !== valeur) noter()
    return secable(imprime)
  }
  if (Array.isArray(valeur)) return valeur.map((element) => preparer(element, noter))
  if (typeof valeur !== 'object' || valeur === null) return valeur
  return Object.fromEntries(
    Object.entries(valeur).map(([cle, v]) => [cle, INTACTES.has(cle) ? v : preparer(v, noter)]),
  )
}

const MENTION_REMPLACEMENT = `Un ou plusieurs signes que nos polices n’impriment pas sont remplacés par « ${REMPLACEMENT} ».`

/** The JSON of a paper, ready for the template. */
export function mettreEnPage(papier: Papier): string {
  const [avertissement, ...mentions] = papier.emetteur.fictif ? papier.mentions : ['', ...papier.mentions]
  let remplace = false
  const prepare = preparer(
    {
      ...papier,
      titreDocument: papier.sousTitre === null ? papier.titre : `${papier.titre} – ${papier.sousTitre}`,
      avertissement: avertissement ?? '',
      mentions,
      pied: `${papier.emetteur.nom}. ${papier.emetteur.forme}. SIREN ${papier.emetteur.siren}.`,
      ligneEmission: [`Émis le ${formatDateEnLettres(papier.emisLe)}`, papier.reference]
        .filter(Boolean)
        .join(' · '),
      blocs: papier.blocs.map(disposer),
      verification: avecCode(papier.verification),
    } satisfies MisEnPage,
    () => {
      remplace = true
    },
  )
  const finie = remplace
    ? { ...Object(prepare), mentions: [...mentions.map(imprimable), MENTION_REMPLACEMENT] }
    : prepare
  return JSON.stringify(finie)
}
