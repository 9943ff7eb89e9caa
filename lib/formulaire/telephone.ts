/** French numbers as they are dialled, others with the code of their country; kept as « +33612345678 ». Null: not a number. */
export function normaliserTelephone(texte: string): string | null {
  const compose = texte
    .normalize('NFKC')
    .replace(/\(0\)/g, '')
    .replace(/[\s.\-/()]/gu, '')
    .replace(/^00/, '+')
  if (/^0[1-9][0-9]{8}$/.test(compose)) return `+33${compose.slice(1)}`
  if (compose.startsWith('+33')) return /^\+33[1-9][0-9]{8}$/.test(compose) ? compose : null
  return /^\+[1-9][0-9]{6,14}$/.test(compose) ? compose : null
}

/** 06 and 07. Abroad, nobody but the country knows. */
export const estMobile = (numero: string): boolean => !numero.startsWith('+33') || /^\+33[67]/.test(numero)
