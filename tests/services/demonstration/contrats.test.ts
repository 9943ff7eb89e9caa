import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { frapperAdherent, type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { loadMesContrats } from '@/lib/services/contrat/data'
import { voirContrats } from '@/lib/services/contrat/view'
import { emettreDocument } from '@/lib/services/document/mutations'
import { lireVueDroits } from '@/lib/services/mes-droits/data'
import { offreDeLOrganisme } from '@/lib/services/portefeuille/data'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { lireVueProjet } from '@/lib/services/projet/data'
import { articleCite } from '@/lib/services/remboursement/data'
import { lirePersonnes, rienASimuler, soinsGarantis } from '@/lib/services/simulation/data'
import { portefeuilleDemonstration } from '@/prisma/demonstration/portefeuille'
import { ouvrirComptes } from '@/scripts/demonstration/comptes'
import { deroulerCotisations } from '@/scripts/demonstration/cotisations'
import { baseDeTest } from '@/tests/support/database'

const JOUR = dateCivile('2026-03-17')
let base: pg.Pool

beforeAll(async () => {
  Object.assign(process.env, { PORTAIL_DEMO: '1', PORTAIL_TODAY: JOUR })
  base = new pg.Pool({ connectionString: (await baseDeTest()).urlProprietaire, max: 2 })
  const octets = new TextEncoder().encode(portefeuilleDemonstration())
  await importerPortefeuille(SYSTEME, octets, offreDeLOrganisme())
  await ouvrirComptes()
  await deroulerCotisations(() => undefined)
}, 120_000)
afterAll(() => base.end())

async function porteeDe(email: string): Promise<PorteeAdherent> {
  const { rows } = await base.query(
    `SELECT c.id AS "compteId", c.personne_id AS "personneId",
        ARRAY(SELECT a.id FROM adhesions a WHERE a.membre_participant_id = c.personne_id) AS adhesions,
        ARRAY(SELECT b.adhesion_id FROM beneficiaires b WHERE b.personne_id = c.personne_id AND b.lien <> 'MEMBRE_PARTICIPANT')
          AS "adhesionsLues" FROM comptes c WHERE c.email = $1`,
    [email],
  )
  return frapperAdherent({ type: 'ADHERENT', ...rows[0] })
}

const contratsDe = async (email: string) =>
  voirContrats(await loadMesContrats(await porteeDe(email)), { jour: JOUR, article: articleCite })
const projetDe = async (email: string, parametres: Record<string, string>) =>
  lireVueProjet(await porteeDe(email), { demande: JOUR, ...parametres }, JOUR)
const droitsDe = async (email: string, au: string) => lireVueDroits(await porteeDe(email), au, JOUR)
const suspendre = (numero: string) =>
  base.query(
    `INSERT INTO suspensions (adhesion_id, du, au) SELECT id, '2025-05-01', '2025-05-20' FROM adhesions
      WHERE numero_adherent = $1`,
    [numero],
  )

describe('« Mes contrats » (A14)', () => {
  test('un contrat dit sa formule, ses dates, son engagement fondé, son règlement et qui il couvre', async () => {
    const [vue] = await contratsDe('maelys.oeuvrard@exemple.test')
    expect(vue).toMatchObject({
      etat: 'EN_COURS',
      phraseEtat: 'Il vous couvre depuis le 1er janvier 2021.',
      formule: { libelle: 'Tribu Équilibre', phrase: 'Depuis le 1er janvier 2021.' },
      // Joined on a 1 January: until 31 December of that year, art. 5.
      engagement: { phrase: 'Votre engagement de départ s’est terminé le 31 décembre 2021.' },
      reglement: { edition: 'Règlement mutualiste Mutami, conseil d’administration du 30 novembre 2023' },
    })
    expect(vue?.engagement?.etapes[0]?.article).toMatch(/^Art\. 5/)
    expect(vue?.personnes.map(({ nom }) => nom.split(' ')[0])).toEqual(['Maëlys', 'Yanis', 'Noé', 'Lina'])
  })

  test('chaque article du règlement dit ce qu’il décide ; aucun n’est en double ni d’un autre jour', async () => {
    const [vue] = await contratsDe('maelys.oeuvrard@exemple.test')
    const articles = vue?.reglement.articles ?? []
    expect(articles.find(({ nom }) => nom.startsWith('Art. 5,'))?.decide).toMatch(
      /année civile au moins.*31 décembre.*tacite reconduction/,
    )
    expect(new Set(articles.map(({ cle }) => cle)).size).toBe(articles.length)
    expect(articles.every(({ decide }) => decide.endsWith('.'))).toBe(true)
  })

  test('qui est parti reste nommé à part', async () => {
    const [vue] = await contratsDe('rachid.haddad@exemple.test')
    expect(vue?.personnes.map(({ nom }) => nom.split(' ')[0])).toEqual(['Rachid', 'Nora', 'Yasmine'])
    expect(vue?.anciennes.map(({ phrase }) => phrase)).toEqual(['Du 1er janvier 2016 au 30 septembre 2025'])
  })

  test('un contrat terminé le dit, avec son dernier jour', async () => {
    const [vue] = await contratsDe('sander.vandenbroeck@exemple.test')
    expect(vue).toMatchObject({
      etat: 'TERMINE',
      phraseEtat: 'Il a couvert du 1er janvier 2022 au 30 juin 2025, ce jour compris.',
    })
  })

  test('deux contrats se lisent l’un sous l’autre', async () => {
    const vues = await contratsDe('roseaimee.baptiste@exemple.test')
    expect(vues.map(({ rang }) => rang)).toEqual([1, 2])
    expect(new Set(vues.map(({ numeroAdherent }) => numeroAdherent)).size).toBe(2)
  })

  test('un ayant droit de 16 ans ne lit que sa propre couverture', async () => {
    const [vue] = await contratsDe('yasmine.haddad@exemple.test')
    expect(vue?.titulaire).toBe(false)
    expect(vue?.personnes.map(({ nom }) => nom.split(' ')[0])).toEqual(['Yasmine'])
    expect([...(vue?.anciennes ?? []), vue?.engagement, vue?.finFormule]).toEqual([null, null])
    expect(await projetDe('yasmine.haddad@exemple.test', { faire: 'partir' })).toBeNull()
  })

  test('une formule réservée par l’âge dit quand elle s’arrête, et pourquoi', async () => {
    const [vue] = await contratsDe('theo.dekersauson@exemple.test')
    expect(vue?.finFormule?.phrase).toMatch(/^Cette formule s’arrête le 31 décembre \d{4}\.$/)
    expect(vue?.finFormule?.etapes).toHaveLength(1)
  })
})

describe('Combien, après un changement (A18, T05)', () => {
  /**
   * Maëlys pays 136,10 € a month in tribu-equilibre. In tribu-premium 2026: 57,10 + 64,00 + 27,40 + 27,40 = 175,90 €, from 1 May.
   * January to April stay: the year is round(1 633,20) until 30 April by days, 1 633,20 − 1 633,20 × 245 / 365 = 536,94 €, then
   * 2 110,80 × 245 / 365 = 1 416,84 €: 1 953,78 €, 320,58 € more.
   */
  test('changer de formule : par mois, et pour toute l’année', async () => {
    const vue = await projetDe('maelys.oeuvrard@exemple.test', { faire: 'option', formule: 'tribu-premium' })
    expect(vue?.reponse?.titre).toBe('Oui, à partir du vendredi 1er mai 2026')
    const cotisation = vue?.reponse?.cotisation
    expect(cotisation?.avant).toBe(13_610)
    expect(cotisation?.apres).toEqual([{ depuis: '1er mai 2026', mensuelle: 17_590 }])
    expect([cotisation?.annee?.avant, cotisation?.annee?.apres]).toEqual([163_320, 195_378])
    expect(cotisation?.annee?.phrase.replaceAll('\u00a0', ' ')).toBe(
      'Soit 320,58 € de plus d’ici la fin de 2026.',
    )
    expect(cotisation?.etapes.length).toBeGreaterThan(0)
    expect(cotisation?.notes.join(' ')).toMatch(/démonstration/)
  })

  /** From the third child on, free (art. 19): a birth costs nothing, nor does it change a month. */
  test('A17 : un troisième enfant ne coûte rien', async () => {
    const vue = await projetDe('maelys.oeuvrard@exemple.test', {
      faire: 'ajouter',
      motif: 'naissance',
      evenement: '2026-03-10',
    })
    expect(vue?.reponse?.titre).toBe('Oui, à partir du mardi 10 mars 2026')
    expect(vue?.reponse?.cotisation?.apres.at(-1)?.mensuelle).toBe(13_610)
    expect(vue?.reponse?.cotisation?.annee).toBeNull()
  })

  /** Yanis pays 49,50 €: without him 86,60 €; covered until 31 March. */
  test('A16 : retirer une personne baisse la cotisation dès le lendemain', async () => {
    const vue = await projetDe('maelys.oeuvrard@exemple.test', {
      faire: 'retirer',
      motif: 'DEMANDE',
      personne: '1',
    })
    expect(vue?.reponse?.cotisation?.apres).toEqual([{ depuis: '1er avril 2026', mensuelle: 8_660 }])
  })

  test('A31 : partir arrête la cotisation, et dit ce qui ne sera pas payé', async () => {
    const vue = await projetDe('maelys.oeuvrard@exemple.test', { faire: 'partir', motif: 'INFRA_ANNUELLE' })
    expect(vue?.reponse?.cotisation?.apres).toEqual([{ depuis: '18 avril 2026', mensuelle: 0 }])
    // 258 days are left after 17 April: 1 633,20 × 258 / 365 = 1 154,426… €.
    expect(vue?.reponse?.cotisation?.annee?.phrase.replaceAll('\u00a0', ' ')).toBe(
      'Soit 1 154,43 € de moins d’ici la fin de 2026.',
    )
  })

  test('quand le tarif de l’année n’est pas connu, les montants d’aujourd’hui sont dits indicatifs', async () => {
    const vue = await projetDe('maelys.oeuvrard@exemple.test', {
      faire: 'option',
      formule: 'tribu-premium',
      souhait: '2027-02-01',
    })
    expect(vue?.reponse?.titre).toBe('Oui, à partir du lundi 1er février 2027')
    // Dated from the change, not from today: 175,90 € in the tariff of 2026.
    expect(vue?.reponse?.cotisation).toMatchObject({
      avant: 13_610,
      annee: null,
      apres: [{ depuis: '1er février 2027', mensuelle: 17_590 }],
    })
    expect(vue?.reponse?.cotisation?.notes[0]).toMatch(/pas encore connu.*à titre indicatif/)
  })

  test('rien de ce qui est simulé n’est écrit', async () => {
    const compter = async () =>
      (
        await base.query(
          'SELECT (SELECT count(*) FROM choix_formules) AS f, (SELECT count(*) FROM echeanciers) AS e',
        )
      ).rows
    const avant = await compter()
    await projetDe('maelys.oeuvrard@exemple.test', { faire: 'option', formule: 'tribu-premium' })
    expect(await compter()).toEqual(avant)
  })
})

describe('Que puis-je faire, sous chaque règlement (A16, A17, A18, T05)', () => {
  const oui = async (email: string, parametres: Record<string, string>) =>
    (await projetDe(email, parametres))?.reponse?.titre
  const naissance = (evenement: string) => ({
    faire: 'ajouter',
    motif: 'naissance',
    evenement,
    celibataire: 'oui',
    rattache: 'oui',
  })

  // Asked on 17 March 2026.
  test.each([
    // Art. 3: up at any time, a month before a 1st of month; down after two years in the option, taken on 1 July 2025.
    [
      'SMB, monter',
      'smb@exemple.test',
      { faire: 'option', formule: 'modulaire-3-3-3' },
      'Oui, à partir du vendredi 1er mai 2026',
    ],
    ['SMB, descendre', 'smb@exemple.test', { faire: 'option', formule: 'modulaire-2-2-2' }, 'Pas encore'],
    // The lowering of 1 January 2025 began a new option: two years run from it.
    [
      'SMB, descendre encore',
      'aldo.giroud@exemple.test',
      { faire: 'option', formule: 'mutame-1' },
      'Pas encore',
    ],
    // A birth of 16 January: two months end on 16 March, three on 16 April (art. 5; art. 2-1).
    [
      'SMB, trop tard d’un jour',
      'smb@exemple.test',
      naissance('2026-01-16'),
      'Oui, à partir du mercredi 1er avril 2026',
    ],
    [
      'SMB, au dernier jour',
      'smb@exemple.test',
      naissance('2026-01-17'),
      'Oui, à partir du samedi 17 janvier 2026',
    ],
    [
      'Ociane, dans les trois mois',
      'ociane@exemple.test',
      naissance('2026-01-16'),
      'Oui, à partir du vendredi 16 janvier 2026',
    ],
    [
      'Mutame & Plus, dans les deux mois',
      'mutameplus@exemple.test',
      naissance('2026-01-17'),
      'Oui, à partir du samedi 17 janvier 2026',
    ],
    // Art. 3-5: the next 1 January, after twelve months in the guarantee.
    [
      'Ociane, changer d’option',
      'ociane@exemple.test',
      { faire: 'option', formule: 'panier-ani' },
      'Oui, à partir du vendredi 1er janvier 2027',
    ],
    // FAQ: one month after the notice.
    [
      'Mutame & Plus, partir',
      'mutameplus@exemple.test',
      { faire: 'partir', motif: 'INFRA_ANNUELLE' },
      'Oui, le contrat prendrait fin le vendredi 17 avril 2026',
    ],
  ] as const)('%s', async (_cas, email, parametres, titre) => {
    expect(await oui(email, parametres)).toBe(titre)
  })

  test.each(['option', 'ajouter', 'retirer', 'partir'])(
    'Mieux-Etre ne dit rien de « %s » : la page le dit, sans échouer',
    async (faire) => {
      const motifs = {
        option: {},
        ajouter: { motif: 'naissance', evenement: '2026-03-01' },
        retirer: { motif: 'DEMANDE', personne: '1' },
        partir: { motif: 'ECHEANCE' },
      }
      const choisi = Object.entries(motifs).find(([cle]) => cle === faire)?.[1] ?? {}
      expect(await oui('mieuxetre@exemple.test', { faire, ...choisi })).toBe(
        'Votre règlement ne prévoit pas ce cas',
      )
    },
  )

  test('ce que personne ne peut chiffrer n’attend pas un tarif', async () => {
    const vue = await projetDe('mutameplus@exemple.test', { faire: 'partir', motif: 'INFRA_ANNUELLE' })
    expect(vue?.reponse?.cotisation).toBeNull()
    expect(vue?.reponse?.sansCotisation).toMatch(
      /^Votre règlement ne dit pas comment la cotisation se calcule/,
    )
  })

  test('le contrat et les droits d’un règlement sans tableau disent où sont les garanties', async () => {
    const [vue] = await contratsDe('mieuxetre@exemple.test')
    expect(vue?.formule).toBeNull()
    expect(vue?.reglement.phrases.join(' ')).toMatch(/ne publie pas de tableau.*écrites dans votre contrat/)
    const { droits } = await droitsDe('mieuxetre@exemple.test', JOUR)
    expect(droits[0]).toMatchObject({ etat: 'EN_COURS' })
    expect(droits[0]?.phrases.join(' ')).toMatch(/écrites dans votre contrat/)
  })

  test('rien n’est à simuler sans tableau ; ailleurs, la formule choisit les soins', async () => {
    const [nadia] = await lirePersonnes(await porteeDe('mieuxetre@exemple.test'))
    const [linh] = await lirePersonnes(await porteeDe('ociane@exemple.test'))
    if (nadia === undefined || linh === undefined) throw new Error('personne absente')
    expect([rienASimuler(nadia, JOUR), rienASimuler(linh, JOUR)]).toEqual([true, false])
    // The option pays an osteopath, the basket of 2024 does not.
    expect(soinsGarantis(linh, JOUR)?.has('medecines-douces')).toBe(true)
    expect(soinsGarantis(linh, dateCivile('2024-06-18'))?.has('medecines-douces')).toBe(false)
  })

  test('un papier d’un contrat sans formule la tait, et n’invente pas qu’il est responsable', async () => {
    const portee = await porteeDe('mieuxetre@exemple.test')
    const [adhesion = ''] = portee.adhesions
    const natures = ['CARTE_TIERS_PAYANT', 'ATTESTATION_DROITS', 'CERTIFICAT_ADHESION'] as const
    const faits = []
    for (const nature of natures) {
      const id = await emettreDocument(portee, { nature, adhesion }, JOUR)
      const { rows } = await base.query(`SELECT donnees -> 'faits' AS faits FROM documents WHERE id = $1`, [
        id,
      ])
      faits.push(rows[0]?.faits)
    }
    expect(faits).toMatchObject([
      { formule: null, responsable: null, du: '2026-01-01', au: '2026-12-31' },
      { formule: null, responsable: null, reglement: 'Mieux-Etre' },
      { formules: [], responsable: null },
    ])
  })
})

describe('« Mes droits au … » (T03)', () => {
  const formule = async (email: string, au: string) => (await droitsDe(email, au)).droits[0]?.phrases[1]

  test('la formule est celle du jour choisi, avant et après un changement', async () => {
    const { rows } = await base.query<{ du: string }>(
      `SELECT to_char(max(f.du), 'YYYY-MM-DD') AS du FROM choix_formules f JOIN adhesions a ON a.id = f.adhesion_id
        JOIN comptes c ON c.personne_id = a.membre_participant_id WHERE c.email = 'jf.lecoeur@exemple.test'`,
    )
    const bascule = dateCivile(rows[0]?.du ?? '')
    expect(await formule('jf.lecoeur@exemple.test', bascule)).toMatch(/Premium/)
    const veille = new Date(Date.parse(bascule) - 86_400_000).toISOString().slice(0, 10)
    expect(await formule('jf.lecoeur@exemple.test', veille)).toMatch(/Essentiel/)
  })

  test.each([
    ['le dernier jour du contrat couvre encore', '2025-06-30', 'Contrat en vigueur ce jour-là.'],
    [
      'le lendemain ne couvre plus, et c’est dit',
      '2025-07-01',
      'Pas de droits ce jour-là : ce contrat a pris fin le 30 juin 2025.',
    ],
    [
      'avant le contrat, il n’y a pas de droits',
      '2021-12-31',
      'Pas de droits ce jour-là : ce contrat commence le 1er janvier 2022.',
    ],
  ])('%s', async (_nom, au, phrase) => {
    const { droits } = await droitsDe('sander.vandenbroeck@exemple.test', au)
    expect(droits[0]?.phrases[0]).toBe(phrase)
  })

  test('un enfant parti est couvert la veille de son départ, plus le lendemain', async () => {
    const noms = async (au: string) =>
      (await droitsDe('rachid.haddad@exemple.test', au)).droits[0]?.personnes.map(
        ({ nom }) => nom.split(' ')[0],
      )
    expect(await noms('2025-09-30')).toContain('Elias')
    expect(await noms('2025-10-01')).not.toContain('Elias')
  })

  test('un jour d’une suspension dit que rien n’est remboursé, à l’ayant droit sans parler d’argent', async () => {
    await suspendre('00410086')
    const titulaire = await droitsDe('rachid.haddad@exemple.test', '2025-05-10')
    expect(titulaire.droits[0]).toMatchObject({ etat: 'ATTENTE' })
    expect(titulaire.droits[0]?.phrases[0]).toMatch(/suspendus.*20 mai 2025.*cotisations/)
    const [ayantDroit] = (await droitsDe('yasmine.haddad@exemple.test', '2025-05-10')).droits
    expect(ayantDroit?.phrases[0]).toMatch(/suspendus/)
    expect(JSON.stringify(ayantDroit)).not.toMatch(/otisation/)
    expect((await droitsDe('yasmine.haddad@exemple.test', '2025-05-21')).droits[0]?.etat).toBe('EN_COURS')
  })

  test('avant le tableau des garanties, les forfaits ne sont pas inventés', async () => {
    const [vue] = (await droitsDe('maelys.oeuvrard@exemple.test', '2022-05-05')).droits
    expect(vue?.sansCompteurs).toMatch(/n’est pas connu pour ce jour-là/)
    expect(vue?.personnes.every(({ compteurs }) => compteurs.length === 0)).toBe(true)
  })

  test.each([
    ['hors de la période connue', '2019-12-31', /à partir du 1er janvier 2020/],
    ['trop loin', '2029-03-18', /avant le 17 mars 2029/],
    ['qui n’existe pas', '2026-02-30', /n’existe pas/],
    ['vide', '', /Choisissez un jour/],
  ])('une date %s est dite près du champ, et gardée', async (_nom, au, phrase) => {
    const { demande } = await droitsDe('maelys.oeuvrard@exemple.test', au)
    expect(demande.erreurs[0]).toMatchObject({ champ: 'au', message: expect.stringMatching(phrase) })
    expect(demande.saisie).toBe(au)
  })

  test('un forfait d’avenir est entier, celui d’aujourd’hui compte ce qui est pris', async () => {
    const { rows } = await base.query<{ adhesion: string; personne: string }>(
      `SELECT a.id AS adhesion, a.membre_participant_id AS personne FROM adhesions a WHERE a.numero_adherent = '00410011'`,
    )
    const [qui] = rows
    await base.query(
      `INSERT INTO flux_recus (id, emetteur_type, emetteur_code, id_fichier, empreinte, cree_le, statut, nombre_lignes,
        total_depense, total_ro, lignes_nouvelles, lignes_doublons, lignes_quarantaine)
        VALUES ('00000000-0000-4000-8000-0000000000f1', 'AMO', '01999', 'T03', '\\x00', now(), 'LIQUIDE', 0, 0, 0, 0, 0, 0)`,
    )
    await base.query(
      `INSERT INTO lignes_decompte (id, flux_id, rang, emetteur_type, emetteur_code, id_decompte, numero_ligne, empreinte,
        operation, reversion, pour_information, personne_id, soins_debut, contenu)
        VALUES ('00000000-0000-4000-8000-0000000000b1', '00000000-0000-4000-8000-0000000000f1', 1, 'AMO', '01999', 'T03', 1,
        '\\x00', 'PAIEMENT', false, false, $1, '2026-02-10', '{}')`,
      [qui?.personne],
    )
    await base.query(
      `INSERT INTO prestations (id, ligne_id, adhesion_id, personne_id, etat, date_soins, libelle, destinataire, depense, base,
        part_amo, participation, franchise, part_mutuelle, reste_a_charge, version_reglement, entrees, motifs, limites)
        VALUES ('00000000-0000-4000-8000-0000000000c1', '00000000-0000-4000-8000-0000000000b1', $1, $2, 'A_PAYER', '2026-02-10',
        'Séance d’ostéopathie', 'ASSURE', 2500, 0, 0, 0, 0, 2500, 0, 'mutami@2024-01-01', '{}',
        '[{"code":"NON_GARANTI","article":"mutami/art-10","donnees":{}}]', '{}')`,
      [qui?.adhesion, qui?.personne],
    )
    await base.query(
      `INSERT INTO consommations (prestation_id, rang, adhesion_id, personne_id, ligne, jour, montant)
        VALUES ('00000000-0000-4000-8000-0000000000c1', 1, $1, $2, 'bien-etre.medecines-douces', '2026-02-10', 2500)`,
      [qui?.adhesion, qui?.personne],
    )
    const entames = async (au: string) => {
      const { droits } = await droitsDe('maelys.oeuvrard@exemple.test', au)
      return droits[0]?.personnes[0]?.compteurs.filter(({ entame }) => entame).map(({ phrase }) => phrase)
    }
    expect(await entames('2026-02-09')).toEqual([])
    expect(await entames(JOUR)).toEqual([expect.stringMatching(/^Reste .* jusqu’au 31 décembre 2026\.$/)])
    expect(await entames('2027-01-01')).toEqual([])
    const apres = await droitsDe('maelys.oeuvrard@exemple.test', '2027-01-01')
    expect(apres.valeur).toMatch(/^Si rien ne change/)
  })
})
