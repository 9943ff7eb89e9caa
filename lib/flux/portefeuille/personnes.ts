import type { PersonneConnue, PortefeuilleConnu } from './connu'
import type { ErreurPortefeuille, LigneBeneficiaire } from './ligne'

/** A person of the file, matched with the base or new (`connue` false). */
export interface PersonneDuFichier {
  readonly id: string
  readonly connue: boolean
  readonly nom: string
  readonly prenom: string
  readonly dateNaissance: string
  readonly rangNaissance: number
  readonly nirsConnus: ReadonlySet<string>
  readonly nirs: Set<string>
  /** Code already known, or read in the file. */
  codeAcces: string | null
  codeNouveau: boolean
  readonly origine: string
}

export interface PersonnesDuFichier {
  readonly parLigne: ReadonlyMap<LigneBeneficiaire, PersonneDuFichier>
  readonly personnes: readonly PersonneDuFichier[]
}

const cle = (nir: string, p: { dateNaissance: string; rangNaissance: number }): string =>
  `${nir}|${p.dateNaissance}|${p.rangNaissance}`

/** Accents, case, hyphens and apostrophes do not make two people. */
const comparable = (nom: string): string =>
  nom
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[-'’\s]+/g, ' ')
    .toUpperCase()

const memeNom = (a: { nom: string; prenom: string }, b: { nom: string; prenom: string }): boolean =>
  comparable(a.nom) === comparable(b.nom) && comparable(a.prenom) === comparable(b.prenom)

function depuisLaBase(p: PersonneConnue): PersonneDuFichier {
  return {
    ...p,
    connue: true,
    nirsConnus: new Set(p.nirs),
    nirs: new Set(p.nirs),
    codeNouveau: false,
    origine: 'la personne déjà connue',
  }
}

/** One person = one NIR, date of birth and rank, whatever the number of adhésions (two parents, one child). */
export function reconnaitrePersonnes(
  lignes: readonly LigneBeneficiaire[],
  connu: PortefeuilleConnu,
  nouvelId: () => string,
  signaler: (erreur: ErreurPortefeuille) => void,
): PersonnesDuFichier {
  const parCle = new Map<string, PersonneDuFichier>()
  const personnes = connu.personnes.map(depuisLaBase)
  for (const p of personnes) for (const nir of p.nirs) parCle.set(cle(nir, p), p)
  const parLigne = new Map<LigneBeneficiaire, PersonneDuFichier>()
  // Two NIRs first: they join what a line with one of them alone could not.
  const ordre = [...lignes].sort((a, b) => b.nirs.length - a.nirs.length || a.ligne - b.ligne)
  for (const l of ordre) {
    const trouvees = new Set(
      l.nirs.map((nir) => parCle.get(cle(nir, l))).filter((p): p is PersonneDuFichier => p !== undefined),
    )
    const [premiere, seconde] = trouvees
    if (seconde !== undefined) {
      signaler({
        ligne: l.ligne,
        colonne: 'nir_second',
        message: `Ces deux numéros désignent deux personnes différentes : ${premiere?.origine} et ${seconde.origine}.`,
      })
      continue
    }
    const personne = premiere ?? nouvelle(l, nouvelId())
    if (premiere === undefined) personnes.push(personne)
    if (!memeNom(personne, l)) {
      signaler({
        ligne: l.ligne,
        colonne: 'nom',
        message: `Même numéro de sécurité sociale, même naissance et même rang que ${personne.origine}, mais un autre nom ou prénom.`,
      })
      continue
    }
    for (const nir of l.nirs) {
      personne.nirs.add(nir)
      parCle.set(cle(nir, l), personne)
    }
    parLigne.set(l, personne)
  }
  attribuerCodes(lignes, parLigne, connu, signaler)
  return { parLigne, personnes }
}

const nouvelle = (l: LigneBeneficiaire, id: string): PersonneDuFichier => ({
  id,
  connue: false,
  nom: l.nom,
  prenom: l.prenom,
  dateNaissance: l.dateNaissance,
  rangNaissance: l.rangNaissance,
  nirsConnus: new Set(),
  nirs: new Set(),
  codeAcces: null,
  codeNouveau: false,
  origine: `la ligne ${l.ligne}`,
})

function attribuerCodes(
  lignes: readonly LigneBeneficiaire[],
  parLigne: ReadonlyMap<LigneBeneficiaire, PersonneDuFichier>,
  connu: PortefeuilleConnu,
  signaler: (erreur: ErreurPortefeuille) => void,
): void {
  const titulaires = new Map<string, { id: string; origine: string }>()
  for (const [code, id] of connu.codes) titulaires.set(code, { id, origine: 'une personne déjà connue' })
  for (const l of lignes) {
    const personne = parLigne.get(l)
    if (personne === undefined || l.codeAcces === null) continue
    const titulaire = titulaires.get(l.codeAcces)
    if (titulaire !== undefined && titulaire.id !== personne.id) {
      signaler({
        ligne: l.ligne,
        colonne: 'code_acces',
        message: `Ce code d’accès est déjà celui d’une autre personne : ${titulaire.origine}.`,
      })
    } else if (personne.codeAcces !== null && personne.codeAcces !== l.codeAcces) {
      signaler({
        ligne: l.ligne,
        colonne: 'code_acces',
        message: `Cette personne a déjà un autre code d’accès (${personne.origine}).`,
      })
    } else {
      personne.codeNouveau ||= personne.codeAcces === null
      personne.codeAcces = l.codeAcces
      titulaires.set(l.codeAcces, { id: personne.id, origine: `ligne ${l.ligne}` })
    }
  }
}
