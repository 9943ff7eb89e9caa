import { CONSERVATION } from '@/lib/lexique/donnees/conservation'
import type { TypeValeur } from '@/lib/lexique/donnees/formes'
import { type NomTable, SECTIONS, TABLES, tablesExportees } from '@/lib/lexique/donnees/tables'
import { formatDateEnChiffres, formatMontant } from '@/lib/lexique/formats'
import { direActe } from '@/lib/lexique/journal'

export const FORMAT = 'donnees-personnelles/1'
export const CHEMIN_SCHEMA = '/schemas/donnees-personnelles-1.json'

const NUL = { type: 'null' }
const ouNul = (schema: object) => ({ anyOf: [schema, NUL] })
const TEXTE = { type: 'string' }

/** JSON Schema of a value, by what it is. */
const SCHEMAS: Readonly<Record<TypeValeur, object>> = {
  reference: ouNul({ type: 'string', format: 'uuid' }),
  texte: ouNul(TEXTE),
  textes: ouNul({ type: 'array', items: TEXTE }),
  entier: ouNul({ type: 'integer' }),
  montant: ouNul({ type: 'integer', description: 'Centimes d’euro.' }),
  ouiNon: ouNul({ type: 'boolean' }),
  jour: ouNul({ type: 'string', format: 'date' }),
  moment: ouNul({ type: 'string', format: 'date-time' }),
  faits: { description: 'Tel qu’enregistré : sa forme dépend de ce dont il s’agit.' },
  nir: ouNul({ type: 'string', pattern: '^[0-9AB]{13,15}$' }),
  iban: ouNul({ type: 'string', pattern: '^[A-Z]{2}[0-9A-Z]{12,32}$' }),
  codeAcces: ouNul(TEXTE),
  courriel: ouNul(TEXTE),
}

