import { randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { frapperAdherent, type PorteeAdherent, type PorteeGestion } from '@/lib/server/portee'
import { envoyerParole, garderParole } from '@/lib/services/demande-parole/mutations'
import {
  adresseParoleSchema,
  type ParoleEnvoyee,
  type ParoleGardee,
  paroleSchema,
} from '@/lib/services/demande-parole/schema'
import { exporterDossier } from '@/lib/services/dossier-demande/mutations'
import {
  compterNonLus,
  contexteDemandes,
  DEMANDES_PAR_PAGE,
  direFaits,
  loadMaDemande,
  loadMesDemandes,
  loadMesFils,
  loadParCle,
  loadPromesse,
} from '@/lib/services/mes-demandes/data'
import { cleDemandeSchema } from '@/lib/services/mes-demandes/schema'
import { voirDemande, voirLigneDemande } from '@/lib/services/mes-demandes/view'
import { ouvrirRedaction } from '@/lib/services/redaction/data'
import {
  ajouterADemande,
  annulerDemande,
  marquerLus,
  retirerPiece,
} from '@/lib/services/suite-demande/mutations'
import { demanderPieces, noter, prendre, repondre } from '@/lib/services/traitement/mutations'
import { creerPersonne, lignes } from '../support/comptes'
import { desDemandes, unAgent, unMembre } from '../support/demandes'
import { pdf } from '../support/pdf-pieges'

beforeAll(() => {
  // Mardi 17 mars 2026.
  process.env.PORTAIL_TODAY = '2026-03-17'
})

const parole = (autre: Partial<ParoleEnvoyee> = {}): ParoleEnvoyee => ({
  geste: 'ENVOYER',
  nature: 'MESSAGE',
  cle: randomUUID(),
  contrat: null,
  sujet: 'REMBOURSEMENT',
  texte: 'Quand serai-je remboursée ?',
  reference: null,
  referenceType: null,
  fichiers: [],
  ...autre,
})
const brouillon = (cle: string, autre: Partial<ParoleGardee> = {}): ParoleGardee => ({
  geste: 'GARDER',
  nature: 'MESSAGE',
  cle,
  contrat: null,
  sujet: null,
  texte: 'Qua',
  reference: null,
  referenceType: null,
  fichiers: [],
  retirer: [],
  ...autre,
})
const fichier = async (nom = 'facture.pdf', pages = 1) =>
  new File([new Uint8Array(await pdf(pages))], nom, { type: 'application/pdf' })
const lire = async (acteur: PorteeAdherent, id: string) => {
  const lue = await loadMaDemande(acteur, id)
  if (lue === null) throw new Error('demande introuvable')
  return voirDemande(lue, direFaits(lue), contexteDemandes())
}
const repondreA = async (agent: PorteeGestion, id: string, texte = 'Jeudi.') => {
  await prendre(agent, id)
  await repondre(agent, id, { cle: randomUUID(), texte })
}
const vider = async (octets: AsyncIterable<Uint8Array>) => {
  const morceaux: Uint8Array[] = []
  for await (const morceau of octets) morceaux.push(morceau)
  return unzipSync(new Uint8Array(Buffer.concat(morceaux)))
}
const sansContrat = async (): Promise<PorteeAdherent> => {
  const { compteId, personneId } = await creerPersonne({
    email: `seul${randomUUID().slice(0, 8)}@exemple.fr`,
  })
  return frapperAdherent({ type: 'ADHERENT', compteId, personneId, adhesions: [], adhesionsLues: [] })
}

describe('A21 : un message', () => {
  test('va à l’équipe de son objet, et sa réponse est promise pour un jour et une heure', async () => {
    const acteur = await unMembre()
    const { id } = await envoyerParole(acteur, parole({ sujet: 'COTISATION' }))
    const [ligne] = await lignes<{ equipe: string; objet: string }>(
      'SELECT equipe::text, objet FROM demandes WHERE id = $1',
      [id],
    )
    expect(ligne).toEqual({ equipe: 'COTISATIONS', objet: 'COTISATION' })
    const vue = await lire(acteur, id)
    expect(vue.qui).toBe('Elle attend son tour au service des cotisations')
    // 48 heures ouvrées d’un mardi : le jeudi, à la même heure.
    expect(vue.limite?.phrase).toMatch(/^jeudi 19 mars 2026, \d{1,2}\u00a0h\u00a0\d{2}$/)
    expect(vue.limite?.etapes[0]?.phrase).toBe(
      'Nous promettons une réponse en 48 heures, qui ne courent que les jours ouvrés.',
    )
    expect((await loadPromesse(acteur, 'MESSAGE')).avant).toMatch(/^jeudi 19 mars 2026, /)
  })

  test.each([
    ['un objet inconnu', { sujet: 'INVENTE' }],
    ['un sujet de réclamation inconnu', { nature: 'RECLAMATION', sujet: 'INVENTE' }],
    ['un droit inconnu', { nature: 'DROITS_RGPD', sujet: 'INVENTE' }],
    ['la référence d’un autre', { reference: randomUUID(), referenceType: 'PRESTATION' }],
    ['une contestation sans somme', { nature: 'CONTESTATION_INDU', sujet: 'INDU' }],
  ] as const)('%s est refusé par une phrase et rien n’est écrit', async (_, autre) => {
    const acteur = await unMembre()
    await expect(envoyerParole(acteur, parole(autre))).rejects.toThrow(/Choisissez|introuvable|quelle somme/)
    expect((await loadMesDemandes(acteur, null)).demandes).toEqual([])
  })

  test('avec deux contrats, va à celui qui est choisi ; le brouillon garde le choix ; un contrat d’autrui ne compte pas', async () => {
    const [un, autre, etranger] = [await unMembre(), await unMembre('ociane-collectif'), await unMembre()]
    const [premier, second] = [un.adhesions[0] ?? '', autre.adhesions[0] ?? '']
    const acteur = frapperAdherent({
      type: 'ADHERENT',
      compteId: un.compteId,
      personneId: un.personneId,
      adhesions: [premier, second],
      adhesionsLues: [],
    })
    const contratDe = async (id: string) =>
      (
        await lignes<{ contrat: string }>('SELECT adhesion_id AS contrat FROM demandes WHERE id = $1', [id])
      )[0]?.contrat
    const choisi = await envoyerParole(acteur, parole({ contrat: second }))
    expect(await contratDe(choisi.id)).toBe(second)
    const vole = await envoyerParole(acteur, parole({ contrat: etranger.adhesions[0] ?? '' }))
    expect(await contratDe(vole.id)).toBe(premier)
    const cle = randomUUID()
    await garderParole(acteur, brouillon(cle, { contrat: second }))
    const adresse = adresseParoleSchema.parse({ cle })
    const ouverte = await ouvrirRedaction(acteur, 'MESSAGE', cle, adresse)
    expect(ouverte?.etat === 'A_ECRIRE' && ouverte.contrats).toEqual({
      depart: second,
      choix: expect.arrayContaining([
        { valeur: premier, libelle: expect.stringMatching(/^Mutami, n° /) },
        { valeur: second, libelle: expect.stringMatching(/^Ociane.*, n° /) },
      ]),
    })
    const seule = await ouvrirRedaction(un, 'MESSAGE', randomUUID(), adresse)
    expect(seule?.etat === 'A_ECRIRE' && seule.contrats).toBe(null)
  })

  test('porte les mots que le lien propose, tant que rien n’a été écrit (A33)', async () => {
    const acteur = await unMembre()
    const cle = randomUUID()
    const adresse = adresseParoleSchema.parse({
      cle,
      maintien: 'EVIN',
      cessation: '2026-01-31',
      avant: '2026-07-31',
    })
    const neuve = await ouvrirRedaction(acteur, 'MESSAGE', cle, adresse)
    expect(neuve?.etat === 'A_ECRIRE' && neuve.depart.texte).toContain(
      'limite pour le demander est le 31 juillet 2026',
    )
    await garderParole(acteur, brouillon(cle, { texte: 'Autre chose' }))
    const reprise = await ouvrirRedaction(acteur, 'MESSAGE', cle, adresse)
    expect(reprise?.etat === 'A_ECRIRE' && reprise.depart.texte).toBe('Autre chose')
  })

  test('se demande de quelqu’un qu’aucun contrat ne couvre', async () => {
    const acteur = await sansContrat()
    const { id } = await envoyerParole(acteur, parole())
    expect((await lire(acteur, id)).limite?.phrase).toMatch(/^jeudi 19 mars 2026/)
  })

  test('remis, lu, répondu : chaque côté voit où en est ce qu’il a écrit', async () => {
    const acteur = await unMembre()
    const { id } = await envoyerParole(acteur, parole())
    expect((await lire(acteur, id)).fil[0]?.etats).toEqual(['Remis à la mutuelle', 'Pas encore lu'])
    await repondreA(await unAgent(), id)
    const avant = await lire(acteur, id)
    expect(avant.nonLus).toBe(1)
    expect(avant.fil[0]?.etats).toEqual([
      'Remis à la mutuelle',
      expect.stringMatching(/^Lu par la mutuelle le mardi 17 mars 2026, /),
      expect.stringMatching(/^Répondu le mardi 17 mars 2026, /),
    ])
    expect(avant.fil[1]).toMatchObject({ deGestion: true, nonLu: true, texte: 'Jeudi.' })
    expect(await compterNonLus(acteur)).toBe(1)
    await marquerLus(acteur, id)
    expect(await compterNonLus(acteur)).toBe(0)
    expect((await lire(acteur, id)).fil[1]?.etats).toEqual([
      expect.stringMatching(/^Lu par vous le mardi 17 mars 2026, /),
    ])
    await expect(marquerLus(await unMembre(), id)).rejects.toThrow('introuvable')
  })

  test('les réponses non lues viennent d’abord ; soixante fils se lisent page à page, sans manque ni double', async () => {
    const acteur = await unMembre()
    await desDemandes(acteur, 60)
    const { id } = await envoyerParole(acteur, parole())
    await repondreA(await unAgent(), id)
    await envoyerParole(acteur, parole())
    const vus: string[] = []
    let cle = null
    do {
      const page = await loadMesFils(acteur, cle)
      expect(page.demandes.length).toBeLessThanOrEqual(DEMANDES_PAR_PAGE)
      vus.push(...page.demandes.map((d) => d.id))
      cle = page.suite === null ? null : cleDemandeSchema.parse(page.suite)
    } while (cle !== null)
    expect(vus[0]).toBe(id)
    expect(vus).toHaveLength(62)
    expect(new Set(vus).size).toBe(62)
    const toutes: string[] = []
    do {
      const page = await loadMesDemandes(acteur, cle)
      toutes.push(...page.demandes.map((d) => d.id))
      cle = page.suite === null ? null : cleDemandeSchema.parse(page.suite)
    } while (cle !== null)
    expect(new Set(toutes)).toEqual(new Set(vus))
  })
})

describe('Un brouillon ne perd jamais ses pièces (T04)', () => {
  test('le même fichier renvoyé parce que le réseau a coupé n’est joint qu’une fois, et part avec le message', async () => {
    const acteur = await unMembre()
    const cle = randomUUID()
    const fichiers = [await fichier()]
    await garderParole(acteur, brouillon(cle, { fichiers }))
    await garderParole(acteur, brouillon(cle, { fichiers, texte: 'Quand ser' }))
    const garde = await loadParCle(acteur, cle)
    expect(garde).toMatchObject({ etat: 'BROUILLON', envoyee: false })
    expect(garde?.pieces.map(({ nom }) => nom)).toEqual(['facture.pdf'])
    const ouverte = await ouvrirRedaction(acteur, 'MESSAGE', cle, {
      cle,
      remboursement: null,
      indu: null,
      demande: null,
      sujet: null,
    })
    expect(ouverte).toMatchObject({
      etat: 'A_ECRIRE',
      depart: { texte: 'Quand ser', pieces: [{ nom: 'facture.pdf' }] },
    })

    const { id } = await envoyerParole(acteur, parole({ cle }))
    const vue = await lire(acteur, id)
    expect(vue.fil[0]?.pieces.map(({ nom }) => nom)).toEqual(['facture.pdf'])
    // « Retour », puis le même formulaire : rien de plus.
    expect(
      (await garderParole(acteur, brouillon(cle, { fichiers: [await fichier('autre.pdf', 2)] }))).id,
    ).toBe(id)
    expect((await lire(acteur, id)).fil[0]?.pieces).toHaveLength(1)
    expect(
      await ouvrirRedaction(acteur, 'MESSAGE', cle, {
        cle,
        remboursement: null,
        indu: null,
        demande: null,
        sujet: null,
      }),
    ).toMatchObject({
      etat: 'PARTIE',
      href: `/adherent/demandes/${id}`,
    })
  })

  test('trois enregistrements en même temps du même fichier n’en gardent qu’un', async () => {
    const acteur = await unMembre()
    const cle = randomUUID()
    const unique = await fichier()
    await Promise.all(
      Array.from({ length: 3 }, () => garderParole(acteur, brouillon(cle, { fichiers: [unique] }))),
    )
    expect((await loadParCle(acteur, cle))?.pieces).toHaveLength(1)
  })

  test('une pièce retirée est effacée, elle n’a jamais été envoyée ; une pièce envoyée ne se retire plus', async () => {
    const acteur = await unMembre()
    const cle = randomUUID()
    await garderParole(
      acteur,
      brouillon(cle, { fichiers: [await fichier('a.pdf'), await fichier('b.pdf', 2)] }),
    )
    const pieces = (await loadParCle(acteur, cle))?.pieces ?? []
    const [a, b] = [pieces.find(({ nom }) => nom === 'a.pdf'), pieces.find(({ nom }) => nom === 'b.pdf')]
    await garderParole(acteur, brouillon(cle, { retirer: [a?.id ?? ''] }))
    await garderParole(acteur, brouillon(cle, { retirer: [a?.id ?? ''] }))
    expect((await loadParCle(acteur, cle))?.pieces.map(({ nom }) => nom)).toEqual(['b.pdf'])
    const restes = await lignes<{ nom: string }>(
      'SELECT nom_origine AS nom FROM depots WHERE compte_id = $1',
      [acteur.compteId],
    )
    expect(restes).toEqual([{ nom: 'b.pdf' }])
    const [effaces] = await lignes<{ nombre: number }>(
      'SELECT count(*)::int AS nombre FROM fichiers WHERE depose_par_id = $1 AND efface_le IS NOT NULL AND length(cle_scellee) = 0',
      [acteur.compteId],
    )
    expect(effaces?.nombre).toBe(1)
    await envoyerParole(acteur, parole({ cle }))
    await expect(retirerPiece(acteur, cle, b?.id ?? '')).rejects.toThrow('a avancé')
  })

  test('un brouillon abandonné ne garde aucune pièce', async () => {
    const acteur = await unMembre()
    const cle = randomUUID()
    const { id } = await garderParole(acteur, brouillon(cle, { fichiers: [await fichier()] }))
    await annulerDemande(acteur, id)
    expect(await loadParCle(acteur, cle)).toMatchObject({ etat: 'ANNULEE', pieces: [] })
    expect(await lignes('SELECT FROM depots WHERE compte_id = $1', [acteur.compteId])).toEqual([])
    // From another page still open: nothing is said to be sent, or kept.
    await expect(envoyerParole(acteur, parole({ cle }))).rejects.toThrow('abandonné ce brouillon')
    await expect(garderParole(acteur, brouillon(cle))).rejects.toThrow('abandonné ce brouillon')
    expect(
      await ouvrirRedaction(acteur, 'MESSAGE', cle, {
        cle,
        remboursement: null,
        indu: null,
        demande: null,
        sujet: null,
      }),
    ).toEqual({ etat: 'ABANDONNEE' })
  })

  test('six pièces sont une de trop, et les cinq premières restent', async () => {
    const acteur = await unMembre()
    const cle = randomUUID()
    const cinq = await Promise.all([1, 2, 3, 4, 5].map((n) => fichier(`piece${n}.pdf`, n)))
    await garderParole(acteur, brouillon(cle, { fichiers: cinq }))
    await expect(
      garderParole(acteur, brouillon(cle, { fichiers: [await fichier('six.pdf', 6)] })),
    ).rejects.toThrow('5 fichiers')
    expect((await loadParCle(acteur, cle))?.pieces).toHaveLength(5)
  })

  test('un autre compte ne retire rien et ne lit pas le brouillon', async () => {
    const acteur = await unMembre()
    const cle = randomUUID()
    await garderParole(acteur, brouillon(cle, { fichiers: [await fichier()] }))
    const autre = await unMembre()
    expect(await loadParCle(autre, cle)).toBeNull()
    await retirerPiece(autre, cle, (await loadParCle(acteur, cle))?.pieces[0]?.id ?? '')
    expect((await loadParCle(acteur, cle))?.pieces).toHaveLength(1)
  })
})

describe('A24 : ce qu’on a envoyé se suit', () => {
  test('une pièce demandée dit laquelle, avant quel jour et si rien ne se décide sans elle', async () => {
    const acteur = await unMembre()
    const { id } = await envoyerParole(acteur, parole())
    const agent = await unAgent()
    await prendre(agent, id)
    await demanderPieces(agent, id, {
      cle: randomUUID(),
      piece: 'CERTIFICAT_SCOLARITE',
      avant: '2026-03-31' as never,
      bloquante: true,
      texte: null,
    })
    const vue = await lire(acteur, id)
    expect(vue).toMatchObject({
      ton: 'A_FAIRE',
      qui: 'C’est à vous : nous attendons une pièce pour continuer',
      attendues: [
        {
          piece: 'certificat de scolarité ou carte d’étudiant',
          avant: '31 mars 2026',
          bloquante: true,
          recue: null,
        },
      ],
    })
    expect(vue.histoire.map(({ phrase }) => phrase)).toEqual([
      'Envoyée',
      'Prise en main par un gestionnaire',
      'Pièce demandée, avant le 31 mars 2026',
    ])
    const [ligne] = (await loadMesDemandes(acteur, null)).demandes
    expect(ligne === undefined ? null : voirLigneDemande(ligne, contexteDemandes()).suite).toBe(
      'À vous : la pièce est attendue avant le 31 mars 2026.',
    )
    await ajouterADemande(acteur, id, {
      cle: randomUUID(),
      texte: null,
      fichiers: [await fichier('certificat.pdf')],
    })
    const apres = await lire(acteur, id)
    expect(apres.attendues[0]?.recue).toBe('mardi 17 mars 2026')
    expect(apres.fil.at(-1)?.pieces.map(({ nom }) => nom)).toEqual(['certificat.pdf'])
  })

  test('en retard, la page le dit, et qui en est prévenu', async () => {
    const acteur = await unMembre()
    await desDemandes(acteur, 1, { des: '2026-03-13T10:00:00Z' })
    await lignes("UPDATE demandes SET escaladee_le = '2026-03-16T08:00:00Z' WHERE compte_id = $1", [
      acteur.compteId,
    ])
    const [ligne] = (await loadMesDemandes(acteur, null)).demandes
    const vue = await lire(acteur, ligne?.id ?? '')
    expect(vue.ton).toBe('RETARD')
    expect(vue.retard).toEqual([
      expect.stringContaining('nous sommes en retard'),
      'Le responsable de l’équipe en est prévenu depuis le lundi 16 mars 2026.',
    ])
  })

  test('annulée, elle reste lisible et ne reçoit plus rien', async () => {
    const acteur = await unMembre()
    const { id } = await envoyerParole(acteur, parole())
    await annulerDemande(acteur, id)
    expect(await lire(acteur, id)).toMatchObject({ etat: 'Annulée', peutEcrire: false, peutAnnuler: false })
  })
})

describe('A32 : une réclamation', () => {
  test('G11 : va jusqu’au médiateur, dates et articles à l’appui (règlement Mutami, art. 37 et 38)', async () => {
    const acteur = await unMembre('mutami')
    const promesse = await loadPromesse(acteur, 'RECLAMATION')
    // 10 jours ouvrables (sans les dimanches) après le mardi 17 mars : le samedi 28 ; 2 mois : le 17 mai.
    expect(promesse.accuse).toBe('samedi 28 mars 2026')
    expect(promesse.avant).toBe('dimanche 17 mai 2026')
    const { id } = await envoyerParole(acteur, parole({ nature: 'RECLAMATION', sujet: 'DELAI' }))
    const envoyee = await lire(acteur, id)
    expect(envoyee.faits).toEqual([
      { libelle: 'De quoi il s’agit', valeur: 'Un délai : nous tardons à répondre ou à payer' },
    ])
    expect(envoyee.mediation).toMatchObject({ maintenant: false, jusquau: '17 mars 2027' })
    expect(envoyee.mediation?.quand).toMatch(/si vous ne l’avez pas reçue le 17 mai 2026\.$/)
    expect(envoyee.mediation?.etapes.map(({ article }) => article)).toEqual([
      expect.stringMatching(/38/),
      expect.stringMatching(/38/),
    ])
    await repondreA(await unAgent(), id, 'Nous maintenons.')
    expect((await lire(acteur, id)).mediation).toMatchObject({
      maintenant: true,
      quand: expect.stringMatching(/^Nous vous avons répondu/),
    })
  })

  test('G11 : répondue, puis relancée, puis annulée : le médiateur peut toujours être saisi aussitôt, le dossier le dit aussi', async () => {
    const acteur = await unMembre('mutami')
    const { id } = await envoyerParole(acteur, parole({ nature: 'RECLAMATION', sujet: 'DELAI' }))
    const agent = await unAgent()
    await repondreA(agent, id, 'Nous maintenons.')
    await ajouterADemande(acteur, id, { cle: randomUUID(), texte: 'Je ne suis pas d’accord.', fichiers: [] })
    const relancee = await lire(acteur, id)
    expect(relancee.etat).toBe('Reçue')
    const aussitot = { maintenant: true, quand: expect.stringMatching(/^Nous vous avons répondu/) }
    expect(relancee.mediation).toMatchObject(aussitot)
    const dossier = await exporterDossier(acteur, id)
    if (dossier === null) throw new Error('dossier introuvable')
    const html = new TextDecoder().decode((await vider(dossier.octets))['dossier.html'])
    expect(html).toContain('vous pouvez le saisir dès maintenant')
    await annulerDemande(acteur, id)
    expect((await lire(acteur, id)).mediation).toMatchObject(aussitot)
  })

  test('un message répondu puis relancé ouvre toujours la réclamation ; un message sans réponse, non', async () => {
    const acteur = await unMembre()
    const [repondu, muet] = [
      await envoyerParole(acteur, parole()),
      await envoyerParole(acteur, parole({ sujet: 'CARTE' })),
    ]
    await repondreA(await unAgent(), repondu.id)
    await ajouterADemande(acteur, repondu.id, { cle: randomUUID(), texte: 'Jeudi est passé.', fichiers: [] })
    expect((await lire(acteur, repondu.id)).desaccord).toBe(true)
    expect((await lire(acteur, muet.id)).desaccord).toBe(false)
  })

  test('deux mois sans réponse : le médiateur peut être saisi aussitôt', async () => {
    const acteur = await unMembre('mutami')
    const { id } = await envoyerParole(acteur, parole({ nature: 'RECLAMATION', sujet: 'AUTRE' }))
    await lignes("UPDATE demandes SET envoyee_le = envoyee_le - interval '3 months' WHERE id = $1", [id])
    expect((await lire(acteur, id)).mediation).toMatchObject({
      maintenant: true,
      quand: 'Vous n’avez pas eu notre réponse le 17 février 2026 : vous pouvez le saisir dès maintenant.',
      jusquau: '17 décembre 2026',
    })
  })

  test('parle d’une demande par son identifiant seul, et seulement d’une des siennes', async () => {
    const acteur = await unMembre()
    const message = await envoyerParole(acteur, parole())
    const reference = { reference: message.id, referenceType: 'DEMANDE' } as const
    const { id } = await envoyerParole(
      acteur,
      parole({ nature: 'RECLAMATION', sujet: 'DECISION', ...reference }),
    )
    expect((await lire(acteur, id)).faits[1]).toEqual({
      libelle: 'À propos de',
      valeur: `la demande D-${String(message.numero).padStart(6, '0')}, envoyée le 17 mars 2026`,
    })
    await expect(
      envoyerParole(await unMembre(), parole({ nature: 'RECLAMATION', sujet: 'DECISION', ...reference })),
    ).rejects.toThrow('introuvable')
  })

  test('son dossier sort en un seul fichier : les échanges sans les notes internes, les raisons, les pièces, rien qui s’exécute', async () => {
    const acteur = await unMembre()
    const { id } = await envoyerParole(
      acteur,
      parole({
        nature: 'RECLAMATION',
        sujet: 'AUTRE',
        texte: 'Lisez <script>alert(1)</script> & répondez',
        fichiers: [await fichier('preuve.pdf')],
      }),
    )
    const agent = await unAgent()
    await noter(agent, id, { cle: randomUUID(), texte: 'note de la maison' })
    await repondreA(agent, id, 'Nous maintenons notre réponse.')
    for (const lecteur of [acteur, agent]) {
      const archive = await exporterDossier(lecteur, id)
      const contenu = await vider(archive?.octets ?? (async function* () {})())
      expect(Object.keys(contenu).sort()).toEqual(['dossier.html', 'pieces/01-preuve.pdf'])
      expect(
        Buffer.from(contenu['pieces/01-preuve.pdf'] ?? [])
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
      const html = new TextDecoder().decode(contenu['dossier.html'])
      expect(html).toContain('Lisez &lt;script&gt;alert(1)&lt;/script&gt; &amp; répondez')
      expect(html).toContain('Nous maintenons notre réponse.')
      expect(html).toContain('Ana Ruiz')
      expect(html).not.toContain('note de la maison')
      expect(html).not.toContain('<script')
    }
    const exports = await lignes<{ role: string }>(
      "SELECT role FROM journal WHERE acte = 'DEMANDE_EXPORTEE' AND objet_id = $1 ORDER BY rang",
      [id],
    )
    expect(exports.map(({ role }) => role)).toEqual(['ADHERENT', 'GESTIONNAIRE'])
    expect(await exporterDossier(await unMembre(), id)).toBeNull()
    expect(await exporterDossier(await unAgent('COMPTABLE'), id)).toBeNull()
  })
})

test('T07 : un droit sur ses données a sa réponse en un mois, par la loi, sans un mot à ajouter', async () => {
  const acteur = await unMembre()
  const lue = paroleSchema.parse({
    geste: 'ENVOYER',
    nature: 'DROITS_RGPD',
    cle: randomUUID(),
    sujet: 'ACCES',
    texte: '',
  })
  if (lue.geste !== 'ENVOYER') throw new Error('geste')
  const { id } = await envoyerParole(acteur, lue)
  const vue = await lire(acteur, id)
  expect(vue.limite?.phrase).toBe('vendredi 17 avril 2026')
  expect(vue.limite?.etapes[0]?.article).toMatch(/12/)
  expect(vue.faits).toEqual([
    { libelle: 'Ce que vous demandez', valeur: 'Recevoir une copie de mes données' },
  ])
  expect(vue.fil).toEqual([])
})
