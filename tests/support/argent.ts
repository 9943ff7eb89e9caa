import { reglements } from '@/lib/reglements/catalogue'
import { frapperGestion, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { importerFlux } from '@/lib/services/flux/mutations'
import { liquider } from '@/lib/services/liquidation/mutations'
import { creerComptePersonnel } from '@/lib/services/personnel/mutations'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { BON_MOT_DE_PASSE } from './comptes'
import { enMorceaux, flux, portefeuille } from './flux-de-test'

/** A fictional French account whose keys are right: bank 30006, branch 00001, number `n`. */
export function ibanDeTest(n: number): string {
  const [banque, guichet, compte] = ['30006', '00001', String(n).padStart(11, '0')]
  const cleRib = 97 - ((89 * Number(banque) + 15 * Number(guichet) + 3 * Number(compte)) % 97)
  const bban = `${banque}${guichet}${compte}${String(cleRib).padStart(2, '0')}`
  const cle = 98n - (BigInt(`${bban}152700`) % 97n)
  return `FR${String(cle).padStart(2, '0')}${bban}`
}

/** `n` families of tribu-equilibre, each with an account for its benefits but those of `sansRib`. */
export async function installerAdherents(n: number, sansRib: readonly number[] = []): Promise<void> {
  const texte = new TextDecoder().decode(
    portefeuille(n, { reglement: Object.keys(reglements)[0] ?? '', formule: 'tribu-equilibre' }),
  )
  const ribs = Array.from({ length: n }, (_, i) => i + 1)
    .filter((i) => !sansRib.includes(i))
    .map((i) => {
      const adherent = `A${String(i).padStart(4, '0')}`
      return `RIB;${adherent};;;2024-01-01;;;;;;;;;;PRESTATIONS;Nom${i} Prénom${i};${ibanDeTest(i)}`
    })
  const octets = new TextEncoder().encode([texte, ...ribs].join('\n'))
  const resultat = await importerPortefeuille(SYSTEME, octets, { porte: () => true, propose: () => true })
  if (resultat.issue !== 'IMPORTE') throw new Error(JSON.stringify(resultat))
}

export async function recevoirEtLiquider(
  id: string,
  lignes: Parameters<typeof flux>[0],
  creeLe = '2026-11-10T06:00:00+01:00',
): Promise<void> {
  const resultat = await importerFlux(SYSTEME, enMorceaux(flux(lignes, { id, creeLe }), 50_000))
  if (resultat.issue !== 'IMPORTE') throw new Error(JSON.stringify(resultat))
  await liquider()
}

export async function comptable(nom: string): Promise<PorteeGestion> {
  const compteId = await creerComptePersonnel(
    SYSTEME,
    { role: 'COMPTABLE', nom, email: `${nom.toLowerCase()}@exemple.fr`, motDePasse: BON_MOT_DE_PASSE },
    new Date(),
  )
  return frapperGestion({ type: 'GESTION', compteId, role: 'COMPTABLE' })
}

/** A pain.002 by which the bank refuses some payments of a message. */
export function rejets(
  msgId: string,
  refuses: readonly { readonly endToEndId: string; readonly code: string }[],
): Buffer {
  const operations = refuses
    .map(
      ({ endToEndId, code }) =>
        `<TxInfAndSts><OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf></TxInfAndSts>`,
    )
    .join('')
  return Buffer.from(
    `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>B1</MsgId><CreDtTm>2026-11-18T18:00:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>${msgId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>${msgId}-001</OrgnlPmtInfId>${operations}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`,
  )
}
