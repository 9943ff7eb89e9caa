import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperAdherent, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { verifierComptes } from '@/lib/services/controle/data'
import { quitterLePrelevement, souscrirePrelevement } from '@/lib/services/mode-paiement/mutations'
import { suivreRejets } from '@/lib/services/rejet-prelevement/mutations'
import { lireRetours } from '@/lib/services/retour-bancaire/mutations'
import { chargerTarifs } from '@/lib/services/tarif/mutations'
import { tarifs } from '@/prisma/demonstration/tarifs'
import { comptable, ibanDeTest, rejets } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { contratPreleve, debitDe, debiter } from '../support/prelevements'
import { camt } from '../support/retours-sepa'

let base: pg.Pool
let fermer: () => Promise<void>
let ines: PorteeGestion
let paul: PorteeGestion
/** The bank's file is read on that day. */
const LE = dateCivile('2026-03-10')

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  await chargerTarifs(SYSTEME, tarifs)
  ines = await comptable('Ines')
  paul = await comptable('Paul')
})
afterAll(() => fermer())

/** January and February debited and paid; what is due in March comes back with that reason, by a pain.002. */
async function contratRejete(numero: string, code: string): Promise<string> {
  const id = await contratPreleve(base, numero)
  await debiter(ines, paul, '2026-02-06')
  const { msgId, endToEndId } = await debitDe(base, await debiter(ines, paul, '2026-03-06'), id)
  const octets = Buffer.from(
    String(rejets(msgId, [{ endToEndId, code }])).replace('2026-11-18T18:00:00', '2026-03-10T18:00:00'),
  )
  await lireRetours(ines, octets)
  return id
}

async function echeances(id: string): Promise<string[]> {
  const { rows } = await base.query(
    `SELECT exigible_le::text || ' ' || montant || ' ' || mode || ' ' || etat AS dit FROM echeances
      WHERE adhesion_id = $1 AND etat <> 'REMPLACEE' ORDER BY exigible_le, etat`,
    [id],
  )
  return rows.map((r) => r.dit)
}

async function mandatDe(id: string): Promise<{ revoque: boolean; fin: string | null }> {
  const { rows } = await base.query(
    'SELECT revoque_le IS NOT NULL AS revoque, fin FROM mandats WHERE adhesion_id = $1 ORDER BY signe_le DESC LIMIT 1',
    [id],
  )
  return rows[0]
}

async function lettresDe(id: string): Promise<string[]> {
  const { rows } = await base.query(
    `SELECT donnees->'faits' AS faits FROM documents WHERE adhesion_id = $1 AND nature = 'COURRIER'`,
    [id],
  )
  return rows.map(({ faits }) =>
    [
      ...faits.paragraphes,
      ...faits.suite,
      ...faits.fondements.map((f: { motif: { code: string } }) => f.motif.code),
    ]
      .join(' ')
      .replace(/[\u00a0\u202f]/g, ' '),
  )
}

const membre = async (id: string) => {
  const { rows } = await base.query('SELECT membre_participant_id AS id FROM adhesions WHERE id = $1', [id])
  const { id: personneId } = rows[0]
  const compteId = '00000000-0000-4000-8000-0000000000aa'
  return frapperAdherent({ type: 'ADHERENT', compteId, personneId, adhesions: [id], adhesionsLues: [] })
}