/** The published shape of `donnees.json`, from the list that makes it. */
export function schemaExport(adresse: string): object {
  const proprietes = tablesExportees.map(([nom, { titre, colonnes }]) => {
    const donnees = Object.entries(colonnes).flatMap(([colonne, c]) =>
      'exclue' in c ? [] : [[colonne, c] as const],
    )
    return [
      nom,
      {
        type: 'array',
        title: titre,
        items: {
          type: 'object',
          additionalProperties: false,
          required: donnees.map(([colonne]) => colonne),
          properties: Object.fromEntries(
            donnees.map(([colonne, [type, libelle]]) => [colonne, { title: libelle, ...SCHEMAS[type] }]),
          ),
        },
      },
    ]
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: adresse,
    title: 'Les données personnelles d’un adhérent',
    type: 'object',
    additionalProperties: false,
    required: ['$schema', 'format', 'faitLe', 'organisme', 'dpo', 'personne', 'donnees'],
    properties: {
      $schema: { const: adresse },
      format: { const: FORMAT },
      faitLe: { type: 'string', format: 'date-time' },
      organisme: TEXTE,
      dpo: { type: 'string', format: 'email' },
      personne: { type: 'string', format: 'uuid' },
      donnees: {
        type: 'object',
        additionalProperties: false,
        required: tablesExportees.map(([nom]) => nom),
        properties: Object.fromEntries(proprietes),
      },
    },
  }
}

const ENTITES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const echapper = (texte: string): string =>
  texte.replace(/[&<>"']/g, (signe) => ENTITES[signe] ?? signe)

/** « MEMBRE_PARTICIPANT » is read « membre participant ». */
const lisible = (texte: string): string =>
  /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(texte) && texte.length > 3
    ? texte.toLowerCase().replaceAll('_', ' ')
    : texte

/** Recorded facts, however deep. */
function direFaits(valeur: unknown): string {
  if (valeur === null || valeur === undefined) return '<span class="vide">vide</span>'
  if (Array.isArray(valeur))
    return valeur.length === 0
      ? '<span class="vide">rien</span>'
      : `<ul>${valeur.map((v) => `<li>${direFaits(v)}</li>`).join('')}</ul>`
  if (typeof valeur === 'object')
    return `<ul>${Object.entries(valeur)
      .map(([cle, v]) => `<li>${echapper(cle)} : ${direFaits(v)}</li>`)
      .join('')}</ul>`
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  return echapper(lisible(String(valeur)))
}

const INSTANT = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
})

function direValeur(colonne: string, type: TypeValeur, valeur: unknown): string {
  if (valeur === null || valeur === undefined || valeur === '') return '<span class="vide">vide</span>'
  if (type === 'montant' && typeof valeur === 'number') return echapper(formatMontant(valeur))
  if (type === 'jour' && typeof valeur === 'string') return echapper(formatDateEnChiffres(valeur))
  if (type === 'moment' && typeof valeur === 'string') return echapper(INSTANT.format(new Date(valeur)))
  if (colonne === 'acte') return echapper(direActe(String(valeur)))
  return direFaits(valeur)
}

/** One row, as a list of words and values: it reads aloud. */
export const ecrireLigne = (table: NomTable, ligne: Readonly<Record<string, unknown>>): string => {
  const { colonnes } = TABLES[table]
  const termes = Object.entries(colonnes).flatMap(([nom, c]) =>
    'exclue' in c
      ? []
      : [`<div><dt>${echapper(c[1])}</dt><dd>${direValeur(nom, c[0], ligne[nom])}</dd></div>`],
  )
  return `<li><dl>${termes.join('')}</dl></li>\n`
}

export interface EntetePage {
  readonly organisme: string
  readonly adresse: readonly string[]
  readonly dpo: string
  readonly qui: string
  readonly fait: string
}

export const debutPage = ({ organisme, adresse, dpo, qui, fait }: EntetePage): string => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Les données de ${echapper(qui)}</title>
<style>body{font:1.05rem/1.55 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1c1b18;background:#fff}
h1{font-size:1.7rem}h2{font-size:1.4rem;margin-top:3rem;border-top:2px solid #555;padding-top:1rem}h3{font-size:1.1rem;margin:2rem 0 .3rem}
ol{padding-left:1.5rem}ol>li{margin:1rem 0;border-left:3px solid #bbb;padding-left:1rem}dl{margin:0}dl>div{display:grid;grid-template-columns:minmax(0,15rem) minmax(0,1fr);gap:.1rem 1rem}
dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}dd ul{margin:0;padding-left:1.1rem}.vide{color:#666}@media(max-width:36rem){dl>div{grid-template-columns:minmax(0,1fr)}}</style></head><body>
<main><h1>Les données de ${echapper(qui)}</h1>
<p>${echapper(organisme)}, ${echapper(adresse.join(', '))}<br>Copie faite le ${echapper(fait)}.</p>
<p>Voici tout ce que nous avons sur vous dans ce portail. Le fichier « donnees.json » dit la même chose, pour un ordinateur ; « schema.json » décrit sa forme. Vos papiers et les pièces que vous avez envoyées sont dans les dossiers « papiers » et « pieces ».</p>
<p>N’y sont pas : les secrets qui protègent votre compte, ce qui désigne quelqu’un d’autre, et les notes internes de nos équipes : pour ces notes, demandez-les à notre délégué à la protection des données, <a href="mailto:${echapper(dpo)}">${echapper(dpo)}</a>, qui retire d’abord ce qu’elles disent d’autres personnes.</p>
<nav aria-label="Sommaire"><ul>${SECTIONS.map(({ titre }, rang) => `<li><a href="#s${rang}">${echapper(titre)}</a></li>`).join('')}<li><a href="#fichiers">Vos papiers et vos pièces</a></li></ul></nav>
`

export const titreSection = (rang: number): string =>
  `<h2 id="s${rang}">${echapper(SECTIONS[rang]?.titre ?? '')}</h2>\n`
export const titreTable = (table: NomTable): string => {
  const { titre, classe } = TABLES[table]
  return `<h3>${echapper(titre)}</h3><p><small>Combien de temps : ${echapper(CONSERVATION[classe].dite)}.</small></p>\n`
}
export const RIEN = '<p class="vide">Nous n’avons rien ici.</p>\n'

/** A file of the archive; `chemin` null: it could not be joined. */
export interface FichierDit {
  readonly nom: string
  readonly chemin: string | null
}

export const finPage = (fichiers: readonly FichierDit[]): string => {
  const liste = fichiers.map(({ nom, chemin }) =>
    chemin === null
      ? `<li>${echapper(nom)} (n’est plus conservé, ou attend l’antivirus)</li>`
      : `<li><a href="${echapper(encodeURI(chemin))}">${echapper(nom)}</a></li>`,
  )
  return `<h2 id="fichiers">Vos papiers et vos pièces</h2>\n${liste.length === 0 ? RIEN : `<ul>${liste.join('')}</ul>`}\n</main></body></html>\n`
}
