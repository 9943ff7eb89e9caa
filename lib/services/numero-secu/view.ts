/** « 1 85 •• •• ••• ••• »: what is enough to know whose it is, and useless to anybody else. */
export const masquerNumero = (nir: string): string => `${nir.slice(0, 1)} ${nir.slice(1, 3)} •• •• ••• •••`

/** « 1 85 07 99 123 456 », as on a card, without its key. */
export const ecrireNumero = (nir: string): string =>
  [
    nir.slice(0, 1),
    nir.slice(1, 3),
    nir.slice(3, 5),
    nir.slice(5, 7),
    nir.slice(7, 10),
    nir.slice(10, 13),
  ].join('\u00a0')