describe('Un prélèvement revenu (A20)', () => {
  test('faute de provision, Mutami art. 20 : le prélèvement est perdu, le reste de l’année est dû tout de suite par chèque, une lettre le dit', async () => {
    const id = await contratRejete('W0001', 'AM04')
    const suivis = await Promise.all(Array.from({ length: 8 }, () => suivreRejets(LE)))
    expect(suivis.reduce((n, s) => n + s.suivis, 0)).toBe(1)
    expect(suivis.reduce((n, s) => n + s.echecs, 0)).toBe(0)
    // 44,20 € a month: January and February paid, March back, nine months left make 397,80 €.
    expect(await echeances(id)).toEqual([
      '2026-01-06 4420 PRELEVEMENT PAYEE',
      '2026-02-06 4420 PRELEVEMENT PAYEE',
      '2026-03-06 4420 PRELEVEMENT REJETEE',
      '2026-03-10 39780 CHEQUE A_VENIR',
    ])
    expect(await mandatDe(id)).toEqual({ revoque: true, fin: 'AM04' })
    const { rows } = await base.query(
      `SELECT periodicite, mode, du::text, au::text FROM modalites_cotisation WHERE adhesion_id = $1 ORDER BY du`,
      [id],
    )
    expect(rows).toEqual([
      { periodicite: 'MENSUELLE', mode: 'PRELEVEMENT', du: '2026-01-01', au: '2026-03-09' },
      { periodicite: 'ANNUELLE', mode: 'CHEQUE', du: '2026-03-10', au: '2026-12-31' },
      { periodicite: 'TRIMESTRIELLE', mode: 'CHEQUE', du: '2027-01-01', au: null },
    ])
    const [lettre, ...autres] = await lettresDe(id)
    expect(autres).toEqual([])
    expect(lettre).toMatch(/prélèvement de 44,20 € du 6 mars 2026.*revenu impayé le 10 mars 2026/)
    expect(lettre).toMatch(/442,00 €, est à payer tout de suite/)
    expect(lettre).toMatch(/PRELEVEMENT_PERDU/)
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toEqual([])
  })

  test('perdu, l’adhérent ne peut pas le reprendre seul ; l’équipe peut en convenir avec lui', async () => {
    const id = await contratRejete('W0002', 'AM04')
    await suivreRejets(LE)
    const signature = { le: dateCivile('2026-03-17'), lieu: 'Ici', maniere: 'EN_LIGNE' } as const
    const voulu = {
      adhesionId: id,
      titulaire: 'Ada',
      iban: ibanDeTest(8100),
      periodicite: 'MENSUELLE',
      jour: 6,
      signature,
    } as const
    await expect(souscrirePrelevement(await membre(id), voulu, signature.le)).rejects.toThrow(
      /faute de provision/,
    )
    expect((await souscrirePrelevement(ines, voulu, signature.le)).issue).toBe('SIGNE')
    expect((await mandatDe(id)).revoque).toBe(false)
  })

  test.each([
    ['AC04', 'W0003', true, /compte est clos.*nouveau RIB/],
    ['MD01', 'W0004', true, /pas avoir autorisé.*a pris fin.*nouveau mandat/],
    ['MS02', 'W0005', true, /refusé ce paiement.*Contactez-nous/],
    ['MD06', 'W0006', false, /remboursement du prélèvement/],
    ['AC06', 'W0007', true, /compte est bloqué/],
  ])(
    'pour %s, le prélèvement reste possible ; le mandat finit quand la raison le dit, et la lettre dit quoi faire',
    async (code, numero, fini, phrase) => {
      const id = await contratRejete(numero, code)
      expect(await suivreRejets(LE)).toEqual({ suivis: 1, echecs: 0 })
      expect(await suivreRejets(LE)).toEqual({ suivis: 0, echecs: 0 })
      expect(await mandatDe(id)).toEqual({ revoque: fini, fin: fini ? code : null })
      expect((await echeances(id)).filter((e) => e.includes('PRELEVEMENT'))).toHaveLength(12)
      const [lettre] = await lettresDe(id)
      expect(lettre).toMatch(phrase)
      expect(lettre).toMatch(/Cette cotisation reste à payer : 44,20 €/)
      expect(lettre).toMatch(/PRELEVEMENT_CONSERVE/)
    },
  )

  test('revenu par un avis camt.054 après la date : les mêmes suites', async () => {
    const id = await contratPreleve(base, 'W0008')
    const { msgId, endToEndId } = await debitDe(base, await debiter(ines, paul, '2026-03-06'), id)
    const avis = camt(
      'camt.054',
      '08',
      'FR7630006000011234567890189',
      `<Ntry><Amt Ccy="EUR">132.60</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-09</Dt></BookgDt><AcctSvcrRef>B9</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>UPDD</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><MsgId>${msgId}</MsgId><EndToEndId>${endToEndId}</EndToEndId></Refs><Amt Ccy="EUR">132.60</Amt><CdtDbtInd>DBIT</CdtDbtInd><RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>`,
    )
    expect(await lireRetours(ines, Buffer.from(avis))).toMatchObject({ nouveaux: 1 })
    await suivreRejets(LE)
    // Three months in one debit: all three are owed again, and the nine that follow at once.
    expect((await echeances(id)).map((e) => e.split(' ').slice(1).join(' '))).toEqual([
      '4420 PRELEVEMENT REJETEE',
      '4420 PRELEVEMENT REJETEE',
      '4420 PRELEVEMENT REJETEE',
      '39780 CHEQUE A_VENIR',
    ])
    const [lettre] = await lettresDe(id)
    expect(lettre).toMatch(/530,40 €, est à payer tout de suite/)
  })

  test('SMB ne dit rien d’un rejet : la cotisation reste due, ni le prélèvement ni l’échéancier ne changent', async () => {
    const id = await contratRejete('W0011', 'AM04')
    await base.query(`UPDATE adhesions SET reglement = 'mutame-smb' WHERE id = $1`, [id])
    const avant = await echeances(id)
    expect(await suivreRejets(LE)).toEqual({ suivis: 1, echecs: 0 })
    expect(await echeances(id)).toEqual(avant)
    expect(await mandatDe(id)).toEqual({ revoque: false, fin: null })
    const [lettre] = await lettresDe(id)
    expect(lettre).toMatch(/pas assez approvisionné.*reste à payer : 44,20 €/)
    expect(lettre).not.toMatch(/frais/)
  })

  test('le titulaire est décédé : personne ne lui écrit, le mandat finit', async () => {
    const id = await contratRejete('W0009', 'MD07')
    expect(await suivreRejets(LE)).toEqual({ suivis: 1, echecs: 0 })
    expect(await mandatDe(id)).toEqual({ revoque: true, fin: 'MD07' })
    expect(await lettresDe(id)).toEqual([])
  })

  test('un mandat signé depuis, sur un autre compte, n’est pas celui dont parle la banque', async () => {
    const id = await contratPreleve(base, 'W0010')
    const { msgId, endToEndId } = await debitDe(base, await debiter(ines, paul, '2026-03-06'), id)
    const portee = await membre(id)
    await quitterLePrelevement(portee, id, dateCivile('2026-03-17'))
    const signature = { le: dateCivile('2026-03-17'), lieu: 'Ici', maniere: 'EN_LIGNE' } as const
    const { rum } = await souscrirePrelevement(
      portee,
      {
        adhesionId: id,
        titulaire: 'Ada',
        iban: ibanDeTest(8200),
        periodicite: 'MENSUELLE',
        jour: 6,
        signature,
      },
      signature.le,
    )
    const octets = String(rejets(msgId, [{ endToEndId, code: 'AC04' }])).replace('2026-11-18', '2026-03-10')
    await lireRetours(ines, Buffer.from(octets))
    await suivreRejets(dateCivile('2026-03-18'))
    const { rows } = await base.query(
      'SELECT rum, fin FROM mandats WHERE adhesion_id = $1 AND revoque_le IS NULL',
      [id],
    )
    expect(rows).toEqual([{ rum, fin: null }])
  })
})
