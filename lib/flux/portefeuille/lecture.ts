import { parse } from 'csv-parse/sync'
import { electronicFormatIBAN, ValidationErrorsIBAN, validateIBAN } from 'ibantools'
import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { lireNirAvecCle } from '../nir'
import { fauteIdentifiant } from '../sepa/identifiants'
import {
  COLONNES,
  type Colonne,
  type Enregistrement,
  type ErreurPortefeuille,
  type Lien,
  type LignePortefeuille,
  type ModeEcrit,
  type PeriodiciteEcrite,
  TOUTES_COLONNES,
  type UsageRib,
} from './ligne'

export interface LecturePortefeuille {
  readonly lignes: readonly LignePortefeuille[]
  readonly erreurs: readonly ErreurPortefeuille[]
}

const LIENS: readonly Lien[] = ['MEMBRE_PARTICIPANT', 'CONJOINT', 'PACS', 'CONCUBIN', 'ENFANT']
const USAGES: readonly UsageRib[] = ['PRESTATIONS', 'COTISATIONS']

const ENREGISTREMENTS: readonly Enregistrement[] = [
  'ADHESION',
  'FORMULE',
  'BENEFICIAIRE',
  'RIB',
  'MODALITE',
  'MANDAT',
]

/** Columns each record fills; the others must be empty, so that a shifted column is seen. */
const REMPLIES: Record<Enregistrement, readonly Colonne[]> = {
  ADHESION: ['reglement', 'du', 'au'],
  FORMULE: ['formule', 'du', 'au'],
  BENEFICIAIRE: [
    'lien',
    'nom',
    'prenom',
    'date_naissance',
    'rang_naissance',
    'nir',
    'nir_second',
    'du',
    'au',
    'code_acces',
  ],
  RIB: ['usage', 'titulaire', 'iban', 'du', 'au'],
  MODALITE: ['periodicite', 'mode_paiement', 'jour_prelevement', 'du', 'au'],
  MANDAT: ['iban', 'rum', 'du', 'au'],
}

const PERIODICITES: readonly PeriodiciteEcrite[] = ['MENSUELLE', 'TRIMESTRIELLE', 'SEMESTRIELLE', 'ANNUELLE']
const MODES: readonly ModeEcrit[] = ['PRELEVEMENT', 'CHEQUE', 'PRECOMPTE']
const JOURS = ['6', '15', '28'] as const

const fatale = (message: string, ligne = 1): LecturePortefeuille => ({
  lignes: [],
  erreurs: [{ ligne, colonne: null, message }],
})

