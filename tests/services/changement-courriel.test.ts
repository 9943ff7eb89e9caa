import { beforeAll, describe, expect, test } from 'vitest'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { lire } from '@/lib/server/db'
import { TropDEssais } from '@/lib/server/frein'
import { frapperAdherent, type PorteeAdherent } from '@/lib/server/portee'
import {
  abandonnerChangement,
  confirmerNouveauCourriel,
  demanderCourriel,
  renvoyerLien,
} from '@/lib/services/changement-courriel/mutations'
import { courrielSchema } from '@/lib/services/changement-courriel/schema'
import { demanderAcces, traiterAccesPerdu } from '@/lib/services/compte/mutations'
import { loadCoordonnees } from '@/lib/services/coordonnees/data'
import {
  creerPersonne,
  jetonDe,
  lignes,
  type PersonneDeTest,
  travauxEnAttente,
  visiteDeTest,
} from '../support/comptes'
import { baseDeTest } from '../support/database'

beforeAll(async () => {
  await baseDeTest()
})

const acteurDe = (p: PersonneDeTest): PorteeAdherent =>
  frapperAdherent({
    type: 'ADHERENT',
    compteId: p.compteId,
    personneId: p.personneId,
    adhesions: [],
    adhesionsLues: [p.adhesionId],
  })
let suivant = 0
async function unePersonne() {
  suivant += 1
  const [ancien, nouveau] = [`ancien${suivant}@exemple.fr`, `nouveau${suivant}@exemple.fr`]
  const p = await creerPersonne({ email: ancien })
  return { p, acteur: acteurDe(p), ancien, nouveau }
}
const courrielsA = async (adresse: string) =>
  (await travauxEnAttente('courriel')).map(({ contenu }) => contenu).filter(({ a }) => a === adresse)
const emailDe = async (p: PersonneDeTest) =>
  (await lignes<{ email: string }>('SELECT email FROM comptes WHERE id = $1', [p.compteId]))[0]?.email
const dernierJeton = async (adresse: string) => jetonDe((await courrielsA(adresse)).at(-1)?.texte ?? '')
const refusDe = async (promesse: Promise<unknown>) => {
  const erreur = await promesse.then(
    () => null,
    (e: unknown) => e,
  )
  if (!(erreur instanceof SaisieRefusee)) throw new Error(`attendait un refus, a eu ${String(erreur)}`)
  return erreur.erreurs[0]
}
const HEURE = 3_600_000

