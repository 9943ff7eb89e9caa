import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { dechiffrer } from '@/lib/server/chiffrement'
import { lire } from '@/lib/server/db'
import { hacher } from '@/lib/server/mot-de-passe'
import { frapperAdherent, type PorteeAdherent, type PorteeGestion } from '@/lib/server/portee'
import { accepterPaiementDirect, refuserPaiementDirect } from '@/lib/services/beneficiaire/mutations'
import { verifierComptes } from '@/lib/services/controle/data'
import { emettreLot } from '@/lib/services/emission-bancaire/mutations'
import { lignesExportees } from '@/lib/services/export-donnees/data'
import { changerLecture } from '@/lib/services/lecture-soins/mutations'
import { abandonnerLot, validerLot } from '@/lib/services/lot-bancaire/mutations'
import { loadAttentes } from '@/lib/services/paiement/data'
import { articleCite, lireUne } from '@/lib/services/remboursement/data'
import { voirLigne, voirVersement } from '@/lib/services/remboursement/view'
import { lireRetours } from '@/lib/services/retour-bancaire/mutations'
import { loadRibs } from '@/lib/services/rib/data'
import { annulerRib, changerRib } from '@/lib/services/rib/mutations'
import { ribSchema } from '@/lib/services/rib/schema'
import { voirRibs } from '@/lib/services/rib/view'
import { preparerVersements } from '@/lib/services/versement/mutations'
import { compenser } from '@/lib/services/versement/view'
import { comptable, ibanDeTest, installerAdherents, recevoirEtLiquider, rejets } from '../support/argent'
import { baseDeFlux } from '../support/base-flux'
import { BON_MOT_DE_PASSE, travauxEnAttente } from '../support/comptes'
import { consultation } from '../support/flux-de-test'
import { pdf } from '../support/pdf-pieges'

/** Sunday; an account given then serves on Monday; the transfers are of Tuesday. */
const JOUR = dateCivile('2026-11-15')
const DEMAIN = dateCivile('2026-11-16')
const MARDI = dateCivile('2026-11-17')
/** Seventeen that day. */
const NAISSANCE = '2009-06-15'
const IBAN_ENFANT = ibanDeTest(777)

let base: pg.Pool
let fermer: () => Promise<void>
let ines: PorteeGestion
let paul: PorteeGestion
let octets: Uint8Array<ArrayBuffer>
let hache: string

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  process.env.PORTAIL_TODAY = JOUR
  octets = new Uint8Array(await pdf())
  await installerAdherents(15, [9])
  hache = await hacher(BON_MOT_DE_PASSE)
  await base.query(`UPDATE personnes SET date_naissance = $1 WHERE prenom LIKE 'Enfant%'`, [NAISSANCE])
  ines = await comptable('Ines')
  paul = await comptable('Paul')
})
afterAll(() => fermer())

interface Famille {
  readonly adhesionId: string
  readonly parent: PorteeAdherent
  readonly enfant: PorteeAdherent
}

/** Family n: its two accounts of the portal. */
async function famille(n: number): Promise<Famille> {
  const { rows } = await base.query<{ id: string; adhesion_id: string; prenom: string }>(
    `SELECT p.id, b.adhesion_id, p.prenom FROM personnes p JOIN beneficiaires b ON b.personne_id = p.id
      WHERE p.nom = $1 ORDER BY b.lien`,
    [`Nom${n}`],
  )
  const adhesionId = rows[0]?.adhesion_id ?? ''
  const compte = async (personneId: string, email: string) => {
    const lu = await base.query<{ id: string }>(
      `INSERT INTO comptes (role, statut, personne_id, email, nom_affiche, mot_de_passe, email_confirme_le, conditions_version,
          conditions_acceptees_le)
        VALUES ('ADHERENT', 'ACTIF', $1, $2, 'x', $3, now(), '1', now()) RETURNING id`,
      [personneId, email, hache],
    )
    return lu.rows[0]?.id ?? ''
  }
  const [parent, enfant] = [
    rows.find((r) => r.prenom.startsWith('Prénom'))?.id ?? '',
    rows.find((r) => r.prenom.startsWith('Enfant'))?.id ?? '',
  ]
  return {
    adhesionId,
    parent: frapperAdherent({
      type: 'ADHERENT',
      compteId: await compte(parent, `parent${n}@exemple.fr`),
      personneId: parent,
      adhesions: [adhesionId],
      adhesionsLues: [],
    }),
    enfant: frapperAdherent({
      type: 'ADHERENT',
      compteId: await compte(enfant, `enfant${n}@exemple.fr`),
      personneId: enfant,
      adhesions: [],
      adhesionsLues: [adhesionId],
    }),
  }
}

