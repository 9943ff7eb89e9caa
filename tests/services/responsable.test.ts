import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { hacher } from '@/lib/server/mot-de-passe'
import type { PorteeGestion } from '@/lib/server/portee'
import { attribuer } from '@/lib/services/corbeille/mutations'
import { loadFiche } from '@/lib/services/fiche-demande/data'
import { accepter, defaire, demanderPieces, prendre, rendre } from '@/lib/services/traitement/mutations'
import { baseDeFlux } from '../support/base-flux'
import { BON_MOT_DE_PASSE, lignes } from '../support/comptes'
import { unAgent, uneDemande, unMembre } from '../support/demandes'
import { unAdherentDe, uneFacture } from '../support/facture-demandee'

let base: pg.Pool
let fermer: () => Promise<void>
let absente: PorteeGestion
let superviseur: PorteeGestion
beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  // Mardi 17 mars 2026.
  process.env.PORTAIL_TODAY = '2026-03-17'
  absente = await unActif()
  superviseur = await unActif('SUPERVISEUR')
})
afterAll(() => fermer())

async function unActif(role: PorteeGestion['role'] = 'GESTIONNAIRE'): Promise<PorteeGestion> {
  const agent = await unAgent(role)
  await lignes(
    "UPDATE comptes SET statut = 'ACTIF', mot_de_passe = $2, conditions_version = '1', conditions_acceptees_le = now() WHERE id = $1",
    [agent.compteId, await hacher(BON_MOT_DE_PASSE)],
  )
  return agent
}
const etat = async (id: string) =>
  (
    await lignes<{ etat: string; agent: string | null; version: number }>(
      'SELECT etat, agent_id AS agent, version FROM demandes WHERE id = $1',
      [id],
    )
  )[0]
const versionDe = async (id: string) => (await etat(id))?.version ?? -1

describe('ce que tient une personne absente (G03)', () => {
  test('le superviseur le rend à l’équipe ; un collègue, non', async () => {
    const { id } = await uneDemande(await unMembre())
    await prendre(absente, id)
    await expect(rendre(await unActif(), id)).rejects.toThrow('Prenez d’abord')
    await rendre(superviseur, id)
    expect(await etat(id)).toMatchObject({ etat: 'ENVOYEE', agent: null })
  })

  test('le superviseur le confie à quelqu’un de l’équipe : prise, ou en attente d’une pièce, elle reste où elle en est', async () => {
    const collegue = await unActif()
    const membre = await unMembre()
    const [prise, enAttente, neuve] = [
      await uneDemande(membre),
      await uneDemande(membre),
      await uneDemande(membre),
    ]
    await prendre(absente, prise.id)
    await prendre(absente, enAttente.id)
    await demanderPieces(absente, enAttente.id, {
      piece: 'la facture',
      avant: dateCivile('2026-04-01'),
      bloquante: true,
      texte: null,
      cle: '01890a5d-ac96-774b-bcce-b302099a8057',
    })
    for (const [{ id }, attendu] of [
      [prise, 'PRISE'],
      [enAttente, 'PIECE_DEMANDEE'],
      [neuve, 'PRISE'],
    ] as const) {
      await expect(attribuer(absente, id, collegue.compteId)).rejects.toThrow('Prenez d’abord')
      await attribuer(superviseur, id, collegue.compteId)
      await attribuer(superviseur, id, collegue.compteId)
      expect(await etat(id)).toMatchObject({ etat: attendu, agent: collegue.compteId })
      expect(
        await lignes("SELECT FROM passages_demande WHERE demande_id = $1 AND passage = 'ATTRIBUER'", [id]),
      ).toHaveLength(1)
    }
    await rendre(collegue, prise.id)
  })

  test('elle ne se confie qu’à qui est de l’équipe et travaille encore ; la page ne propose qu’eux', async () => {
    const { id } = await uneDemande(await unMembre())
    const collegue = await unActif()
    const [comptable, parti] = [await unActif('COMPTABLE'), await unAgent()]
    for (const { compteId } of [comptable, parti])
      await expect(attribuer(superviseur, id, compteId)).rejects.toThrow('quelqu’un de cette équipe')
    const proposes = (await loadFiche(superviseur, id, {}))?.fiche.collegues.map(({ valeur }) => valeur)
    expect(proposes).toContain(collegue.compteId)
    expect(proposes).not.toContain(comptable.compteId)
    expect(proposes).not.toContain(parti.compteId)
  })

  test('celle du médecin-conseil n’est confiée que par un médecin-conseil, à un autre', async () => {
    const { id } = await uneDemande(await unMembre())
    await lignes("UPDATE demandes SET equipe = 'MEDICAL' WHERE id = $1", [id])
    const [un, autre] = [await unActif('MEDECIN_CONSEIL'), await unActif('MEDECIN_CONSEIL')]
    await prendre(un, id)
    await expect(attribuer(superviseur, id, autre.compteId)).rejects.toThrow('introuvable')
    await attribuer(autre, id, autre.compteId)
    expect(await etat(id)).toMatchObject({ agent: autre.compteId })
  })

  test('le superviseur défait sa décision : la demande est alors la sienne à décider ; un collègue ne la défait pas', async () => {
    const id = await uneFacture(await unAdherentDe(base))
    await prendre(absente, id)
    await accepter(absente, id, { version: await versionDe(id), phrase: null, saisie: {} })
    await expect(defaire(await unActif(), id, await versionDe(id))).rejects.toThrow('Prenez d’abord')
    expect((await loadFiche(superviseur, id, {}))?.fiche.gestes.defaire).toBe(true)
    await defaire(superviseur, id, await versionDe(id))
    expect(await etat(id)).toMatchObject({ etat: 'PRISE', agent: superviseur.compteId })
    await accepter(superviseur, id, { version: await versionDe(id), phrase: null, saisie: {} })
  })
})
