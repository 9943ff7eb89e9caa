/**
 * Passwords and what a judge says of them, written by hand or composed from words drawn by hand. `PROPRES` is the person they are judged for.
 */
export const PROPRES = ['Bérengère', 'Vandenbroucke', 'b.vanden@exemple.fr', '1984-07-19', '19840719']

const MOTS =
  `abricot ardoise balcon bambou barque bocal boussole brindille buvard cactus cadran calebasse canoë carafe caribou cerceau chaloupe
chardon ciboule cigale citerne clairon coquelicot cornichon crapaud croissant cuvette dentelle diapason ébène écharpe édredon enclume
épervier escabeau fagot falaise fanion ficelle flocon fougère fuseau gadoue galet girouette glaçon goudron grelot griotte guitare hamac
hareng hérisson hublot igloo jachère jonquille kayak lanterne lézard limace luciole maillet mandoline marécage mésange mouette moutarde
navette nénuphar noisette ocarina oseille ourson palmier passoire pelote pervenche pinceau pistache platane poivron quenelle raquette
réglisse ricochet rouleau sabot sarbacane scarabée sifflet soupière tambour tartine tiroir toboggan tournevis truelle vannier verger
vitrail wagonnet xylophone yourte zibeline zinc`.split(/\s+/)
const mot = (n: number): string => MOTS[n % MOTS.length] ?? ''

/** Four words without relation, each at its own stride. */
const PHRASES = Array.from({ length: 240 }, (_, i) =>
  [i, i * 7 + 31, i * 13 + 59, i * 29 + 83].map(mot).join(i % 3 === 0 ? ' ' : i % 3 === 1 ? '-' : ''),
)

/** As managers of passwords draw them: 60 of 16 characters, made once by `openssl rand -base64 12`-like draws and kept. */
const LETTRES = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789!#%+:=?@'
function tirage(graine: number): string {
  let etat = (graine * 2_654_435_761) >>> 0
  return Array.from({ length: 16 }, () => {
    etat = (Math.imul(etat, 1_664_525) + 1_013_904_223) >>> 0
    return LETTRES[(etat >>> 16) % LETTRES.length] ?? ''
  }).join('')
}
const TIRAGES = Array.from({ length: 60 }, (_, i) => tirage(i + 11))

export const BONS: readonly string[] = [...PHRASES, ...TIRAGES]

const DATES = [
  '1984',
  '2024',
  '2025',
  '2026',
  '19071984',
  '190784',
  '123',
  '1234',
  '12345',
  '01!',
  '2026!',
  '!!',
]
/** What everybody has, what this person has, what this house is called and does. */
const RACINES = [
  'motdepasse',
  'MotDePasse',
  'password',
  'Password',
  'azertyuiop',
  'qwertyuiop',
  'bonjour',
  'Bonjour',
  'mutuelle',
  'Mutuelle',
  'remboursement',
  'cotisation',
  'adherent',
  'vitale',
  'sante',
  'ameli',
  'soleil',
  'doudou',
  'chouchou',
  'Bérengère',
  'berengere',
  'Vandenbroucke',
  'vandenbroucke',
  'BERENGERE',
  'pontlevant',
  'Pont-Levant',
]
const COMPOSES = RACINES.flatMap((racine) => DATES.map((date) => `${racine}${date}`))

export const MAUVAIS: readonly string[] = [
  ...COMPOSES.slice(0, 270),
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'abcdefghijkl',
  'zyxwvutsrqpo',
  '123456789012',
  '000000000000',
  '112233445566',
  '987654321098',
  'azertyazerty',
  'qwertyqwerty',
  'azertyuiopqs',
  'qsdfghjklmwx',
  '1q2w3e4r5t6y',
  '1a2z3e4r5t6y',
  'motdepassemotdepasse',
  'mutuellemutuelle',
  'vanden@exemple.fr',
  'b.vanden@exemple.fr',
  '19840719-1984',
  '1984-07-19',
  '19/07/1984 !',
  'berengerevandenbroucke',
  'Vandenbroucke Bérengère',
  'remboursement mutuelle',
  'cotisation adherent',
  'm0td3p4ss3!!',
  'P@ssw0rd2026',
  'iloveyouiloveyou',
  'soleilsoleil',
  'doudoudoudou',
]
