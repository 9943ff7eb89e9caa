import { ajouterJours, type DateCivile, dateCivile, premierJanvier } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { frapperGestion, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { appelerEcheances, ecrireEcheancier, genererEcheanciers } from '@/lib/services/echeancier/mutations'
import { emettreLot } from '@/lib/services/emission-bancaire/mutations'
import { encaisserEcheances } from '@/lib/services/encaissement/mutations'
import { inscrireLot, validerLot } from '@/lib/services/lot-bancaire/mutations'
import { preparerPrelevements } from '@/lib/services/prelevement/mutations'
import { suivreRejets } from '@/lib/services/rejet-prelevement/mutations'
import { lireRetours } from '@/lib/services/retour-bancaire/mutations'
import { chargerTarifs } from '@/lib/services/tarif/mutations'
import { reserverTropPercus } from '@/lib/services/trop-percu/mutations'
import { JOUR_DEMONSTRATION } from '@/prisma/demonstration/calendrier'
import { ANNEES, DELAI_CHEQUE, FIN_TARDIVE, IMPAYE, REJET } from '@/prisma/demonstration/cotisations'
import { familles } from '@/prisma/demonstration/familles'
import { tarifs } from '@/prisma/demonstration/tarifs'
import type { Dire } from './chargement'

/** Tariffs, schedules, then what was paid: by real batches, day by day, and by the cheques that came. */
export async function deroulerCotisations(dire: Dire): Promise<void> {
  const charges = await chargerTarifs(SYSTEME, tarifs)
  let ecrits = 0
  for (const an of ANNEES) ecrits += (await genererEcheanciers(an, JOUR_DEMONSTRATION)).ecrits
  if (ecrits === 0) {
    dire('Cotisations : déjà chargées.')
    return
  }
  const [preparateur, controleur] = [await acteur('COMPTABLE'), await acteur('SUPERVISEUR')]
  await ecrireSansLaFin()
  const jours = await joursDePrelevement()
  for (const executionLe of jours.filter((j) => j <= FIN_TARDIVE.connueLe))
    await prelever(preparateur, controleur, executionLe)
  await rendre(preparateur, controleur)
  for (const executionLe of jours.filter((j) => j > FIN_TARDIVE.connueLe))
    await prelever(preparateur, controleur, executionLe)
  await rejeter(preparateur)
  const cheques = await encaisserCheques(preparateur)
  await appelerEcheances(JOUR_DEMONSTRATION)
  dire(
    `Cotisations : ${charges} tarifs, ${ecrits} échéanciers, ${jours.length} lots de prélèvements, ${cheques} chèques et précomptes.`,
  )
}

async function acteur(role: 'COMPTABLE' | 'SUPERVISEUR'): Promise<PorteeGestion> {
  const rows = await ecrire(SYSTEME, async (client) => {
    const lus = await client.query<{ id: string }>(
      'SELECT id FROM comptes WHERE role = $1::"RoleCompte" LIMIT 1',
      [role],
    )
    return lus.rows
  })
  const compteId = rows[0]?.id
  if (compteId === undefined) throw new Error(`la démonstration n’a pas de ${role}`)
  return frapperGestion({ type: 'GESTION', compteId, role })
}

const joursDePrelevement = (): Promise<DateCivile[]> =>
  ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ jour: DateCivile }>(
      `SELECT DISTINCT exigible_le AS jour FROM echeances WHERE mode = 'PRELEVEMENT' AND etat = 'A_VENIR' AND montant > 0
        AND exigible_le <= $1 ORDER BY 1`,
      [JOUR_DEMONSTRATION],
    )
    return rows.map(({ jour }) => jour)
  })

/** Prepared a week before, checked by somebody else, sent to the bank. */
async function prelever(
  preparateur: PorteeGestion,
  controleur: PorteeGestion,
  executionLe: DateCivile,
): Promise<void> {
  const jour = ajouterJours(executionLe, -7)
  const { lotId } = await preparerPrelevements(preparateur, { executionLe, jour })
  if (lotId === null) throw new Error(`rien à prélever le ${executionLe}`)
  await validerLot(controleur, lotId)
  await emettreLot(lotId, new Date(`${jour}T09:00:00Z`))
}

/** Where a contract says that it ends. */
const FINS = [
  ['adhesions', 'id', 'date_fin'],
  ['choix_formules', 'adhesion_id', 'au'],
  ['beneficiaires', 'adhesion_id', 'au'],
] as const

async function contratFini(): Promise<{ readonly id: string; readonly fin: DateCivile }> {
  const lu = await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ id: string; fin: DateCivile }>(
      'SELECT id, date_fin AS fin FROM adhesions WHERE numero_adherent = $1 AND date_fin IS NOT NULL',
      [numeroDe(FIN_TARDIVE.famille)],
    )
    return rows[0]
  })
  if (lu === undefined) throw new Error(`la démonstration n’a pas la fin du contrat ${FIN_TARDIVE.famille}`)
  return lu
}