const soinEnfant = (id: string, n: number) =>
  consultation(id, n, { beneficiaire: { dateNaissance: NAISSANCE, rangNaissance: 1 } })

const rib = (adhesion: string, version: number, iban: string, titulaire = 'Enfant Essai') => {
  const { motDePasse: _, ...saisie } = ribSchema.parse({
    adhesion,
    version: String(version),
    titulaire,
    iban,
    bic: '',
    justificatif: new File([octets], 'rib.pdf', { type: 'application/pdf' }),
    motDePasse: 'x',
  })
  return saisie
}
const moment = (jour = JOUR) => ({ jour, instant: new Date() })
const donner = (f: Famille, iban = IBAN_ENFANT, version = 0) =>
  changerRib(f.enfant, rib(f.adhesionId, version, iban), moment())

/** Account, amount in cents and grounds of each transfer of the contract in that batch, those of the contract first. */
async function virements(lotId: string | null, f: Famille) {
  const { rows } = await base.query<{ id: string; iban_chiffre: Buffer; montant: string; motifs: unknown }>(
    `SELECT o.id, o.iban_chiffre, o.montant, l.motifs FROM ordres_bancaires o JOIN ordres_prestations l ON l.ordre_id = o.id
      JOIN comptes_bancaires b ON b.id = o.compte_bancaire_id
      WHERE o.lot_id = $1 AND o.adhesion_id = $2 ORDER BY b.personne_id NULLS FIRST, o.rang`,
    [lotId, f.adhesionId],
  )
  return rows.map((r) => ({
    iban: dechiffrer(r.iban_chiffre, `ordres_bancaires:${r.id}`),
    montant: Number(r.montant),
    motifs: voirVersement(r.motifs, { article: articleCite }),
  }))
}
const preparer = (executionLe = MARDI) => preparerVersements(ines, { executionLe, jour: JOUR })
const refus = (promesse: Promise<unknown>) => expect(promesse).rejects

/** The batch is given up, so that the next test finds what is due as it was. */
async function voirPuisAbandonner(f: Famille, executionLe = MARDI) {
  const { lotId } = await preparer(executionLe)
  const lus = await virements(lotId, f)
  await abandonnerLot(paul, lotId ?? '')
  return lus
}