describe('A19 : mon adresse e-mail', () => {
  test('ne change qu’une fois le lien suivi ; l’ancienne est avertie deux fois, sans rien dire de la nouvelle', async () => {
    const { p, acteur, ancien, nouveau } = await unePersonne()
    await demanderCourriel(acteur, nouveau, new Date())
    expect(await emailDe(p)).toBe(ancien)
    expect((await loadCoordonnees(acteur)).attente?.nouveau).toBe(nouveau)
    await confirmerNouveauCourriel(await dernierJeton(nouveau), new Date())
    expect(await emailDe(p)).toBe(nouveau)
    expect((await loadCoordonnees(acteur)).attente).toBeNull()
    const alertes = await courrielsA(ancien)
    expect(alertes.map((a) => a.sujet)).toEqual([
      'Une autre adresse e-mail a été demandée pour votre espace',
      'L’adresse e-mail de votre espace a été changée',
    ])
    expect(JSON.stringify(alertes)).not.toContain(nouveau)
    const actes = await lignes<{ acte: string }>(
      'SELECT acte FROM journal WHERE compte_id = $1 ORDER BY rang',
      [p.compteId],
    )
    expect(actes.map((a) => a.acte)).toEqual(['COURRIEL_DEMANDE', 'COURRIEL_CHANGE'])
  })

  test('dix demandes à la fois : un lien, une alerte', async () => {
    const { acteur, ancien, nouveau } = await unePersonne()
    const instant = new Date()
    await Promise.all(Array.from({ length: 10 }, () => demanderCourriel(acteur, nouveau, instant)))
    expect(await courrielsA(nouveau)).toHaveLength(1)
    expect(await courrielsA(ancien)).toHaveLength(1)
  })

  test('au plus cinq liens par heure pour un compte', async () => {
    const { acteur, nouveau } = await unePersonne()
    for (let i = 1; i <= 5; i += 1) await demanderCourriel(acteur, `${i}${nouveau}`, new Date())
    await expect(demanderCourriel(acteur, `6${nouveau}`, new Date())).rejects.toThrow(TropDEssais)
    expect(await courrielsA(`6${nouveau}`)).toHaveLength(0)
  })

  test('dix clics sur le lien : un seul compte', async () => {
    const { p, acteur, ancien, nouveau } = await unePersonne()
    await demanderCourriel(acteur, nouveau, new Date())
    const jeton = await dernierJeton(nouveau)
    const issues = await Promise.allSettled(
      Array.from({ length: 10 }, () => confirmerNouveauCourriel(jeton, new Date())),
    )
    expect(issues.filter((i) => i.status === 'fulfilled')).toHaveLength(1)
    expect(await emailDe(p)).toBe(nouveau)
    expect(await courrielsA(ancien)).toHaveLength(2)
  })

  test('une autre demande, un renvoi, un abandon : les liens d’avant ne servent plus', async () => {
    const { p, acteur, ancien, nouveau } = await unePersonne()
    await demanderCourriel(acteur, `x${nouveau}`, new Date())
    const perime = await dernierJeton(`x${nouveau}`)
    await demanderCourriel(acteur, nouveau, new Date())
    const premier = await dernierJeton(nouveau)
    await renvoyerLien(acteur, new Date())
    const second = await dernierJeton(nouveau)
    expect(second).not.toBe(premier)
    for (const jeton of [perime, premier])
      expect((await refusDe(confirmerNouveauCourriel(jeton, new Date())))?.message).toContain('déjà servi')
    await abandonnerChangement(acteur, new Date())
    await refusDe(confirmerNouveauCourriel(second, new Date()))
    expect(await emailDe(p)).toBe(ancien)
    expect((await refusDe(abandonnerChangement(acteur, new Date())))?.message).toContain('Aucun changement')
    await refusDe(renvoyerLien(acteur, new Date()))
  })

  test('après 24 heures le lien est mort ; la même demande en envoie un autre', async () => {
    const { p, acteur, ancien, nouveau } = await unePersonne()
    const hier = new Date(Date.now() - 25 * HEURE)
    await demanderCourriel(acteur, nouveau, hier)
    await refusDe(confirmerNouveauCourriel(await dernierJeton(nouveau), new Date()))
    expect(await emailDe(p)).toBe(ancien)
    await demanderCourriel(acteur, nouveau, new Date())
    expect(await courrielsA(nouveau)).toHaveLength(2)
    await confirmerNouveauCourriel(await dernierJeton(nouveau), new Date())
    expect(await emailDe(p)).toBe(nouveau)
  })

  test('un lien d’accès perdu resté dans l’ancienne boîte n’ouvre plus rien', async () => {
    const { acteur, ancien, nouveau } = await unePersonne()
    await demanderAcces(ancien, visiteDeTest())
    for (const travail of await travauxEnAttente('acces-perdu')) await traiterAccesPerdu(travail)
    const avant = await lignes(
      'SELECT FROM jetons WHERE compte_id = $1 AND usage = $2 AND utilise_le IS NULL',
      [acteur.compteId, 'ACCES_PERDU'],
    )
    expect(avant).toHaveLength(1)
    await demanderCourriel(acteur, nouveau, new Date())
    await confirmerNouveauCourriel(await dernierJeton(nouveau), new Date())
    const apres = await lignes(
      'SELECT FROM jetons WHERE compte_id = $1 AND usage = $2 AND utilise_le IS NULL',
      [acteur.compteId, 'ACCES_PERDU'],
    )
    expect(apres).toHaveLength(0)
  })

  test('l’adresse d’un proche se partage ; la sienne ne se redemande pas ; une autre personne ne voit rien', async () => {
    const [a, b] = [await unePersonne(), await unePersonne()]
    await demanderCourriel(a.acteur, b.ancien, new Date())
    await confirmerNouveauCourriel(await dernierJeton(b.ancien), new Date())
    expect(await emailDe(a.p)).toBe(b.ancien)
    expect((await refusDe(demanderCourriel(b.acteur, b.ancien, new Date())))?.champ).toBe('email')
    expect(await lire(b.acteur, (tx) => tx.changementCourriel.count())).toBe(0)
  })

  test('une adresse incomplète et un mot de passe absent sont dits, chacun à son champ', () => {
    const issues = courrielSchema.safeParse({ email: 'moi@', motDePasse: '' }).error?.issues ?? []
    expect(issues.map((i) => i.path[0])).toEqual(['email', 'motDePasse'])
  })
})
