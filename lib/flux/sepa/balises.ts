import type { TitulaireEcrit } from './champs-lot'

/** The set has no &, < or >: nothing to escape once a text went through it. */
export const balise = (nom: string, contenu: string): string => `<${nom}>${contenu}</${nom}>`

/** 1230 → « 12.30 » */
export function decimal(centimes: number | bigint): string {
  const chiffres = String(centimes).padStart(3, '0')
  return `${chiffres.slice(0, -2)}.${chiffres.slice(-2)}`
}

export const montantEur = (centimes: number): string => `<InstdAmt Ccy="EUR">${decimal(centimes)}</InstdAmt>`

export const compte = (nom: string, iban: string): string => balise(nom, balise('Id', balise('IBAN', iban)))

/** By its BIC alone, or said not to be given: no name, no address. */
export const agence = (nom: string, bic: string | null, baliseBic: 'BIC' | 'BICFI'): string =>
  balise(
    nom,
    balise('FinInstnId', bic === null ? balise('Othr', balise('Id', 'NOTPROVIDED')) : balise(baliseBic, bic)),
  )

export const partie = (nom: string, titulaire: Pick<TitulaireEcrit, 'nom'>): string =>
  balise(nom, balise('Nm', titulaire.nom))

/** `nom`: only where the former name of the creditor is told; the French banks refuse it elsewhere. */
export const schemaCreancier = (nomBalise: string, ics: string | null, nom: string | null): string =>
  balise(
    nomBalise,
    [
      nom === null ? '' : balise('Nm', nom),
      ics === null
        ? ''
        : balise(
            'Id',
            balise(
              'PrvtId',
              balise('Othr', `${balise('Id', ics)}${balise('SchmeNm', balise('Prtry', 'SEPA'))}`),
            ),
          ),
    ].join(''),
  )
