import { PAIEMENTS } from './cotisations'
import { familles } from './familles'
import { ibanFictif } from './identifiants'
import { avecCle, type Identite, identites } from './identites'
import type { Famille } from './modele'

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

const REGLEMENT = 'mutami'

function rangeesDe(famille: Famille, rang: number, membres: readonly Identite[]): Rangee[] {
  const commun = { numero_adherent: famille.numeroAdherent }
  const titulaire = membres.find(({ personne }) => personne.lien === 'MEMBRE_PARTICIPANT')?.personne
  if (titulaire === undefined) throw new Error(`${famille.cle} : aucun membre participant`)
  return [
    { enregistrement: 'ADHESION', ...commun, reglement: REGLEMENT, du: famille.du, au: famille.au ?? '' },
    ...famille.formules.map(({ formule, du, au }) => ({
      enregistrement: 'FORMULE',
      ...commun,
      formule,
      du,
      au: au ?? '',
    })),
    ...membres.map(({ personne: p, nir, nirSecond }) => ({
      enregistrement: 'BENEFICIAIRE',
      ...commun,
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
    })),
    ...(['PRESTATIONS', 'COTISATIONS'] as const).map((usage, i) => ({
      enregistrement: 'RIB',
      ...commun,
      usage,
      titulaire: `${titulaire.prenom} ${titulaire.nom}`,
      iban: ibanDe(rang, i),
      du: famille.du,
      au: famille.au ?? '',
    })),
    ...paiementDe(famille, ibanDe(rang, 1)),
  ]
}

/** One family in three pays its contributions from another account. */
const ibanDe = (rang: number, usage: number): string => ibanFictif(rang * 10 + (rang % 3 === 0 ? usage : 0))

function paiementDe(famille: Famille, iban: string): Rangee[] {
  const paiement = PAIEMENTS[famille.cle]
  if (paiement === undefined) throw new Error(`${famille.cle} : on ne sait pas comment elle paie`)
  const commun = { numero_adherent: famille.numeroAdherent, du: famille.du }
  const { periodicite, jour } = paiement
  return [
    {
      enregistrement: 'MODALITE',
      ...commun,
      au: famille.au ?? '',
      periodicite,
      mode_paiement: jour === null ? 'CHEQUE' : 'PRELEVEMENT',
      jour_prelevement: jour === null ? '' : String(jour),
    },
    ...(jour === null
      ? []
      : [{ enregistrement: 'MANDAT', ...commun, iban, rum: `PONTLEVANT-${famille.numeroAdherent}-1` }]),
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
