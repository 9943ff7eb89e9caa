import type { Fichier, Import } from './source'

/**
 * The house, as rules over files. Each returns sentences; none = the house stands. `app, scripts → components, services → reglements → rules`.
 */
interface Rangee {
  readonly nom: string
  readonly lieu: RegExp
  /** Our own files this row may import (root-relative, without extension). */
  readonly peut: readonly RegExp[]
  /** May be imported for their types only. */
  readonly types?: readonly RegExp[]
  /** Packages; absent = any. */
  readonly paquets?: readonly RegExp[]
}

const RULES = /^lib\/rules\//
const LEXIQUE = /^lib\/lexique\//
const FORMULAIRE = /^lib\/formulaire\//
const SERVER = /^lib\/server\//
const PAPIERS = /^lib\/papiers\//
const GENERE = /^generated\/prisma\//

/** First match wins: the narrow rows come before the wide ones. */
export const RANGEES: readonly Rangee[] = [
  { nom: 'rules/montant', lieu: /^lib\/rules\/montant\//, peut: [RULES], paquets: [/^decimal\.js$/] },
  {
    nom: 'rules/date',
    lieu: /^lib\/rules\/date\//,
    peut: [RULES],
    paquets: [/^date-fns$/, /^@date-fns\/utc$/],
  },
  { nom: 'rules', lieu: RULES, peut: [RULES], paquets: [] },
  { nom: 'reglements', lieu: /^lib\/reglements\//, peut: [RULES, /^lib\/reglements\//], paquets: [] },
  {
    nom: 'lexique',
    lieu: LEXIQUE,
    peut: [LEXIQUE, RULES],
    types: [/^lib\/services\/[^/]+\/(view|schema)$/, GENERE, /^lib\/server\/journal$/],
    paquets: [],
  },
  {
    nom: 'formulaire',
    lieu: FORMULAIRE,
    peut: [FORMULAIRE, LEXIQUE, RULES],
    // Keys of identifiers.
    paquets: [/^zod$/, /^ibantools$/, /^stdnum\//],
  },
  // bwip-js turns an address into the modules of its code: a pure function.
  {
    nom: 'papiers',
    lieu: PAPIERS,
    peut: [PAPIERS, LEXIQUE, RULES],
    paquets: [/^zod$/, /^bwip-js(\/|$)/],
  },
  { nom: 'flux', lieu: /^lib\/flux\//, peut: [/^lib\/flux\//, RULES, LEXIQUE] },
  {
    nom: 'services (pur)',
    lieu: /^lib\/services\/[^/]+\/(schema|access|view|etats)\.ts$/,
    peut: [
      RULES,
      LEXIQUE,
      FORMULAIRE,
      // The shape of a ground, read back from the base.
      /^lib\/papiers\/faits$/,
      // Who pays what of an act, and their sum: amounts, no format.
      /^lib\/flux\/liquidation\/partage$/,
      /^lib\/services\/[^/]+\/(schema|view|access|etats)$/,
      // Pure data: the question service answers for any règlement.
      /^lib\/reglements\/catalogue$/,
    ],
    types: [GENERE, SERVER, PAPIERS, /^lib\/services\//, /^lib\/reglements\//],
    paquets: [/^zod$/],
  },
  {
    nom: 'services',
    lieu: /^lib\/services\//,
    peut: [
      RULES,
      LEXIQUE,
      FORMULAIRE,
      SERVER,
      GENERE,
      PAPIERS,
      /^lib\/flux\//,
      /^lib\/services\//,
      /^lib\/reglements\/(catalogue|socle\/(socle|parametres))$/,
    ],
  },
  {
    nom: 'server',
    lieu: SERVER,
    // The key of the creditor identifier, a pure function.
    peut: [
      SERVER,
      GENERE,
      FORMULAIRE,
      LEXIQUE,
      PAPIERS,
      /^lib\/rules\/(date|decision)\//,
      /^lib\/flux\/sepa\/identifiants$/,
    ],
  },
  {
    nom: 'components',
    lieu: /^components\//,
    peut: [/^components\//, LEXIQUE, FORMULAIRE, RULES, PAPIERS],
    types: [/^lib\/services\/[^/]+\/(schema|view)$/],
    paquets: [/^react$/, /^react-dom$/, /^next\/(link|image|navigation)$/, /^@simplewebauthn\/browser$/],
  },
  {
    nom: 'app',
    lieu: /^(app\/|proxy\.ts$|instrumentation\.ts$)/,
    peut: [/^app\//, /^components\//, LEXIQUE, FORMULAIRE, SERVER, /^lib\/services\//, /^lib\/rules\/date\//],
    types: [RULES],
  },
  { nom: 'scripts', lieu: /^scripts\//, peut: [/^scripts\//, /^lib\//, GENERE, /^prisma\/demonstration\//] },
  { nom: 'prisma', lieu: /^prisma(\/|\.config\.ts$)/, peut: [/^prisma\//, /^lib\//] },
  { nom: 'tests', lieu: /^(tests\/|vitest\.config|playwright\.config)/, peut: [/./] },
  { nom: 'réglages', lieu: /^[a-z.-]+\.config\.ts$/, peut: [/^scripts\//, /^lib\/server\/entetes$/] },
]

const rangeeDe = (chemin: string): Rangee | undefined => RANGEES.find((rangee) => rangee.lieu.test(chemin))

function importPermis(rangee: Rangee, fichier: Fichier, i: Import): boolean {
  if (!i.interne)
    return rangee.paquets === undefined || i.typeSeul || rangee.paquets.some((forme) => forme.test(i.cible))
  const formes = i.typeSeul ? [...rangee.peut, ...(rangee.types ?? [])] : rangee.peut
  return formes.some((forme) => forme.test(i.cible)) && !mutuelleVersMutuelle(fichier.chemin, i.cible)
}

/** A règlement sees itself and the law common to all, never another règlement; only the catalogue sees all. */
function mutuelleVersMutuelle(chemin: string, cible: string): boolean {
  const de = /^lib\/reglements\/([^/]+)\//.exec(chemin)?.[1]
  const vers = /^lib\/reglements\/([^/]+)\//.exec(cible)?.[1]
  return de !== undefined && vers !== undefined && de !== vers && vers !== 'socle'
}

export function importsInterdits(fichiers: readonly Fichier[]): string[] {
  return fichiers.flatMap((fichier) => {
    const rangee = rangeeDe(fichier.chemin)
    if (rangee === undefined) return [`${fichier.chemin} : aucune rangée ne l'accueille`]
    return fichier.imports
      .filter((i) => !importPermis(rangee, fichier, i))
      .map((i) => `${fichier.chemin} (${rangee.nom}) importe ${i.cible}`)
  })
}

const NOMS_FOURRE_TOUT = /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.tsx?$)/
const NOM_KEBAB = /^(\[?\[?(\.\.\.)?[a-z0-9]+([-.][a-z0-9]+)*\]?\]?|\([a-z-]+\)|_[a-z]+)$/
const FICHIERS_SERVICE = /^lib\/services\/[^/]+\/(schema|access|data|mutations|view|etats)\.ts$/
const FICHIERS_REGLEMENT =
  /^lib\/reglements\/(catalogue\.ts|socle\/([^/]+\/)?[^/]+\.ts|[^/]+\/((articles|parametres|politiques|reglement|garanties|pieces|aides)\.ts|garanties\/[^/]+\.ts|articles\/[^/]+\.ts))$/

export function nomsInterdits(fichiers: readonly Fichier[]): string[] {
  return fichiers.flatMap(({ chemin }) => {
    const fautes: string[] = []
    if (NOMS_FOURRE_TOUT.test(chemin)) fautes.push(`${chemin} : un nom de fourre-tout`)
    if (/(^|\/)index\.tsx?$/.test(chemin)) fautes.push(`${chemin} : un baril`)
    const parties = chemin.replace(/\.(d\.)?(ts|tsx|mts)$/, '').split('/')
    if (!parties.every((partie) => NOM_KEBAB.test(partie))) fautes.push(`${chemin} : pas en kebab-case ASCII`)
    if (chemin.startsWith('lib/services/') && !FICHIERS_SERVICE.test(chemin))
      fautes.push(`${chemin} : hors de la liste fermée des services`)
    if (chemin.startsWith('lib/reglements/') && !FICHIERS_REGLEMENT.test(chemin))
      fautes.push(`${chemin} : hors de la liste fermée des règlements`)
    return fautes
  })
}

const NOMS_DE_MUTUELLES = /\b(mutami|mutame|ociane|mieux-?etre)\b/i

/** Nothing knows a mutuelle's name outside its folder (the catalogue lists them; tests and demonstration speak of them). */
export function mutuellesNommees(fichiers: readonly Fichier[]): string[] {
  return fichiers
    .filter(
      ({ chemin }) => /^(app|components|lib|scripts)\//.test(chemin) && !chemin.startsWith('lib/reglements/'),
    )
    .filter(({ chemin }) => !/^scripts\/bench\//.test(chemin))
    .flatMap((f) =>
      f.chaines
        .filter((c) => NOMS_DE_MUTUELLES.test(c))
        .map((c) => `${f.chemin} nomme une mutuelle : « ${c} »`),
    )
}

export function echappatoires(fichiers: readonly Fichier[]): string[] {
  return fichiers.flatMap((f) => [
    ...(f.any > 0 ? [`${f.chemin} : ${f.any} any`] : []),
    ...(f.nonNull > 0 ? [`${f.chemin} : ${f.nonNull} assertion(s) non nulle(s)`] : []),
    ...f.commentaires
      .filter((c) => /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/.test(c))
      .map((c) => `${f.chemin} : ${c.trim().slice(0, 60)}`),
  ])
}

/** Tables of data: their length is that of the text they transcribe. */
const DONNEES = /^(lib\/reglements\/|prisma\/demonstration\/|lib\/lexique\/)/

interface Budget {
  readonly lieu: (chemin: string) => boolean
  readonly nom: string
  readonly fonction: number
  readonly fichier: number
}

export const BUDGETS: readonly Budget[] = [
  { nom: 'lib/rules', lieu: (c) => c.startsWith('lib/rules/'), fonction: 40, fichier: 200 },
  {
    nom: 'ailleurs',
    lieu: (c) =>
      /^(app|components|lib|scripts|prisma)\//.test(c) && !c.startsWith('lib/rules/') && !DONNEES.test(c),
    fonction: 70,
    fichier: 300,
  },
]

export function p95(valeurs: readonly number[]): number {
  const tri = [...valeurs].sort((a, b) => a - b)
  return tri[Math.max(0, Math.ceil(tri.length * 0.95) - 1)] ?? 0
}

export function budgetsDepasses(fichiers: readonly Fichier[]): string[] {
  return BUDGETS.flatMap(({ nom, lieu, fonction, fichier }) => {
    const choisis = fichiers.filter((f) => lieu(f.chemin))
    const f95 = p95(choisis.flatMap((f) => f.fonctions.map((fn) => fn.lignes)))
    const l95 = p95(choisis.map((f) => f.lignes))
    return [
      ...(f95 > fonction ? [`${nom} : p95 des fonctions ${f95} lignes, budget ${fonction}`] : []),
      ...(l95 > fichier ? [`${nom} : p95 des fichiers ${l95} lignes, budget ${fichier}`] : []),
    ]
  })
}

/** In lib/rules a cast is a brand constructor or a mistake. The list names the constructors' files and only shrinks. */
const MARQUES = new Set([
  'lib/rules/montant/montant.ts',
  'lib/rules/date/date-civile.ts',
  'lib/rules/date/moment.ts',
])

export const castsDansLesRegles = (fichiers: readonly Fichier[]): string[] =>
  fichiers
    .filter((f) => f.chemin.startsWith('lib/rules/') && f.casts > 0 && !MARQUES.has(f.chemin))
    .map((f) => `${f.chemin} : ${f.casts} conversion(s) de type`)
