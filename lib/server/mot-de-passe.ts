import { hash, parseOptions, verify } from '@node-rs/argon2'

/** argon2id. 64 MiB a hash, so that a few at once do not eat the machine: see `aTour`. */
const PARAMETRES = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const
const A_LA_FOIS = 4

/** Long enough for any sentence; bounded, because somebody could send a megabyte. */
export const LONGUEUR_MAX = 256

const file: (() => void)[] = []
let enCours = 0

async function aTour<T>(travail: () => Promise<T>): Promise<T> {
  if (enCours >= A_LA_FOIS) await new Promise<void>((passer) => file.push(passer))
  else enCours += 1
  try {
    return await travail()
  } finally {
    const suivant = file.shift()
    if (suivant === undefined) enCours -= 1
    else suivant()
  }
}

/** PHC string. The exact bytes typed, never normalised or cut. */
export const hacher = (motDePasse: string): Promise<string> => aTour(() => hash(motDePasse, PARAMETRES))

let factice: Promise<string> | undefined

/** One verification whatever happens: an unknown account costs the same work as a known one. */
export async function verifierMotDePasse(hache: string | null, motDePasse: string): Promise<boolean> {
  factice ??= hacher(crypto.randomUUID())
  const leurre = await factice
  const juste = await aTour(() => verify(hache ?? leurre, motDePasse))
  return juste && hache !== null
}

/** True when the stored hash was made with parameters that are no longer ours. */
export function aRehacher(hache: string): boolean {
  const lus = parseOptions(hache)
  return (
    lus.algorithm !== PARAMETRES.algorithm ||
    lus.memoryCost !== PARAMETRES.memoryCost ||
    lus.timeCost !== PARAMETRES.timeCost ||
    lus.parallelism !== PARAMETRES.parallelism
  )
}
