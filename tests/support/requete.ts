/** Stands for `next/headers` in tests that run no server: one request, its headers and its jar of cookies. */
interface CookiePose {
  readonly name: string
  readonly value: string
  readonly options: Readonly<Record<string, unknown>>
}

const jarre = new Map<string, CookiePose>()
let entetes = new Headers()
const oublis: (() => void)[] = []

export function nouvelleRequete(avec: Record<string, string> = {}): void {
  jarre.clear()
  entetes = new Headers(avec)
  for (const oublier of oublis) oublier()
}

/** Stands for React's `cache`, which remembers nothing outside a render: once a request, by the arguments. */
export function cacheDeRequete<A extends readonly unknown[], R>(lire: (...args: A) => R): (...args: A) => R {
  const connues = new Map<string, { readonly lu: R }>()
  oublis.push(() => connues.clear())
  return (...args) => {
    const cle = JSON.stringify(args)
    const retenu = connues.get(cle) ?? { lu: lire(...args) }
    connues.set(cle, retenu)
    return retenu.lu
  }
}

export const cookiesPoses = (): readonly CookiePose[] => [...jarre.values()]
export const poserCookieBrut = (name: string, value: string): void =>
  void jarre.set(name, { name, value, options: {} })

export const headers = async (): Promise<Headers> => entetes
export const cookies = async () => ({
  get: (name: string) => jarre.get(name),
  set: (name: string, value: string, options: Record<string, unknown>) => {
    jarre.set(name, { name, value, options })
  },
})

/** Where a thrown `redirect` goes, or « 404 » for `notFound`; null for anything else. */
export async function issueDe(promesse: Promise<unknown>): Promise<string | null> {
  try {
    await promesse
    return null
  } catch (erreur) {
    const digest = erreur instanceof Error && 'digest' in erreur ? String(erreur.digest) : ''
    if (digest.startsWith('NEXT_REDIRECT')) return digest.split(';')[2] ?? ''
    if (digest.startsWith('NEXT_HTTP_ERROR_FALLBACK;404')) return '404'
    throw erreur
  }
}

/** A form as a browser sends it. */
export function formulaire(champs: Readonly<Record<string, string | Blob | readonly string[]>>): FormData {
  const donnees = new FormData()
  for (const [nom, valeur] of Object.entries(champs))
    for (const une of Array.isArray(valeur) ? valeur : [valeur]) donnees.append(nom, une)
  return donnees
}
