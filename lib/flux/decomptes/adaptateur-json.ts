import { jsonParser } from 'stream-json/core/parser.js'
import type { AdaptateurFlux, Enveloppe, LigneLue, Ouvrir } from './adaptateur'
import { RefusFlux } from './anomalie'
import { Assembleur, type ElementLu, type Objet, type Valeur } from './assembleur'
import { canonique } from './canonique'
import type { Controle, Entete } from './format'
import { decoder } from './texte'
import { caractereInterdit, fauteEnveloppe, validerLigne } from './validation'

/** What tells the parser that the text is over (stream-chain's « none », registered under this name). */
const FIN = Symbol.for('object-stream.none')

/** flux-decomptes/1 in JSON, read as a stream: neither the file nor a list of lines is ever whole in memory. */
export const ADAPTATEUR_JSON: AdaptateurFlux = {
  nom: 'flux-decomptes/1 (JSON)',
  reconnait: (tete) => {
    const debut = tete[0] === 0xef && tete[1] === 0xbb && tete[2] === 0xbf ? 3 : 0
    const premier = tete.subarray(debut).find((octet) => ![0x20, 0x09, 0x0a, 0x0d].includes(octet))
    return premier === 0x7b
  },
  controler,
  lire,
}

/** Elements of `lignes` as they come; the rest of the document at the end. @throws {RefusFlux} */
async function* elements(
  ouvrir: Ouvrir,
  racine: (valeur: Valeur | undefined) => void,
): AsyncGenerator<ElementLu[]> {
  const analyser = jsonParser({ packValues: false, streamValues: true })
  const assembleur = new Assembleur('lignes')
  const avancer = (morceau: string | symbol): ElementLu[] => {
    for (const jeton of jetons(analyser, morceau)) assembleur.lire(jeton)
    return assembleur.pretes.splice(0)
  }
  for await (const texte of decoder(ouvrir())) yield avancer(texte)
  yield avancer(FIN)
  racine(assembleur.racine)
}

function jetons(analyser: ReturnType<typeof jsonParser>, morceau: string | symbol) {
  try {
    const rendu = analyser(morceau as string)
    return typeof rendu === 'symbol' ? [] : rendu.values
  } catch (erreur) {
    // The parser only throws on what is not JSON.
    if (erreur instanceof Error) throw new RefusFlux('JSON_INVALIDE')
    throw erreur
  }
}

async function controler(ouvrir: Ouvrir): Promise<Enveloppe> {
  const sommes = { lignes: 0, depense: 0n, ro: 0n, rc: 0n }
  let document: Valeur | undefined
  const garder = (valeur: Valeur | undefined) => {
    document = valeur
  }
  for await (const lot of elements(ouvrir, garder)) {
    for (const { valeur } of lot) {
      sommes.lignes += 1
      const montants = estObjet(valeur) ? valeur.montants : null
      if (!estObjet(montants)) continue
      sommes.depense += entier(montants.depense)
      sommes.ro += entier(montants.montantRO)
      sommes.rc += entier(montants.rcDejaVerse)
    }
  }
  const enveloppe = lireEnveloppe(document)
  const { controle } = enveloppe
  comparer('controle.nombreLignes', controle.nombreLignes, BigInt(sommes.lignes))
  comparer('controle.totalDepense', controle.totalDepense, sommes.depense)
  comparer('controle.totalRO', controle.totalRO, sommes.ro)
  if (controle.totalRC !== undefined) comparer('controle.totalRC', controle.totalRC, sommes.rc)
  return enveloppe
}

const estObjet = (valeur: Valeur | undefined): valeur is Objet =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)

/** An unreadable amount counts for nothing: its line will be set aside, or the totals will not match. */
const entier = (valeur: Valeur | undefined): bigint =>
  typeof valeur === 'number' && Number.isSafeInteger(valeur) ? BigInt(valeur) : 0n

function lireEnveloppe(document: Valeur | undefined): Enveloppe {
  const faute = fauteEnveloppe(document)
  if (faute !== null) throw new RefusFlux('ENTETE_INVALIDE', faute)
  const { entete, controle } = document as unknown as { entete: Entete; controle: Controle }
  const interdit = caractereInterdit(entete, 'entete')
  if (interdit !== null)
    throw new RefusFlux('ENTETE_INVALIDE', { chemin: interdit.chemin, regle: 'caractère interdit' })
  const { idFichier, emetteur, creeLe } = entete
  const longs = [emetteur.code, emetteur.libelle ?? ' ', idFichier].some((t) => t === '' || t.length > 120)
  if (longs) throw new RefusFlux('ENTETE_INVALIDE', { chemin: 'entete', regle: '1 à 120' })
  if (creeLe < '2000' || creeLe >= '2200')
    throw new RefusFlux('ENTETE_INVALIDE', { chemin: 'entete.creeLe', regle: 'date' })
  for (const total of Object.values(controle)) {
    if (!Number.isSafeInteger(total))
      throw new RefusFlux('ENTETE_INVALIDE', { chemin: 'controle', regle: 'entier' })
  }
  return { entete, controle }
}

function comparer(chemin: string, attendu: number, lu: bigint): void {
  if (BigInt(attendu) !== lu) throw new RefusFlux('TOTAUX_FAUX', { chemin, attendu, lu: String(lu) })
}

async function* lire(ouvrir: Ouvrir, enveloppe: Enveloppe): AsyncGenerator<LigneLue> {
  for await (const lot of elements(ouvrir, () => {})) {
    for (const { rang, valeur, defaut } of lot) {
      const brut = canonique(valeur)
      if (defaut !== null) yield { rang, brut, anomalie: { motif: defaut, chemin: '' } }
      else yield { rang, brut, ...validerLigne(valeur, enveloppe) }
    }
  }
}
