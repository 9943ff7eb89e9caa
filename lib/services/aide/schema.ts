import { z } from 'zod'

/** What somebody looks for, from the address of the page. Too long is cut: nobody is refused help. */
export const rechercheSchema = z
  .string()
  .catch('')
  .transform((texte) => texte.normalize('NFC').replaceAll('\0', '').trim().slice(0, 200))