describe('À 16 ans, paiement direct sauf refus (A34)', () => {
  test('Mutami : ses soins vont sur son compte, ceux du parent sur celui du contrat, et chacun lit à qui et pourquoi', async () => {
    const f = await famille(1)
    await recevoirEtLiquider('F1', [consultation('P1', 1), soinEnfant('E1', 1)])
    expect(await donner(f)).toContain('à partir du 16 novembre 2026')
    const { lotId } = await preparer()
    // 30,00 € of fee, 70 % less 2 € by the AMO: 9,00 € each by the mutuelle.
    const [contrat, propre, ...reste] = await virements(lotId, f)
    expect(reste).toEqual([])
    expect(contrat).toEqual({ iban: ibanDeTest(1), montant: 900, motifs: [] })
    expect(propre).toMatchObject({ iban: IBAN_ENFANT, montant: 900 })
    expect(propre?.motifs[0]?.phrase).toBe(
      'À partir de 16 ans, un ayant droit reçoit lui-même ses remboursements, sur son propre compte, sauf s’il refuse.',
    )
    expect(propre?.motifs[0]?.article).toContain('25')
    await validerLot(paul, lotId ?? '')
    await emettreLot(lotId ?? '')
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toEqual([])

    const { rows } = await base.query<{ id: string; compte_propre: boolean }>(
      'SELECT id, compte_propre FROM prestations WHERE personne_id = $1',
      [f.enfant.personneId],
    )
    const id = rows[0]?.id ?? ''
    expect(rows).toEqual([{ id, compte_propre: true }])
    // From sixteen on the detail is the child's; the parent reads it once the child agrees.
    expect(await lireUne(f.parent, id)).toBeNull()
    await changerLecture(f.enfant, f.adhesionId, 'ACCORDER', JOUR)
    for (const [acteur, dit] of [
      [f.parent, 'Versé le 17/11/2026 à Enfant1, sur son propre compte'],
      [f.enfant, 'Versé le 17/11/2026 à vous, sur votre compte'],
    ] as const) {
      const lue = await lireUne(acteur, id)
      if (lue === null) throw new Error('remboursement introuvable')
      const lecteur = { adhesions: acteur.adhesions, article: articleCite, personnes: lue.personnes }
      expect(voirLigne(lue.ligne, lecteur).etat.phrase).toBe(dit)
      expect(voirVersement(lue.motifsVersement, lecteur)).toHaveLength(1)
      expect(JSON.stringify(lue, (_c, v) => (typeof v === 'bigint' ? String(v) : v))).not.toContain(
        IBAN_ENFANT.slice(-4),
      )
    }
  })

  test('refusé : sur le compte du contrat, qui le dit ; le refus levé, sur le sien de nouveau', async () => {
    const f = await famille(2)
    await recevoirEtLiquider('F2', [soinEnfant('E2', 2)])
    await donner(f)
    await refuserPaiementDirect(f.enfant, f.adhesionId, JOUR)
    const [refuse] = await voirPuisAbandonner(f)
    expect(refuse?.iban).toBe(ibanDeTest(2))
    expect(refuse?.motifs[0]?.phrase).toContain('Il a refusé : ils vont sur le compte du contrat')
    await refus(donner(f, ibanDeTest(778), 1)).toThrow(/restent sur le compte du contrat/)
    await accepterPaiementDirect(f.enfant, f.adhesionId, JOUR)
    expect((await voirPuisAbandonner(f)).map((v) => v.iban)).toEqual([IBAN_ENFANT])
  })

  test('sans compte à lui, ou pas encore ce jour-là : sur celui du contrat, qui le dit', async () => {
    const f = await famille(3)
    await recevoirEtLiquider('F3', [soinEnfant('E3', 3)])
    const phrase =
      'À partir de 16 ans, un ayant droit reçoit lui-même ses remboursements. Il n’avait pas donné de compte qui serve le '
    const [sans] = await voirPuisAbandonner(f)
    expect(sans?.motifs[0]?.phrase).toBe(`${phrase}17 novembre 2026 : celui du contrat les reçoit.`)
    await donner(f)
    // Given on Sunday, it serves on Monday: a transfer of Monday finds it, those of a day before do not.
    expect((await voirPuisAbandonner(f, DEMAIN)).map((v) => v.iban)).toEqual([IBAN_ENFANT])
    const [avant] = await voirPuisAbandonner(f, JOUR)
    expect(avant?.iban).toBe(ibanDeTest(3))
    expect(avant?.motifs[0]?.phrase).toBe(`${phrase}15 novembre 2026 : celui du contrat les reçoit.`)
  })

  test.each([
    ['la veille de ses 16 ans', 4, 'mutami', '2010-11-18', false],
    ['le jour de ses 16 ans', 5, 'mutami', '2010-11-17', true],
    ['Savoie Mont-Blanc', 6, 'mutame-smb', NAISSANCE, true],
    ['un règlement qui n’en dit rien : Ociane', 7, 'ociane-collectif', NAISSANCE, false],
    ['un règlement qui n’en dit rien : Mieux-Etre', 8, 'mieux-etre', NAISSANCE, false],
    ['un règlement sans rien à 16 ans : Mutame & Plus', 10, 'mutame-plus', NAISSANCE, false],
  ])('%s : payé sur le compte qu’il faut', async (_cas, n, reglement, naissance, direct) => {
    const f = await famille(n)
    await recevoirEtLiquider(`F${n}`, [soinEnfant(`E${n}`, n)])
    await donner(f)
    await base.query('UPDATE adhesions SET reglement = $2 WHERE id = $1', [f.adhesionId, reglement])
    await base.query('UPDATE personnes SET date_naissance = $2 WHERE id = $1', [
      f.enfant.personneId,
      naissance,
    ])
    const lus = await voirPuisAbandonner(f)
    expect(lus.map((v) => v.iban)).toEqual([direct ? IBAN_ENFANT : ibanDeTest(n)])
    expect(lus[0]?.motifs).toHaveLength(direct ? 1 : 0)
    // What the page offers follows the same rule, on the day one asks.
    const offert = voirRibs(await loadRibs(f.enfant, MARDI), MARDI)
    expect(offert.map((c) => c.propre?.refuse)).toEqual(direct ? [false] : [])
    if (!direct && n !== 4) await refus(donner(f, ibanDeTest(779), 1)).toThrow(/rien n’a été changé/)
  })

  test('un contrat sans compte : ses soins à lui partent, ceux du parent attendent, et la gestion le compte ainsi', async () => {
    const f = await famille(9)
    await recevoirEtLiquider('F9', [consultation('P9', 9), soinEnfant('E9', 9)])
    const avant = await loadAttentes(ines, MARDI)
    await donner(f)
    const apres = await loadAttentes(ines, MARDI)
    const nombre = (lues: typeof avant, motif: string) => lues.find((l) => l.motif === motif)?.nombre ?? 0
    expect(nombre(avant, 'SANS_RIB') - nombre(apres, 'SANS_RIB')).toBe(1)
    expect(nombre(apres, 'PRET') - nombre(avant, 'PRET')).toBe(1)
    const lus = await voirPuisAbandonner(f)
    expect(lus.map((v) => [v.iban, v.montant])).toEqual([[IBAN_ENFANT, 900]])
  })

  test('ce que doit le contrat se retient sur ses remboursements, jamais sur ceux versés à l’ayant droit', () => {
    const du = { entamee: false, tiersId: null, adhesionId: 'a', titulaire: '', iban: '', motifs: [] }
    const lot = [
      { ...du, id: 'e', montant: 900, compteBancaireId: 'e', comptePropre: true },
      { ...du, id: 'p', montant: 900, compteBancaireId: 'c', comptePropre: false },
    ]
    const { retenues, restes } = compenser(lot, [{ debiteurId: 'a', montant: 1500 }])
    expect(retenues.map((r) => [r.prestationId, r.montant])).toEqual([['p', 900]])
    expect(restes.map((r) => [r.id, r.montant])).toEqual([['e', 900]])
  })

  test('un virement qui revient : son compte à lui prend fin, celui du contrat non, et le remboursement est dû de nouveau', async () => {
    const f = await famille(11)
    await recevoirEtLiquider('F11', [consultation('P11', 11), soinEnfant('E11', 11)])
    await donner(f)
    const { lotId } = await preparer()
    await validerLot(paul, lotId ?? '')
    await emettreLot(lotId ?? '')
    const { rows } = await base.query<{ msg_id: string; end_to_end_id: string }>(
      `SELECT l.msg_id, o.end_to_end_id FROM ordres_bancaires o JOIN lots_bancaires l ON l.id = o.lot_id
        JOIN comptes_bancaires b ON b.id = o.compte_bancaire_id WHERE l.id = $1 AND b.personne_id = $2`,
      [lotId, f.enfant.personneId],
    )
    const [revenu] = rows
    await lireRetours(
      ines,
      rejets(revenu?.msg_id ?? '', [{ endToEndId: revenu?.end_to_end_id ?? '', code: 'AC04' }]),
    )
    const comptes = await base.query<{ propre: boolean; ouvert: boolean }>(
      `SELECT personne_id IS NOT NULL AS propre, au IS NULL AS ouvert FROM comptes_bancaires WHERE adhesion_id = $1 AND usage = 'PRESTATIONS'
        ORDER BY 1`,
      [f.adhesionId],
    )
    expect(comptes.rows).toEqual([
      { propre: false, ouvert: true },
      { propre: true, ouvert: false },
    ])
    const prestations = await base.query(
      'SELECT etat, compte_propre FROM prestations WHERE adhesion_id = $1 ORDER BY etat',
      [f.adhesionId],
    )
    expect(prestations.rows).toEqual([
      { etat: 'A_PAYER', compte_propre: false },
      { etat: 'PAYEE', compte_propre: false },
    ])
    expect((await verifierComptes()).filter((c) => c.fautes > 0)).toEqual([])
  })
})

