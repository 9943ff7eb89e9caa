import { PAIEMENTS, SANS_COTISATION } from './cotisations'
import { familles } from './familles'
import { ibanFictif } from './identifiants'
import { avecCle, type Identite, identites } from './identites'
import type { CodeReglement, Famille, PersonneFictive } from './modele'

const COLONNES = [
  'enregistrement',
  'numero_adherent',
  'reglement',
  'formule',
  'du',
  'au',
  'lien',
  'nom',
  'prenom',
  'date_naissance',
  'rang_naissance',
  'nir',
  'nir_second',
  'code_acces',
  'usage',
  'titulaire',
  'iban',
  'periodicite',
  'mode_paiement',
  'jour_prelevement',
  'rum',
] as const

type Rangee = Partial<Record<(typeof COLONNES)[number], string>>

interface Contrat {
  /** The family's key: how it pays is said by it. */
  readonly cle: string
  readonly numeroAdherent: string
  readonly reglement: CodeReglement
  readonly du: string
  readonly au?: string
  readonly formules: Famille['formules']
  readonly rang: number
}

function rangeesDu(contrat: Contrat, titulaire: PersonneFictive, beneficiaires: readonly Rangee[]): Rangee[] {
  const { cle, numeroAdherent, reglement, du, au = '', formules, rang } = contrat
  const commun = { numero_adherent: numeroAdherent }
  return [
    { enregistrement: 'ADHESION', ...commun, reglement, du, au },
    ...formules.map((f) => ({
      enregistrement: 'FORMULE',
      ...commun,
      formule: f.formule,
      du: f.du,
      au: f.au ?? '',
    })),
    ...beneficiaires.map((b) => ({ enregistrement: 'BENEFICIAIRE', ...commun, ...b })),
    ...usagesDe(cle).map((usage, i) => ({
      enregistrement: 'RIB',
      ...commun,
      usage,
      titulaire: `${titulaire.prenom} ${titulaire.nom}`,
      iban: ibanDe(rang, i),
      du,
      // The last benefits are paid, and contributions given back, after the contract has ended.
      au: '',
    })),
    ...paiementDe(contrat, ibanDe(rang, 1)),
  ]
}

/** Whom the employer pays for, or whose règlement says nothing of contributions, gives no account for them. */
const usagesDe = (cle: string): ('PRESTATIONS' | 'COTISATIONS')[] =>
  cle in PAIEMENTS && PAIEMENTS[cle]?.mode !== 'PRECOMPTE' ? ['PRESTATIONS', 'COTISATIONS'] : ['PRESTATIONS']

/** One family in three pays its contributions from another account. */
const ibanDe = (rang: number, usage: number): string => ibanFictif(rang * 10 + (rang % 3 === 0 ? usage : 0))

function paiementDe({ cle, numeroAdherent, du, au = '' }: Contrat, iban: string): Rangee[] {
  const paiement = PAIEMENTS[cle]
  if (paiement === undefined) {
    if (SANS_COTISATION.has(cle)) return []
    throw new Error(`${cle} : on ne sait pas comment elle paie`)
  }
  const commun = { numero_adherent: numeroAdherent, du }
  const { periodicite, mode, jour } = paiement
  return [
    {
      enregistrement: 'MODALITE',
      ...commun,
      au,
      periodicite,
      mode_paiement: mode,
      jour_prelevement: jour === null ? '' : String(jour),
    },
    ...(jour === null
      ? []
      : [{ enregistrement: 'MANDAT', ...commun, iban, rum: `PONTLEVANT-${numeroAdherent}-1` }]),
  ]
}

function rangeesDe(famille: Famille, rang: number, membres: readonly Identite[]): Rangee[] {
  const titulaire = membres.find(({ personne }) => personne.lien === 'MEMBRE_PARTICIPANT')?.personne
  if (titulaire === undefined) throw new Error(`${famille.cle} : aucun membre participant`)
  const beneficiaires = membres.map(({ personne: p, nir, nirSecond }) => ({
    lien: p.lien,
    nom: p.nom,
    prenom: p.prenom,
    date_naissance: p.naissance,
    rang_naissance: String(p.rang),
    nir: avecCle(nir),
    nir_second: nirSecond === null ? '' : avecCle(nirSecond),
    du: p.du,
    au: p.au ?? '',
    code_acces: p.codeAcces,
  }))
  const { surcomplementaire: sur, reglement = 'mutami' } = famille
  return [
    ...rangeesDu({ ...famille, reglement, rang }, titulaire, beneficiaires),
    // The card of the first contract bears the code.
    ...(sur === undefined
      ? []
      : rangeesDu(
          { ...sur, cle: famille.cle, reglement, formules: [{ formule: sur.formule, du: sur.du }], rang },
          titulaire,
          beneficiaires.map((b) => ({ ...b, du: sur.du, code_acces: '' })),
        )),
  ]
}

/** The portfolio of the demonstration, as `npm run import -- portefeuille` reads it. */
export function portefeuilleDemonstration(): string {
  const toutes = [...identites().values()]
  const rangees = familles.flatMap((famille, i) =>
    rangeesDe(
      famille,
      i + 1,
      toutes.filter((identite) => identite.famille === famille),
    ),
  )
  const lignes = rangees.map((rangee) => COLONNES.map((colonne) => rangee[colonne] ?? '').join(';'))
  return `${[COLONNES.join(';'), ...lignes].join('\n')}\n`
}