/** The schedule as it was written when nobody knew of the end: the rows are put back as they were, whatever happens. */
async function ecrireSansLaFin(): Promise<void> {
  const { id, fin } = await contratFini()
  const poser = (de: DateCivile | null, vers: DateCivile | null) =>
    ecrire(SYSTEME, async (client) => {
      for (const [table, cle, colonne] of FINS)
        await client.query(
          `UPDATE ${table} SET ${colonne} = $2::date WHERE ${cle} = $1 AND ${colonne} IS NOT DISTINCT FROM $3::date`,
          [id, vers, de],
        )
    })
  await poser(fin, null)
  try {
    const { issue } = await ecrireEcheancier(id, FIN_TARDIVE.annee, premierJanvier(FIN_TARDIVE.annee))
    if (issue !== 'ECRIT') throw new Error(`échéancier de ${FIN_TARDIVE.famille} : ${issue}`)
  } finally {
    await poser(null, fin)
  }
}

/** The end is known: what was debited for the days after it goes back, by the same hands as any transfer. */
async function rendre(preparateur: PorteeGestion, controleur: PorteeGestion): Promise<void> {
  const [connueLe, virementLe] = [dateCivile(FIN_TARDIVE.connueLe), dateCivile(FIN_TARDIVE.virementLe)]
  await ecrireEcheancier((await contratFini()).id, FIN_TARDIVE.annee, connueLe)
  const lotId = await ecrire(SYSTEME, async (client) =>
    inscrireLot(
      client,
      'VIREMENT',
      virementLe,
      preparateur,
      await reserverTropPercus(client, virementLe, connueLe),
    ),
  )
  await validerLot(controleur, lotId)
  await emettreLot(lotId, new Date(`${connueLe}T09:00:00Z`))
}

/** What the bank said of one debit, read as any file of the bank. */
async function rejeter(preparateur: PorteeGestion): Promise<void> {
  const ordre = await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ msgId: string; endToEndId: string }>(
      `SELECT l.msg_id AS "msgId", o.end_to_end_id AS "endToEndId" FROM ordres_bancaires o
        JOIN lots_bancaires l ON l.id = o.lot_id JOIN adhesions a ON a.id = o.adhesion_id
        WHERE a.numero_adherent = $1 AND l.execution_le = $2`,
      [numeroDe(REJET.famille), REJET.executionLe],
    )
    return rows[0]
  })
  if (ordre === undefined) throw new Error('le prélèvement à rejeter n’existe pas')
  const { nouveaux } = await lireRetours(preparateur, fichierDeRejet(ordre))
  if (nouveaux !== 1) throw new Error('le rejet n’a pas été lu')
  await suivreRejets(dateCivile(REJET.connuLe))
}

const numeroDe = (cle: string): string =>
  familles.find((famille) => famille.cle === cle)?.numeroAdherent ?? ''

const fichierDeRejet = ({ msgId, endToEndId }: { msgId: string; endToEndId: string }): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>
<GrpHdr><MsgId>BANQUE-${REJET.connuLe}</MsgId><CreDtTm>${REJET.connuLe}T18:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${msgId}</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.02</OrgnlMsgNmId></OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>${msgId}-001</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId>
<TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>${REJET.code}</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts>
</CstmrPmtStsRpt></Document>`,
  )

/** Every cheque due, and what employers take from the pay, came a few days later, but one cheque. @returns how many. */
async function encaisserCheques(preparateur: PorteeGestion): Promise<number> {
  const dus = await ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ id: string; exigibleLe: DateCivile; numero: string }>(
      `SELECT e.id, e.exigible_le AS "exigibleLe", a.numero_adherent AS numero FROM echeances e
        JOIN adhesions a ON a.id = e.adhesion_id WHERE e.mode IN ('CHEQUE', 'PRECOMPTE') AND e.etat = 'A_VENIR' AND e.montant > 0
        AND e.exigible_le <= $1 ORDER BY e.exigible_le, a.numero_adherent`,
      [ajouterJours(JOUR_DEMONSTRATION, -DELAI_CHEQUE)],
    )
    return rows
  })
  const venus = dus.filter(
    ({ exigibleLe, numero }) =>
      exigibleLe !== dateCivile(IMPAYE.exigibleLe) || numero !== numeroDe(IMPAYE.famille),
  )
  for (const { id, exigibleLe } of venus)
    await encaisserEcheances(preparateur, { echeances: [id], jour: ajouterJours(exigibleLe, DELAI_CHEQUE) })
  return venus.length
}