describe('ni le parent ni l’enfant ne voit le compte de l’autre', () => {
  test('A03, I09 : ni, dans le livre ou la copie de ses données, ce qui est dû ou versé pour les soins de l’autre', async () => {
    const f = await famille(15)
    await recevoirEtLiquider('F15', [consultation('P15', 15), soinEnfant('E15', 15)])
    await donner(f)
    const { lotId } = await preparer()
    await validerLot(paul, lotId ?? '')
    await emettreLot(lotId ?? '')
    const { rows } = await base.query<{ operation: string; piece_id: string; sien: boolean }>(
      `SELECT e.operation, e.piece_id, coalesce(p.personne_id, b.personne_id) IS NOT DISTINCT FROM $2::uuid AS sien FROM ecritures e
        JOIN comptes_livre c ON c.id IN (e.debit_id, e.credit_id) AND c.adhesion_id = $1
        LEFT JOIN prestations p ON p.id = e.piece_id LEFT JOIN ordres_bancaires o ON o.id = e.piece_id
        LEFT JOIN comptes_bancaires b ON b.id = o.compte_bancaire_id ORDER BY e.rang`,
      [f.adhesionId, f.enfant.personneId],
    )
    // Of each of them: what is owed, what left.
    expect(rows.map((r) => r.operation).sort()).toEqual([
      'PRESTATION_DUE',
      'PRESTATION_DUE',
      'VERSEMENT',
      'VERSEMENT',
    ])
    const pieces = (garder: (ligne: (typeof rows)[number]) => boolean) =>
      rows
        .filter(garder)
        .map((r) => r.piece_id)
        .sort()
    const duParent = pieces((r) => !r.sien)
    expect(duParent).toHaveLength(2)
    const lues = (acteur: PorteeAdherent) =>
      lire(acteur, async (tx) =>
        (await tx.ecriture.findMany({ select: { pieceId: true } })).map((e) => e.pieceId).sort(),
      )
    const copiees = async (acteur: PorteeAdherent) => {
      const vues: unknown[] = []
      for await (const ligne of lignesExportees(acteur, 'ecritures')) vues.push(ligne.piece_id)
      return vues.sort()
    }
    expect(await lues(f.parent)).toEqual(duParent)
    expect(await copiees(f.parent)).toEqual(duParent)
    expect([await lues(f.enfant), await copiees(f.enfant)]).toEqual([[], []])
    // An agreement lets the parent read the care, not the account it was paid to; the copy stays that of one person.
    await changerLecture(f.enfant, f.adhesionId, 'ACCORDER', JOUR)
    expect(await lues(f.parent)).toEqual(pieces((r) => !r.sien || r.operation === 'PRESTATION_DUE'))
    expect(await copiees(f.parent)).toEqual(duParent)
  })

  test('ni compte, ni changement, ni ordre ; le message d’alerte va aux deux et ne dit rien du compte', async () => {
    const f = await famille(12)
    await recevoirEtLiquider('F12', [consultation('P12', 12), soinEnfant('E12', 12)])
    await donner(f)
    const { lotId } = await preparer()
    for (const [acteur, fin] of [
      [f.parent, ibanDeTest(12).slice(-4)],
      [f.enfant, IBAN_ENFANT.slice(-4)],
    ] as const) {
      const vus = await lire(acteur, async (tx) => ({
        comptes: await tx.compteBancaire.findMany({ select: { ibanFin: true } }),
        ordres: await tx.ordreBancaire.findMany({ where: { lotId: lotId ?? '' }, select: { ibanFin: true } }),
        changements: await tx.changementRib.count(),
        liens: await tx.ordrePrestation.count({ where: { ordre: { is: {} } } }),
      }))
      expect(vus.comptes).toEqual([{ ibanFin: fin }])
      expect(vus.ordres).toEqual([{ ibanFin: fin }])
      expect(vus.changements).toBe(acteur === f.enfant ? 1 : 0)
      expect(vus.liens).toBe(1)
      const [page, ...autres] = voirRibs(await loadRibs(acteur, DEMAIN), DEMAIN)
      expect(page?.prestations?.fin).toBe(`…\u00a0${fin}`)
      expect(autres).toEqual([])
    }
    await abandonnerLot(paul, lotId ?? '')
    const { rows } = await base.query<{ id: string }>(`SELECT id FROM courriels WHERE compte_id = ANY ($1)`, [
      [f.parent.compteId, f.enfant.compteId],
    ])
    const partis = (await travauxEnAttente('courriel')).filter((t) => rows.some((r) => r.id === t.id))
    expect(partis.map((t) => t.contenu.a).sort()).toEqual(['enfant12@exemple.fr', 'parent12@exemple.fr'])
    for (const { contenu } of partis) {
      expect(contenu.texte).toContain('16 novembre 2026')
      expect(contenu.texte).not.toMatch(new RegExp(`Enfant|FR76|${IBAN_ENFANT.slice(-4)}`))
    }
  })

  test('l’un ne change ni n’abandonne le compte de l’autre ; leurs formulaires ne se gênent pas', async () => {
    const f = await famille(13)
    await donner(f)
    const { rows } = await base.query<{ id: string }>(
      'SELECT id FROM changements_rib WHERE personne_id = $1',
      [f.enfant.personneId],
    )
    const sien = rows[0]?.id ?? ''
    await refus(annulerRib(f.parent, sien, moment())).toThrow(/rien n’a été changé/)
    // The parent's form, shown before, is not overtaken by the child's.
    await changerRib(f.parent, rib(f.adhesionId, 0, ibanDeTest(780), 'Parent'), moment())
    const changements = await base.query<{ id: string }>(
      'SELECT id FROM changements_rib WHERE adhesion_id = $1 AND personne_id IS NULL',
      [f.adhesionId],
    )
    await refus(annulerRib(f.enfant, changements.rows[0]?.id ?? '', moment())).toThrow(/rien n’a été changé/)
    expect(await annulerRib(f.enfant, sien, moment())).toContain('ne servira pas')
    const ouverts = await base.query<{ iban_fin: string }>(
      `SELECT iban_fin FROM comptes_bancaires WHERE adhesion_id = $1 AND (au IS NULL OR au >= du) AND usage = 'PRESTATIONS' ORDER BY du`,
      [f.adhesionId],
    )
    expect(ouverts.rows.map((r) => r.iban_fin)).toEqual(
      [ibanDeTest(13), ibanDeTest(780)].map((i) => i.slice(-4)),
    )
  })

  test('un lot préparé pour un compte abandonné depuis ne se contrôle plus', async () => {
    const f = await famille(14)
    await recevoirEtLiquider('F14', [soinEnfant('E14', 14)])
    await donner(f)
    const { lotId } = await preparer()
    const [changement] = (
      await base.query<{ id: string }>('SELECT id FROM changements_rib WHERE adhesion_id = $1', [
        f.adhesionId,
      ])
    ).rows
    await annulerRib(f.enfant, changement?.id ?? '', moment())
    await refus(validerLot(paul, lotId ?? '')).toThrow(/compte abandonné avant de servir/)
    await abandonnerLot(paul, lotId ?? '')
    expect((await voirPuisAbandonner(f)).map((v) => v.iban)).toEqual([ibanDeTest(14)])
  })
})