/** Reads the whole file: every line that is right, and every mistake of the others. */
export function lirePortefeuille(octets: Uint8Array): LecturePortefeuille {
  let texte: string
  try {
    texte = new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch {
    return fatale('Le fichier n’est pas en UTF-8 : enregistrez-le en « CSV UTF-8 ».')
  }
  let brutes: { record: string[]; info: { lines: number } }[]
  try {
    brutes = parse(texte, {
      delimiter: ';',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 20_000,
    }) as unknown as typeof brutes
  } catch (erreur) {
    if (!(erreur instanceof Error)) throw erreur
    return fatale(
      'Les guillemets ou les séparateurs du fichier ne se lisent pas.',
      Number(Reflect.get(erreur, 'lines') ?? 1),
    )
  }
  const [entete, ...corps] = brutes
  if (entete === undefined) return fatale('Le fichier est vide.')
  const titres = entete.record.join(';')
  if (titres !== COLONNES.join(';') && titres !== TOUTES_COLONNES.join(';')) {
    return fatale(
      `La première ligne doit être exactement : ${COLONNES.join(';')} (ou, avec les cotisations : ${TOUTES_COLONNES.join(';')})`,
    )
  }
  const lignes: LignePortefeuille[] = []
  const erreurs: ErreurPortefeuille[] = []
  for (const { record, info } of corps) {
    const cellules = new Cellules(info.lines, record, entete.record.length)
    const ligne = lireLigne(cellules)
    if (ligne !== null && cellules.erreurs.length === 0) lignes.push(ligne)
    erreurs.push(...cellules.erreurs)
  }
  return { lignes, erreurs }
}

/** The cells of one line; notes the mistakes and answers something typed so that the reading goes on to the end. */
class Cellules {
  readonly erreurs: ErreurPortefeuille[] = []

  constructor(
    readonly ligne: number,
    private readonly record: readonly string[],
    readonly attendues: number,
  ) {}

  get largeur(): number {
    return this.record.length
  }

  faute(colonne: Colonne | null, message: string): void {
    this.erreurs.push({ ligne: this.ligne, colonne, message })
  }

  lire(colonne: Colonne): string {
    return (this.record[TOUTES_COLONNES.indexOf(colonne)] ?? '').normalize('NFC')
  }

  exiger(colonne: Colonne, longueur: number): string {
    const texte = this.lire(colonne)
    if (texte === '') this.faute(colonne, `La colonne « ${colonne} » est vide.`)
    if (texte.length > longueur) this.faute(colonne, `« ${colonne} » dépasse ${longueur} caractères.`)
    if (/\p{Cc}/u.test(texte) || !texte.isWellFormed()) {
      this.faute(colonne, `« ${colonne} » contient un caractère invisible interdit.`)
    }
    return texte
  }

  date(colonne: 'du'): DateCivile
  date(colonne: 'au'): DateCivile | null
  date(colonne: 'du' | 'au'): DateCivile | null {
    const texte = this.lire(colonne)
    if (texte === '' && colonne === 'au') return null
    if (estDateCivile(texte)) return texte
    this.faute(
      colonne,
      texte === ''
        ? 'La date de début manque.'
        : `« ${texte} » n’est pas une date du calendrier : écrivez par exemple 2026-03-15.`,
    )
    return '1900-01-01' as DateCivile
  }

  parmi<T extends string>(colonne: Colonne, valeurs: readonly T[]): T | null {
    const texte = this.lire(colonne)
    const trouvee = valeurs.find((valeur) => valeur === texte)
    if (trouvee === undefined) {
      this.faute(colonne, `« ${texte} » n’est pas prévu : ${valeurs.join(', ')}.`)
      return null
    }
    return trouvee
  }

  nir(colonne: 'nir' | 'nir_second'): string {
    const lu = lireNirAvecCle(this.lire(colonne))
    if ('nir' in lu) return lu.nir
    this.faute(
      colonne,
      lu.faute === 'CLE'
        ? 'La clé de ce numéro de sécurité sociale est fausse.'
        : 'Un numéro de sécurité sociale compte 15 caractères, clé comprise (2A et 2B pour la Corse).',
    )
    return ''
  }
}

function lireLigne(c: Cellules): LignePortefeuille | null {
  if (c.largeur !== c.attendues) {
    c.faute(null, `Cette ligne compte ${c.largeur} colonnes, il en faut ${c.attendues}.`)
    return null
  }
  const type = c.parmi<Enregistrement>('enregistrement', ENREGISTREMENTS)
  if (type === null) return null
  for (const colonne of TOUTES_COLONNES.slice(2)) {
    if (!REMPLIES[type].includes(colonne) && c.lire(colonne) !== '') {
      c.faute(colonne, `La colonne « ${colonne} » reste vide sur une ligne ${type}.`)
    }
  }
  const numeroAdherent = c.exiger('numero_adherent', 32)
  if (numeroAdherent !== '' && !/^[0-9A-Za-z-]+$/.test(numeroAdherent)) {
    c.faute('numero_adherent', 'Un numéro d’adhérent s’écrit avec des chiffres, des lettres et des tirets.')
  }
  const [du, au] = [c.date('du'), c.date('au')]
  if (au !== null && au < du) c.faute('au', `La fin (${au}) précède le début (${du}).`)
  const base = { ligne: c.ligne, numeroAdherent, du, au }
  switch (type) {
    case 'ADHESION':
      return { ...base, type, reglement: c.exiger('reglement', 64) }
    case 'FORMULE':
      return { ...base, type, formule: c.exiger('formule', 64) }
    case 'BENEFICIAIRE':
      return { ...base, type, ...lireBeneficiaire(c) }
    case 'RIB':
      return { ...base, type, ...lireRib(c) }
    case 'MODALITE':
      return { ...base, type, ...lireModalite(c) }
    case 'MANDAT':
      return { ...base, type, iban: lireIban(c), rum: lireRum(c) }
  }
}

function lireBeneficiaire(c: Cellules) {
  const dateNaissance = c.lire('date_naissance')
  if (!/^(1[89]|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$/.test(dateNaissance)) {
    c.faute('date_naissance', 'La date de naissance s’écrit AAAA-MM-JJ.')
  }
  const rang = c.lire('rang_naissance')
  if (rang !== '' && !/^[1-9]$/.test(rang)) c.faute('rang_naissance', 'Le rang de naissance va de 1 à 9.')
  const nir = c.nir('nir')
  const second = c.lire('nir_second') === '' ? null : c.nir('nir_second')
  const code = c.lire('code_acces').toUpperCase()
  if (code !== '' && !/^[0-9A-Z-]{6,32}$/.test(code)) {
    c.faute('code_acces', 'Le code d’accès compte de 6 à 32 chiffres, lettres ou tirets.')
  }
  const nirs: [string, ...string[]] = second === null || second === nir ? [nir] : [nir, second]
  return {
    lien: c.parmi('lien', LIENS) ?? 'ENFANT',
    nom: c.exiger('nom', 80),
    prenom: c.exiger('prenom', 80),
    dateNaissance,
    rangNaissance: rang === '' ? 1 : Number(rang),
    nirs,
    codeAcces: code === '' ? null : code,
  }
}

function lireModalite(c: Cellules) {
  const mode = c.parmi('mode_paiement', MODES) ?? 'CHEQUE'
  const ecrit = c.lire('jour_prelevement')
  if (mode !== 'PRELEVEMENT' && ecrit !== '')
    c.faute('jour_prelevement', 'Le jour de prélèvement reste vide sans prélèvement.')
  return {
    periodicite: c.parmi('periodicite', PERIODICITES) ?? 'MENSUELLE',
    mode,
    jour: mode === 'PRELEVEMENT' ? Number(c.parmi('jour_prelevement', JOURS) ?? '6') : null,
  }
}

/** A reference the bank knows: kept as it is, it may not be drawn anew. */
function lireRum(c: Cellules): string {
  const rum = c.lire('rum')
  if (fauteIdentifiant(rum) !== null)
    c.faute(
      'rum',
      'La référence du mandat compte de 1 à 35 lettres sans accent, chiffres ou signes de ponctuation simples, et ne contient pas de numéro de sécurité sociale.',
    )
  return rum
}

function lireIban(c: Cellules): string {
  const iban = electronicFormatIBAN(c.lire('iban')) ?? ''
  const { valid, errorCodes } = validateIBAN(iban)
  if (!valid) {
    const cle =
      errorCodes.includes(ValidationErrorsIBAN.WrongAccountBankBranchChecksum) ||
      errorCodes.includes(ValidationErrorsIBAN.WrongIBANChecksum)
    c.faute('iban', cle ? 'La clé de cet IBAN ou de son RIB est fausse.' : 'Cet IBAN n’a pas la bonne forme.')
  }
  return iban
}

function lireRib(c: Cellules) {
  return {
    usage: c.parmi('usage', USAGES) ?? 'PRESTATIONS',
    titulaire: c.exiger('titulaire', 70),
    iban: lireIban(c),
  }
}
