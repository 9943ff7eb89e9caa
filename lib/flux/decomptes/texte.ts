import { RefusFlux } from './anomalie'

/** The file as text: UTF-8 only, byte-order mark dropped. @throws {RefusFlux} ENCODAGE */
export async function* decoder(octets: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decodeur = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const morceau of octets) yield decodeur.decode(morceau, { stream: true })
    yield decodeur.decode()
  } catch (erreur) {
    if (erreur instanceof TypeError && Reflect.get(erreur, 'code') === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new RefusFlux('ENCODAGE')
    }
    throw erreur
  }
}
