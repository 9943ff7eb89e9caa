import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LigneRecue } from '@/lib/flux/decomptes/format'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { expliquerMotif } from '@/lib/lexique/motifs'
import { PHRASES_VERIFICATION } from '@/lib/lexique/verifications'
import { reglements } from '@/lib/reglements/catalogue'
import { dateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import { montant } from '@/lib/rules/montant/montant'
import { type PorteeGestion, type RoleGestion, SYSTEME } from '@/lib/server/portee'
import { verifierComptes } from '@/lib/services/controle/data'
import { importerFlux } from '@/lib/services/flux/mutations'
import { liquider } from '@/lib/services/liquidation/mutations'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { loadVerification, loadVerifications, PAR_PAGE } from '@/lib/services/verification/data'
import { payerVerifiee, refuserVerifiee } from '@/lib/services/verification/mutations'
import { paiementVerifieSchema, refusVerifieSchema } from '@/lib/services/verification/schema'
import { voirLigneVerification, voirVerification } from '@/lib/services/verification/view'
import { baseDeFlux } from '../support/base-flux'
import { annulation, consultation, enMorceaux, flux, portefeuille } from '../support/flux-de-test'
import { personnel } from '../support/impayes'

let base: pg.Pool
let fermer: () => Promise<void>
let gestionnaire: PorteeGestion
let superviseur: PorteeGestion
let numero = 0
const neuf = () => `V${++numero}`
const REGLEMENT = Object.keys(reglements)[0] ?? ''
const CONTEXTE = { article: () => undefined, jour: dateCivile('2026-11-15') }
const INVENTEE = '01890a5d-ac96-774b-bcce-b302099a8057'

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  const octets = portefeuille(60, { reglement: REGLEMENT, formule: 'tribu-equilibre' })
  const offre = { porte: () => true, propose: () => true }
  expect((await importerPortefeuille(SYSTEME, octets, offre)).issue).toBe('IMPORTE')
  gestionnaire = await personnel(base, 'GESTIONNAIRE')
  superviseur = await personnel(base, 'SUPERVISEUR')
})
afterAll(() => fermer())

const INCONNU: Partial<LigneRecue> = { acte: { nature: 'ZZZZ' } }

async function recevoir(lignes: readonly LigneRecue[], emetteur = neuf()): Promise<string> {
  await importerFlux(SYSTEME, enMorceaux(flux(lignes, { id: neuf(), emetteur }), 50_000))
  await liquider()
  return emetteur
}

const idsDe = async (emetteur: string): Promise<string[]> => {
  const { rows } = await base.query<{ id: string }>(
    `SELECT p.id FROM prestations p JOIN lignes_decompte l ON l.id = p.ligne_id JOIN flux_recus f ON f.id = l.flux_id
      WHERE l.emetteur_code = $1 ORDER BY f.ordre, l.rang`,
    [emetteur],
  )
  return rows.map(({ id }) => id)
}

/** A line of an unknown act: 30 € of expense, 19 € of the AMO, 2 € of participation, nothing of ours. */
async function enAttente(): Promise<string> {
  const [id] = await idsDe(await recevoir([consultation(neuf(), 1, INCONNU)]))
  return id ?? ''
}

interface Lue {
  etat: string
  amc: number
  rac: number
  motifs: Motif[]
}
async function lire(id: string): Promise<Lue | undefined> {
  const { rows } = await base.query<Lue>(
    'SELECT etat, part_mutuelle::int AS amc, reste_a_charge::int AS rac, motifs FROM prestations WHERE id = $1',
    [id],
  )
  return rows[0]
}
const journalDe = async (id: string) =>
  (
    await base.query(
      `SELECT compte_id, role, donnees FROM journal WHERE acte = 'PRESTATION_VERIFIEE' AND objet_id = $1`,
      [id],
    )
  ).rows
const ecrituresDe = async (id: string) =>
  (
    await base.query(
      `SELECT operation, montant::int AS montant FROM ecritures WHERE piece_id = $1 ORDER BY rang`,
      [id],
    )
  ).rows

