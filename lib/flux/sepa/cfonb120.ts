import { type DateCivile, estDateCivile } from '@/lib/rules/date/date-civile'
import { type Montant, montant, plus, ZERO } from '@/lib/rules/montant/montant'
import { type EcartBancaire, type LectureBancaire, RefusBanque, type RetourBancaire } from './retour'

// Account statement of the French banks, 120 characters a line: 01 former balance, 04 movement, 05 more about the movement above,
// 07 new balance. Positions are the format's, from 1.
const LONGUEUR = 120
const zone = (ligne: string, debut: number, fin: number): string => ligne.slice(debut - 1, fin).trim()

interface Mouvement {
  readonly ligne: string
  readonly montant: Montant
  readonly lieu: string
  readonly complements: Map<string, string>
}

interface Compte {
  readonly nom: string
  solde: Montant
  readonly mouvements: Mouvement[]
}

/** @throws {RefusBanque} when a line is out of place or the balances do not follow from the movements */
export function lireCfonb120(texte: string): LectureBancaire {
  const retours: RetourBancaire[] = []
  const ecarts: EcartBancaire[] = []
  let compte: Compte | null = null
  let nombre = 0
  for (const [ligne, lieu] of lignes(texte)) {
    nombre += 1
    const type = ligne.slice(0, 2)
    if (type === '01' && compte === null) compte = ouvrir(ligne, lieu)
    else if (type === '04' && compte !== null) ajouter(compte, ligne, lieu)
    else if (type === '05' && compte !== null) completer(compte, ligne, lieu)
    else if (type === '07' && compte !== null) {
      fermer(compte, ligne, lieu)
      for (const mouvement of compte.mouvements) {
        if (zone(mouvement.ligne, 17, 19) === 'EUR') retours.push(versRetour(mouvement, compte.nom))
        else ecarts.push({ code: 'DEVISE', lieu: mouvement.lieu })
      }
      compte = null
    } else throw new RefusBanque('LIGNE_INVALIDE', lieu)
  }
  // Cut before its last balance.
  if (compte !== null || nombre === 0) throw new RefusBanque('LIGNE_INVALIDE', `ligne ${nombre + 1}`)
  return { format: 'CFONB120', message: null, retours, ecarts }
}

/** One line each, or blocks of 120 characters without any end of line. */
function* lignes(texte: string): Generator<[string, string]> {
  const coupees = /[\r\n]/.test(texte) ? texte.split(/\r\n|\n|\r/) : (texte.match(/.{1,120}/g) ?? [])
  for (const [i, ligne] of coupees.entries()) {
    const lieu = `ligne ${i + 1}`
    if (ligne.trim() === '') continue
    if (ligne.trimEnd().length > LONGUEUR) throw new RefusBanque('LIGNE_INVALIDE', lieu)
    yield [ligne.padEnd(LONGUEUR), lieu]
  }
}

const nomCompte = (ligne: string): string =>
  [zone(ligne, 3, 7), zone(ligne, 12, 16), zone(ligne, 22, 32)].join('-')

function ouvrir(ligne: string, lieu: string): Compte {
  return { nom: nomCompte(ligne), solde: lireMontantSigne(ligne, lieu), mouvements: [] }
}

function ajouter(compte: Compte, ligne: string, lieu: string): void {
  if (nomCompte(ligne) !== compte.nom) throw new RefusBanque('LIGNE_INVALIDE', lieu)
  const lu = lireMontantSigne(ligne, lieu)
  compte.solde = plus(compte.solde, lu)
  compte.mouvements.push({ ligne, montant: lu, lieu, complements: new Map() })
}

function completer({ mouvements }: Compte, ligne: string, lieu: string): void {
  const dernier = mouvements.at(-1)
  if (dernier === undefined) throw new RefusBanque('LIGNE_INVALIDE', lieu)
  const qualifiant = zone(ligne, 46, 48)
  // A second line of the same qualifier continues the first: what is needed is at the start.
  if (!dernier.complements.has(qualifiant)) dernier.complements.set(qualifiant, ligne.slice(48, 118))
}

function fermer(compte: Compte, ligne: string, lieu: string): void {
  if (nomCompte(ligne) !== compte.nom) throw new RefusBanque('LIGNE_INVALIDE', lieu)
  if (lireMontantSigne(ligne, lieu) !== compte.solde) throw new RefusBanque('TOTAUX_FAUX', lieu)
}

/** The last character carries a digit and the sign: { A…I = +0…9, } J…R = −0…9. */
const POSITIFS = '{ABCDEFGHI'
const NEGATIFS = '}JKLMNOPQR'

function lireMontantSigne(ligne: string, lieu: string): Montant {
  const brut = zone(ligne, 91, 104)
  const dernier = brut.slice(-1)
  const positif = POSITIFS.indexOf(dernier)
  const unite = positif >= 0 ? positif : NEGATIFS.indexOf(dernier)
  const decimales = zone(ligne, 20, 20)
  if (!/^\d{0,13}$/.test(brut.slice(0, -1)) || dernier === '' || unite < 0 || !/^[012]$/.test(decimales)) {
    throw new RefusBanque('MONTANT_ILLISIBLE', lieu)
  }
  const centimes = Number(`${brut.slice(0, -1)}${unite}`) * 10 ** (2 - Number(decimales))
  if (!Number.isSafeInteger(centimes)) throw new RefusBanque('MONTANT_ILLISIBLE', lieu)
  return montant(positif >= 0 ? centimes : -centimes)
}

/** JJMMAA of this century: the format is older than the year 2000, the files are not. */
function lireDate(ligne: string, lieu: string): DateCivile {
  const m = /^(\d{2})(\d{2})(\d{2})$/.exec(zone(ligne, 35, 40))
  const jour = `20${m?.[3]}-${m?.[2]}-${m?.[1]}`
  if (!estDateCivile(jour)) throw new RefusBanque('DATE_ILLISIBLE', lieu)
  return jour
}

function versRetour({ ligne, montant: lu, lieu, complements }: Mouvement, compte: string): RetourBancaire {
  const complement = (qualifiant: string, longueur: number): string | null =>
    complements.get(qualifiant)?.slice(0, longueur).trim() || null
  const rejet = zone(ligne, 41, 42)
  const iso = /^[A-Z]{2}\d{2}$|^[A-Z]{4}$/.exec(complement('RET', 4) ?? '')?.[0]
  const codeMotif = iso ?? (rejet === '' ? null : `CFONB-${rejet}`)
  const sens = lu < ZERO ? 'DEBIT' : 'CREDIT'
  const endToEndId = complement('RCN', 35)
  return {
    nature: codeMotif === null ? sens : codeMotif === 'MD06' ? 'REMBOURSEMENT' : 'RETOUR',
    portee: 'OPERATION',
    messageId: null,
    groupeId: null,
    endToEndId: endToEndId === 'NOTPROVIDED' ? null : endToEndId,
    mandat: complement('RUM', 35),
    montant: montant(Math.abs(lu)),
    sens,
    date: lireDate(ligne, lieu),
    codeMotif,
    referenceBanque: complement('REF', 70) ?? (zone(ligne, 105, 120) || null),
    compte,
    libelle: codeMotif === null ? zone(ligne, 49, 79) || null : null,
  }
}
