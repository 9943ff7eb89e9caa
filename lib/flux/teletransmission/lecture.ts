import { parse } from 'csv-parse/sync'
import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { lireNirAvecCle } from '../nir'

/** What the Assurance maladie answers of people, one answer a line, in the order in which it came. */
export const FORMAT_RETOURS = 'retours-teletransmission/1'
export const COLONNES_RETOURS = ['nir', 'date_naissance', 'rang_naissance', 'etat', 'code', 'depuis'] as const
type Colonne = (typeof COLONNES_RETOURS)[number]

export const ETATS_RETOUR = ['ACTIVE', 'DEMANDEE', 'REJETEE', 'INTERROMPUE', 'REFUSEE'] as const
type EtatRetour = (typeof ETATS_RETOUR)[number]
const AVEC_CODE: readonly EtatRetour[] = ['REJETEE', 'INTERROMPUE']

export interface Retour<Code extends string> {
  /** Line of the file, from 1. */
  readonly ligne: number
  /** 13 characters, without key. */
  readonly nir: string
  /** May be one that the calendar does not know. */
  readonly dateNaissance: string
  readonly rang: number
  readonly etat: EtatRetour
  /** Why, with a refusal or a stop, and only then. */
  readonly code: Code | null
  readonly depuis: DateCivile
}

/** A mistake, for the person who made the file: where, and what to do. A NIR is never repeated. */
export interface ErreurRetour {
  readonly ligne: number
  readonly colonne: Colonne | null
  readonly message: string
}

export interface LectureRetours<Code extends string> {
  readonly retours: readonly Retour<Code>[]
  readonly erreurs: readonly ErreurRetour[]
}

const fatale = <Code extends string>(message: string, ligne = 1): LectureRetours<Code> => ({
  retours: [],
  erreurs: [{ ligne, colonne: null, message }],
})

interface Brute {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function decouper(
  octets: Uint8Array,
): readonly Brute[] | { readonly ligne: number; readonly message: string } {
  let texte: string
  try {
    texte = new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch {
    return { ligne: 1, message: 'Le fichier n’est pas en UTF-8 : enregistrez-le en « CSV UTF-8 ».' }
  }
  try {
    return parse(texte, {
      delimiter: ';',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 2000,
    }) as unknown as Brute[]
  } catch (erreur) {
    if (!(erreur instanceof Error)) throw erreur
    const ligne = Number(Reflect.get(erreur, 'lines') ?? 1)
    return { ligne, message: 'Les guillemets ou les séparateurs du fichier ne se lisent pas.' }
  }
}

/**
 * Reads the whole file: every line that is right, and every mistake of the others. @param codes those that may say why;
 * @param jour nothing is answered for later than it.
 */
export function lireRetours<Code extends string>(
  octets: Uint8Array,
  codes: readonly Code[],
  jour: DateCivile,
): LectureRetours<Code> {
  const brutes = decouper(octets)
  if ('message' in brutes) return fatale(brutes.message, brutes.ligne)
  const [format, entete, ...corps] = brutes
  if (format?.record.filter((cellule) => cellule !== '').join(';') !== FORMAT_RETOURS)
    return fatale(`La première ligne doit être exactement : ${FORMAT_RETOURS}`)
  if (entete?.record.join(';') !== COLONNES_RETOURS.join(';'))
    return fatale(`La deuxième ligne doit être exactement : ${COLONNES_RETOURS.join(';')}`, 2)
  if (corps.length === 0) return fatale('Le fichier n’a aucune ligne après l’en-tête.', 2)
  const lues = corps.map((brute) => lireLigne(brute, codes, jour))
  return {
    retours: lues.flatMap((lue) => ('retour' in lue ? [lue.retour] : [])),
    erreurs: lues.flatMap((lue) => ('erreurs' in lue ? lue.erreurs : [])),
  }
}

type LigneLue<Code extends string> =
  | { readonly retour: Retour<Code> }
  | { readonly erreurs: readonly ErreurRetour[] }

const NIR = {
  CLE: 'La clé de ce numéro de sécurité sociale est fausse.',
  FORME: 'Un numéro de sécurité sociale compte 15 caractères, clé comprise (2A et 2B pour la Corse).',
} as const

function lireLigne<Code extends string>(
  { record, info }: Brute,
  codes: readonly Code[],
  jour: DateCivile,
): LigneLue<Code> {
  const ligne = info.lines
  if (record.length !== COLONNES_RETOURS.length) {
    const message = `Cette ligne compte ${record.length} colonnes, il en faut ${COLONNES_RETOURS.length}.`
    return { erreurs: [{ ligne, colonne: null, message }] }
  }
  const erreurs: ErreurRetour[] = []
  const faute = (colonne: Colonne, message: string) => erreurs.push({ ligne, colonne, message })
  const [nirEcrit = '', dateNaissance = '', rang = '', etatEcrit = '', codeEcrit = '', depuis = ''] = record
  const nir = lireNirAvecCle(nirEcrit)
  if ('faute' in nir) faute('nir', NIR[nir.faute])
  if (!/^(1[89]|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$/.test(dateNaissance))
    faute('date_naissance', 'La date de naissance s’écrit AAAA-MM-JJ.')
  if (!/^[1-9]?$/.test(rang)) faute('rang_naissance', 'Le rang de naissance va de 1 à 9.')
  const etat = ETATS_RETOUR.find((e) => e === etatEcrit)
  const code = codes.find((c) => c === codeEcrit) ?? null
  if (etat === undefined) faute('etat', `« ${etatEcrit} » n’est pas prévu : ${ETATS_RETOUR.join(', ')}.`)
  else if (AVEC_CODE.includes(etat)) {
    if (code === null) faute('code', `Dites pourquoi : ${codes.join(', ')}.`)
  } else if (codeEcrit !== '') faute('code', `La colonne « code » reste vide avec l’état ${etat}.`)
  if (!estDateCivile(depuis)) faute('depuis', 'La date s’écrit comme 2026-03-15.')
  else if (depuis > jour)
    faute('depuis', 'Cette date est à venir : la caisse répond de ce qu’elle a déjà fait.')
  if (erreurs.length > 0 || 'faute' in nir || etat === undefined || !estDateCivile(depuis)) return { erreurs }
  return {
    retour: { ligne, nir: nir.nir, dateNaissance, rang: rang === '' ? 1 : Number(rang), etat, code, depuis },
  }
}