const payer = (prestation: string, part: number | null = null, explication: string | null = null) => ({
  prestation,
  part: part === null ? null : montant(part),
  explication,
})
const refus = (prestation: string) => ({
  prestation,
  raison: 'ACTE_NON_GARANTI' as const,
  phrase: 'Demandez au professionnel le code de cet acte.',
})
const champDe = async (essai: Promise<void>): Promise<string> => {
  const erreur = await essai.then(
    () => null,
    (e: unknown) => e,
  )
  if (!(erreur instanceof SaisieRefusee)) throw new Error(`refus attendu, reçu ${String(erreur)}`)
  return erreur.erreurs.map(({ champ, message }) => `${champ}: ${message}`).join()
}
const dernier = (lue: Lue | undefined): string => {
  const motif = lue?.motifs.at(-1)
  return motif === undefined ? '' : expliquerMotif(motif).replaceAll(/[\u00a0\u202f]/g, ' ')
}

describe('G05 : une ligne que le calcul n’a pas tranchée', () => {
  test('est dans la liste avec sa raison et ses montants, la plus ancienne d’abord, par pages', async () => {
    const lignes = Array.from({ length: PAR_PAGE + 2 }, (_, rang) => consultation(neuf(), rang + 2, INCONNU))
    await recevoir(lignes)
    const premiere = await loadVerifications(gestionnaire, null)
    expect(premiere.lignes).toHaveLength(PAR_PAGE)
    const seconde = await loadVerifications(gestionnaire, premiere.suite)
    const ids = [...premiere.lignes, ...seconde.lignes].map(({ id }) => id)
    const { rows } = await base.query<{ id: string }>(
      `SELECT id FROM prestations WHERE etat = 'A_VERIFIER' ORDER BY calculee_le, id`,
    )
    expect(ids).toEqual(rows.map(({ id }) => id))
    expect(seconde.suite).toBeNull()
    const [lue] = premiere.lignes
    if (lue === undefined) throw new Error('liste vide')
    const vue = voirLigneVerification(lue, CONTEXTE)
    expect(vue.raisons).toEqual([
      "L'acte « ZZZZ » n'est pas reconnu : une personne de la mutuelle doit le classer avant tout remboursement.",
    ])
    expect(vue.montants.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
      'dépense 30,00 €, Assurance maladie 19,00 €, mutuelle 0,00 €',
    )
  })

  test('se lit entière, avec ce qui a été reçu, ce qui est calculé et le plus qu’on puisse en payer', async () => {
    const id = await enAttente()
    const lue = await loadVerification(gestionnaire, id)
    if (lue === null) throw new Error('ligne introuvable')
    const vue = voirVerification(lue, CONTEXTE)
    expect(vue).toMatchObject({ aDecider: true, etapes: [{}] })
    expect(vue.faits).toContainEqual({ libelle: 'Acte reçu', valeur: 'ZZZZ' })
    // 30 − 19 = 11, dont 2 de participation que la loi interdit de rembourser.
    expect(vue.maximum.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe('9,00 €')
    expect(await loadVerification(gestionnaire, INVENTEE)).toBeNull()
  })

  test('payée comme elle est calculée, elle attend le versement et dit qu’une personne l’a vérifiée', async () => {
    const id = await enAttente()
    await payerVerifiee(gestionnaire, payer(id))
    const lue = await lire(id)
    expect(lue).toMatchObject({ etat: 'A_PAYER', amc: 0, rac: 1100 })
    expect(lue?.motifs.map(({ code }) => code)).toEqual(['ACTE_NON_RATTACHE', 'VERIFICATION_PAYEE'])
    expect(dernier(lue)).toBe('Une personne de la mutuelle a vérifié cette ligne : notre part est de 0,00 €.')
  })

  test('sa part fixée par une personne est due, le reste à charge est ce qui reste, l’adhérent lit pourquoi', async () => {
    const id = await enAttente()
    await payerVerifiee(superviseur, payer(id, 700, 'Soin pris en charge au forfait.'))
    const lue = await lire(id)
    expect(lue).toMatchObject({ etat: 'A_PAYER', amc: 700, rac: 400 })
    expect(dernier(lue)).toBe(
      'Une personne de la mutuelle a vérifié cette ligne et a fixé notre part à 7,00 €. Elle vous écrit : « Soin pris en charge au forfait. »',
    )
    expect(await ecrituresDe(id)).toEqual([{ operation: 'PRESTATION_DUE', montant: 700 }])
    expect(await journalDe(id)).toMatchObject([
      {
        compte_id: superviseur.compteId,
        role: 'SUPERVISEUR',
        donnees: { decision: 'A_PAYER', ajustee: true, reglement: `${REGLEMENT}/tribu@2024-01-01` },
      },
    ])
    const relue = await loadVerification(gestionnaire, id)
    expect(relue?.etat).toBe('A_PAYER')
  })

  test('sa part ne dépasse pas ce que la loi laisse rembourser, et un autre montant s’explique', async () => {
    const id = await enAttente()
    expect(await champDe(payerVerifiee(gestionnaire, payer(id, 901, 'Trop.')))).toMatch(/^part: .*9,00/)
    expect(await champDe(payerVerifiee(gestionnaire, payer(id, 900)))).toBe(
      `explication: ${PHRASES_VERIFICATION.POURQUOI_CE_MONTANT}`,
    )
    expect(await lire(id)).toMatchObject({ etat: 'A_VERIFIER', amc: 0, rac: 1100, motifs: [{}] })
    expect(await journalDe(id)).toEqual([])
  })

  test('refusée, elle ne doit rien et dit la raison choisie, puis la phrase écrite à l’adhérent', async () => {
    const id = await enAttente()
    await refuserVerifiee(gestionnaire, refus(id))
    const lue = await lire(id)
    expect(lue).toMatchObject({ etat: 'REFUSEE', amc: 0, rac: 1100 })
    expect(dernier(lue)).toBe(
      'Une personne de la mutuelle a vérifié cette ligne : elle n’est pas remboursée. Votre contrat ne prévoit pas de remboursement pour ce soin. Elle vous écrit : « Demandez au professionnel le code de cet acte. »',
    )
    expect(await ecrituresDe(id)).toEqual([])
  })

  test('le forfait de la personne n’est pas touché par une ligne qui attendait, refusée ou payée', async () => {
    const [un, deux] = [await enAttente(), await enAttente()]
    await refuserVerifiee(gestionnaire, refus(un))
    await payerVerifiee(gestionnaire, payer(deux, 500, 'Accordé.'))
    const { rows } = await base.query('SELECT FROM consommations WHERE prestation_id = ANY ($1::uuid[])', [
      [un, deux],
    ])
    expect(rows).toEqual([])
  })
})

describe('G05 : une seule décision par ligne', () => {
  test('deux personnes à la fois : l’une décide, l’autre apprend que c’est fait', async () => {
    const id = await enAttente()
    const issues = await Promise.allSettled([
      payerVerifiee(gestionnaire, payer(id, 300, 'Une partie.')),
      refuserVerifiee(superviseur, refus(id)),
    ])
    const perdants = issues.filter((i) => i.status === 'rejected')
    expect(perdants.map(({ reason }) => reason.message)).toEqual([PHRASES_VERIFICATION.DEJA_DECIDEE])
    expect(await journalDe(id)).toHaveLength(1)
  })

  test('un formulaire envoyé deux fois ne paie qu’une fois', async () => {
    const id = await enAttente()
    await payerVerifiee(gestionnaire, payer(id, 300, 'Une partie.'))
    expect(await champDe(payerVerifiee(gestionnaire, payer(id, 300, 'Une partie.')))).toBe(
      `: ${PHRASES_VERIFICATION.DEJA_DECIDEE}`,
    )
    expect(await ecrituresDe(id)).toEqual([{ operation: 'PRESTATION_DUE', montant: 300 }])
    expect((await lire(id))?.motifs).toHaveLength(2)
  })

  test('une ligne que le calcul a payée ne se décide pas, ni une ligne inventée', async () => {
    const [calculee] = await idsDe(await recevoir([consultation(neuf(), 3)]))
    for (const id of [calculee ?? '', INVENTEE])
      expect(await champDe(refuserVerifiee(gestionnaire, refus(id)))).toContain(
        PHRASES_VERIFICATION.DEJA_DECIDEE,
      )
    expect(await lire(calculee ?? '')).toMatchObject({ etat: 'A_PAYER', amc: 900 })
    expect(await loadVerification(gestionnaire, calculee ?? '')).toBeNull()
  })
})

describe('G05 : qui vérifie', () => {
  test.each<[RoleGestion, boolean]>([
    ['MEDECIN_CONSEIL', true],
    ['COMPTABLE', false],
    ['ADMINISTRATEUR', false],
  ])('%s ne décide de rien (lit : %s)', async (role, lit) => {
    const id = await enAttente()
    const acteur = await personnel(base, role)
    await expect(payerVerifiee(acteur, payer(id))).rejects.toThrow('rôle refusé')
    await expect(refuserVerifiee(acteur, refus(id))).rejects.toThrow('rôle refusé')
    expect((await loadVerification(acteur, id)) !== null).toBe(lit)
    expect((await loadVerifications(acteur, null)).lignes.length > 0).toBe(lit)
    expect(await lire(id)).toMatchObject({ etat: 'A_VERIFIER' })
  })

  test('ce qui est tapé est lu : un montant vide garde le calcul, un refus veut sa raison et sa phrase', () => {
    expect(paiementVerifieSchema.parse({ prestation: INVENTEE, part: '7,50', explication: '' })).toEqual({
      prestation: INVENTEE,
      part: 750,
      explication: null,
    })
    expect(paiementVerifieSchema.parse({ prestation: INVENTEE, part: '', explication: '' })).toMatchObject({
      part: null,
    })
    const faux = refusVerifieSchema.safeParse({ prestation: INVENTEE, raison: 'AUTRE', phrase: ' ' })
    expect(faux.error?.issues.map(({ path }) => path[0])).toEqual(['raison', 'phrase'])
  })
})

describe('G05 : la base garde ce qui est décidé', () => {
  const DEPASSER: readonly (readonly [string, string])[] = [
    ['les parts ne font plus la dépense', `etat = 'A_PAYER', part_mutuelle = 500, motifs = motifs || '[{}]'`],
    [
      'un refus paie',
      `etat = 'REFUSEE', part_mutuelle = 500, reste_a_charge = 600, motifs = motifs || '[{}]'`,
    ],
    ['le motif du calcul disparaît', `etat = 'REFUSEE', motifs = '[{"code":"X"}]'`],
    ['la part change sans motif', `etat = 'A_PAYER', part_mutuelle = 500, reste_a_charge = 600`],
    ['la part change sans décision', `part_mutuelle = 500, reste_a_charge = 600, motifs = motifs || '[{}]'`],
    [
      'la dépense change',
      `etat = 'A_PAYER', depense = 3100, reste_a_charge = 1200, motifs = motifs || '[{}]'`,
    ],
  ]
  test.each(DEPASSER)('elle refuse quand %s', async (_quoi, colonnes) => {
    const id = await enAttente()
    await expect(base.query(`UPDATE prestations SET ${colonnes} WHERE id = $1`, [id])).rejects.toMatchObject({
      code: '23001',
    })
  })

  test('une fois décidée, une part ne bouge plus', async () => {
    const id = await enAttente()
    await payerVerifiee(gestionnaire, payer(id, 500, 'Accordé.'))
    await expect(
      base.query(
        `UPDATE prestations SET part_mutuelle = 0, reste_a_charge = 1100, motifs = motifs || '[{}]' WHERE id = $1`,
        [id],
      ),
    ).rejects.toMatchObject({ code: '23001' })
  })

  test('ce qu’une personne a payé se reprend comme le reste, quand l’Assurance maladie annule la ligne', async () => {
    const c = consultation(neuf(), 4, INCONNU)
    const emetteur = await recevoir([c])
    const [id = ''] = await idsDe(emetteur)
    await payerVerifiee(gestionnaire, payer(id, 600, 'Accordé.'))
    await recevoir([annulation(neuf(), c)], emetteur)
    const [, reprise = ''] = await idsDe(emetteur)
    expect([await lire(id), await lire(reprise)]).toMatchObject([
      { etat: 'ANNULEE', amc: 600 },
      { etat: 'ANNULEE', amc: -600, rac: -500 },
    ])
  })

  test('après tout cela les comptes sont justes', async () => {
    expect((await verifierComptes()).filter(({ fautes }) => fautes > 0)).toEqual([])
  })
})
