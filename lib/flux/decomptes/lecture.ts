import type { AdaptateurFlux, Enveloppe, Ouvrir } from './adaptateur'
import { ADAPTATEUR_JSON } from './adaptateur-json'
import { RefusFlux } from './anomalie'

/** The formats this deployment reads. */
const ADAPTATEURS: readonly AdaptateurFlux[] = [ADAPTATEUR_JSON]

const OCTETS_DE_TETE = 512

/** The adapter whose format this is. @throws {RefusFlux} ENCODAGE, FORMAT_INCONNU */
export async function choisirAdaptateur(ouvrir: Ouvrir): Promise<AdaptateurFlux> {
  let tete = new Uint8Array()
  for await (const morceau of ouvrir()) {
    tete = Uint8Array.from([...tete, ...morceau.subarray(0, OCTETS_DE_TETE)])
    if (tete.length >= OCTETS_DE_TETE) break
  }
  const adaptateur = ADAPTATEURS.find((candidat) => candidat.reconnait(tete))
  if (adaptateur !== undefined) return adaptateur
  const utf16 =
    (tete[0] === 0xff && tete[1] === 0xfe) || (tete[0] === 0xfe && tete[1] === 0xff) || tete[0] === 0
  throw new RefusFlux(utf16 ? 'ENCODAGE' : 'FORMAT_INCONNU')
}

/** First pass: whose file it is, and whether its totals are those of its lines. @throws {RefusFlux} */
export async function controlerFlux(
  adaptateur: AdaptateurFlux,
  ouvrir: Ouvrir,
  numeroAmc: string,
): Promise<Enveloppe> {
  const enveloppe = await adaptateur.controler(ouvrir)
  if (enveloppe.entete.numeroAmc !== numeroAmc) {
    throw new RefusFlux('AUTRE_ORGANISME', {
      chemin: 'entete.numeroAmc',
      attendu: numeroAmc,
      lu: enveloppe.entete.numeroAmc,
    })
  }
  return enveloppe
}
