import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import type { FaitsAttestation } from '@/lib/papiers/attestation-droits'
import type { FaitsCarte } from '@/lib/papiers/carte-tiers-payant'
import type { FaitsCertificat } from '@/lib/papiers/certificat-adhesion'
import type { FaitsCourrier } from '@/lib/papiers/courrier'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { ecrire } from '@/lib/server/db'
import { frapperGestion, SYSTEME } from '@/lib/server/portee'
import {
  loadDocument,
  loadDocuments,
  loadPageDocuments,
  verifierDocument,
} from '@/lib/services/document/data'
import { emettreCourrier, emettreDocument } from '@/lib/services/document/mutations'
import { cleDocumentSchema, courrierSchema, type NatureALaDemande } from '@/lib/services/document/schema'
import { materialiser, materialiserParId } from '@/lib/services/rendu/mutations'
import { lignes, travauxEnAttente } from '../support/comptes'
import { baseDeTest } from '../support/database'
import {
  ADHESION_CLAIRE,
  ADHESION_ODETTE,
  CLAIRE,
  ELIE,
  installerFamilles,
  ODETTE,
  porteeClaire,
  porteeElie,
  porteeOdette,
} from '../support/famille'

let base: pg.Pool
let donnees: string

beforeAll(async () => {
  const { urlProprietaire } = await baseDeTest()
  donnees = await mkdtemp(join(tmpdir(), 'portail-documents-'))
  Object.assign(process.env, { PORTAIL_TODAY: '2026-03-17', PORTAIL_DATA: donnees })
  base = new pg.Pool({ connectionString: urlProprietaire, max: 3 })
  await installerFamilles(base)
  await base.query(`UPDATE adhesions SET reglement = 'mutami'`)
  await base.query(`INSERT INTO choix_formules (adhesion_id, formule, du, au) VALUES
    ('${ADHESION_CLAIRE}', 'tribu-essentiel', '2023-01-01', '2025-12-31'), ('${ADHESION_CLAIRE}', 'tribu-equilibre', '2026-01-01', NULL),
    ('${ADHESION_ODETTE}', 'aine-essentiel', '2023-01-01', NULL)`)
})
afterAll(async () => {
  await base.end()
  await rm(donnees, { recursive: true, force: true })
})

const JOUR = dateCivile('2026-03-17')
const demande = (nature: NatureALaDemande, adhesion: string) => ({ nature, adhesion })

const phraseDe = async (promesse: Promise<unknown>): Promise<string> => {
  const erreur = await promesse.then(
    () => null,
    (e: unknown) => e,
  )
  if (!(erreur instanceof SaisieRefusee)) throw new Error('attendait un refus')
  return erreur.message
}

describe('ce qui s’émet à la demande', () => {
  test('la carte de la famille vaut pour l’année civile, et reste la même tant que rien ne change', async () => {
    const id = await emettreDocument(porteeClaire, demande('CARTE_TIERS_PAYANT', ADHESION_CLAIRE))
    const carte = await loadDocument(porteeClaire, id)
    const faits = carte?.donnees.faits as FaitsCarte
    expect([carte?.du, carte?.au, carte?.emisLe]).toEqual(['2026-01-01', '2026-12-31', '2026-03-17'])
    expect(faits.formule).toBe('Tribu Équilibre')
    expect(faits.responsable).toBe(true)
    expect(faits.beneficiaires.map((b) => `${b.prenom} ${b.dateNaissance} ${b.rang}`)).toEqual([
      'Claire 1979-04-12 1',
      'Élie 2008-08-30 1',
    ])
    expect(await emettreDocument(porteeClaire, demande('CARTE_TIERS_PAYANT', ADHESION_CLAIRE))).toBe(id)
    const autreJour = dateCivile('2026-11-02')
    expect(
      await emettreDocument(porteeClaire, demande('CARTE_TIERS_PAYANT', ADHESION_CLAIRE), autreJour),
    ).toBe(id)
    const anSuivant = dateCivile('2027-01-01')
    expect(
      await emettreDocument(porteeClaire, demande('CARTE_TIERS_PAYANT', ADHESION_CLAIRE), anSuivant),
    ).not.toBe(id)
  })

  test('dix demandes au même moment font une seule attestation, entrée une fois au journal', async () => {
    const ids = await Promise.all(
      Array.from({ length: 10 }, () =>
        emettreDocument(porteeClaire, demande('ATTESTATION_DROITS', ADHESION_CLAIRE)),
      ),
    )
    expect(new Set(ids).size).toBe(1)
    expect(
      await lignes("SELECT acte, compte_id FROM journal WHERE objet_id = $1 AND objet_type = 'document'", [
        ids[0],
      ]),
    ).toEqual([{ acte: 'DOCUMENT_EMIS', compte_id: porteeClaire.compteId }])
  })

  test('l’attestation d’un autre jour est une autre attestation : elle dit la situation de son jour', async () => {
    const [a, b] = [
      await emettreDocument(porteeClaire, demande('ATTESTATION_DROITS', ADHESION_CLAIRE), JOUR),
      await emettreDocument(
        porteeClaire,
        demande('ATTESTATION_DROITS', ADHESION_CLAIRE),
        dateCivile('2026-03-18'),
      ),
    ]
    expect(b).not.toBe(a)
  })

  test('le certificat dit les formules dans l’ordre, et toute la famille', async () => {
    const id = await emettreDocument(porteeClaire, demande('CERTIFICAT_ADHESION', ADHESION_CLAIRE))
    const faits = (await loadDocument(porteeClaire, id))?.donnees.faits as FaitsCertificat
    expect(faits.formules).toEqual([
      { formule: 'Tribu Essentiel', du: '2023-01-01', au: '2025-12-31' },
      { formule: 'Tribu Équilibre', du: '2026-01-01', au: null },
    ])
    expect(faits.beneficiaires.map((b) => [b.prenom, b.lien])).toEqual([
      ['Claire', 'MEMBRE_PARTICIPANT'],
      ['Élie', 'ENFANT'],
    ])
  })

  test('l’ayant droit a sa carte à son seul nom ; il ne lit pas celle de la famille', async () => {
    const id = await emettreDocument(porteeElie, demande('CARTE_TIERS_PAYANT', ADHESION_CLAIRE))
    const lue = await loadDocument(porteeElie, id)
    const faits = lue?.donnees.faits as FaitsCarte
    expect(faits.beneficiaires.map((b) => b.prenom)).toEqual(['Élie'])
    expect(faits.adherent.prenom).toBe('Claire')
    expect(lue?.personneId).toBe(ELIE)
    const siennes = await loadDocuments(porteeElie, 50)
    expect(siennes.map((d) => d.id)).toEqual([id])
    // The membre participant reads everything of the contract.
    expect((await loadDocuments(porteeClaire, 50)).map((d) => d.id)).toContain(id)
  })

  test('une étrangère n’émet rien pour ce contrat, et ses papiers lui sont introuvables', async () => {
    expect(
      await phraseDe(emettreDocument(porteeOdette, demande('CARTE_TIERS_PAYANT', ADHESION_CLAIRE))),
    ).toMatch(/n’est pas dans votre espace/)
    const id = await emettreDocument(porteeClaire, demande('CARTE_TIERS_PAYANT', ADHESION_CLAIRE))
    expect(await loadDocument(porteeOdette, id)).toBeNull()
    expect(await loadDocuments(porteeOdette, 50)).toEqual([])
  })

  test('la base elle-même refuse un papier écrit pour une autre, un relevé écrit à la main, un fichier attaché', async () => {
    const ecrireDirect = (colonnes: string, valeurs: string) =>
      ecrire(porteeOdette, (client) =>
        client.query(
          `INSERT INTO documents (nature, adhesion_id, personne_id, emis_le, gabarit, donnees, empreinte_donnees, jeton_verification${colonnes})
            VALUES ('CARTE_TIERS_PAYANT', '${ADHESION_CLAIRE}', '${CLAIRE}', '2026-03-17', 'carte/1', '{}', sha256('a'), repeat('a', 43)${valeurs})`,
        ),
      )
    await expect(ecrireDirect('', '')).rejects.toThrow(/row-level security/)
    await expect(
      ecrire(porteeClaire, (client) => client.query("UPDATE documents SET gabarit = 'x'")),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('quand les droits sont finis', () => {
  test('plus de carte, avec le jour ; l’attestation dit jusqu’à quand', async () => {
    await base.query(`UPDATE adhesions SET date_fin = '2025-06-30' WHERE id = '${ADHESION_ODETTE}'`)
    expect(
      await phraseDe(emettreDocument(porteeOdette, demande('CARTE_TIERS_PAYANT', ADHESION_ODETTE))),
    ).toMatch(/a pris fin le 30 juin 2025/)
    const id = await emettreDocument(porteeOdette, demande('ATTESTATION_DROITS', ADHESION_ODETTE))
    const faits = (await loadDocument(porteeOdette, id))?.donnees.faits as FaitsAttestation
    expect(faits.beneficiaires.map((b) => [b.prenom, b.du, b.au])).toEqual([
      ['Odette', '2023-01-01', '2025-06-30'],
    ])
    await base.query(`UPDATE adhesions SET date_fin = NULL WHERE id = '${ADHESION_ODETTE}'`)
  })

  test('avant le premier jour du contrat : la carte viendra ce jour-là', async () => {
    const avant = dateCivile('2022-12-31')
    expect(
      await phraseDe(emettreDocument(porteeOdette, demande('CARTE_TIERS_PAYANT', ADHESION_ODETTE), avant)),
    ).toMatch(/commence le 1er janvier 2023/)
  })

  test('un départ déjà connu raccourcit la carte', async () => {
    await base.query(`UPDATE beneficiaires SET au = '2026-08-31' WHERE personne_id = '${ELIE}'`)
    const id = await emettreDocument(porteeClaire, demande('CARTE_TIERS_PAYANT', ADHESION_CLAIRE))
    expect((await loadDocument(porteeClaire, id))?.au).toBe('2026-08-31')
    await base.query(`UPDATE beneficiaires SET au = NULL WHERE personne_id = '${ELIE}'`)
  })
})

describe('le PDF d’un papier', () => {
  test('cinq premières demandes au même moment : un seul fichier, puis toujours le même', async () => {
    const id = await emettreDocument(porteeOdette, demande('CARTE_TIERS_PAYANT', ADHESION_ODETTE))
    const document = await loadDocument(porteeOdette, id)
    if (document === null) throw new Error('document absent')
    const avant = await lignes('SELECT id FROM fichiers')
    const fichiers = await Promise.all(Array.from({ length: 5 }, () => materialiser(document)))
    expect(new Set(fichiers).size).toBe(1)
    expect(await lignes('SELECT id FROM fichiers')).toHaveLength(avant.length + 1)
    expect(await materialiserParId(id)).toBe(fichiers[0])
    expect((await loadDocument(porteeOdette, id))?.fichierId).toBe(fichiers[0])
  })
})

describe('la vérification publique', () => {
  const jetonDe = async (id: string): Promise<string> =>
    (await loadDocument(SYSTEME, id))?.jetonVerification ?? ''

  test('dit ce que c’est et s’il vaut aujourd’hui, sans nom, sans numéro, sans date de naissance', async () => {
    const id = await emettreDocument(porteeOdette, demande('CARTE_TIERS_PAYANT', ADHESION_ODETTE))
    const vue = await verifierDocument(await jetonDe(id))
    expect(vue).toMatchObject({
      titre: 'Carte de tiers payant',
      etat: 'EN_VIGUEUR',
      emis: '17 mars 2026',
      personnes: [{ rang: 0, initiales: 'O. V.', couvert: true }],
    })
    expect(JSON.stringify(vue)).not.toMatch(/Vidal|Odette|100777|1941/)
  })

  test('le jour où les droits finissent ou la formule change, la carte ne vaut plus', async () => {
    const id = await emettreDocument(porteeOdette, demande('CARTE_TIERS_PAYANT', ADHESION_ODETTE))
    const jeton = await jetonDe(id)
    await base.query(`UPDATE beneficiaires SET au = '2026-03-16' WHERE personne_id = '${ODETTE}'`)
    expect(await verifierDocument(jeton)).toMatchObject({
      etat: 'PLUS_EN_VIGUEUR',
      personnes: [{ rang: 0, initiales: 'O. V.', couvert: false }],
    })
    await base.query(`UPDATE beneficiaires SET au = NULL WHERE personne_id = '${ODETTE}'`)
    await base.query(
      `UPDATE choix_formules SET formule = 'aine-premium' WHERE adhesion_id = '${ADHESION_ODETTE}'`,
    )
    expect((await verifierDocument(jeton))?.etat).toBe('PLUS_EN_VIGUEUR')
    await base.query(
      `UPDATE choix_formules SET formule = 'aine-essentiel' WHERE adhesion_id = '${ADHESION_ODETTE}'`,
    )
    expect((await verifierDocument(jeton))?.etat).toBe('EN_VIGUEUR')
  })

  test('une adresse que personne n’a imprimée ne dit rien', async () => {
    expect(await verifierDocument('a'.repeat(43))).toBeNull()
  })
})

describe('un courrier de la gestion', () => {
  const acteur = (role: 'GESTIONNAIRE' | 'COMPTABLE') =>
    frapperGestion({ type: 'GESTION', compteId: '00000000-0000-4000-8000-0000000000aa', role })
  const saisie = (numeroAdherent: string) =>
    courrierSchema.parse({
      numeroAdherent,
      objet: 'Votre demande du 2 mars',
      texte: 'Bonjour,\n\nNous avons bien reçu votre devis.\r\n\r\n#link("x") *rien*',
    })

  test('part à la personne de ce numéro, zéros et espaces compris, et se retrouve dans son espace', async () => {
    await base.query(
      `INSERT INTO comptes (role, statut, personne_id, email, email_confirme_le, nom_affiche, mot_de_passe, conditions_version, conditions_acceptees_le)
       VALUES ('ADHERENT', 'ACTIF', $1, 'odette@exemple.test', now(), 'O', '$argon2id$x', '1', now())`,
      [ODETTE],
    )
    const id = await emettreCourrier(acteur('GESTIONNAIRE'), saisie(' 00100 777'), 'A. Gestion')
    expect(await emettreCourrier(acteur('GESTIONNAIRE'), saisie('100777'), 'A. Gestion')).toBe(id)
    const annonces = await travauxEnAttente('courriel')
    expect(annonces.map(({ contenu }) => contenu.a)).toEqual(['odette@exemple.test'])
    expect(annonces[0]?.contenu.texte).toContain(`/adherent/documents/${id}`)
    expect(annonces[0]?.contenu.texte).not.toMatch(/devis|demande du 2 mars/)
    const lu = await loadDocument(porteeOdette, id)
    expect(lu?.objet).toBe('Votre demande du 2 mars')
    expect((lu?.donnees.faits as FaitsCourrier | undefined)?.paragraphes).toEqual([
      'Bonjour,',
      'Nous avons bien reçu votre devis.',
      '#link("x") *rien*',
    ])
    expect(await loadDocument(porteeClaire, id)).toBeNull()
    expect(await loadDocument(porteeElie, id)).toBeNull()
  })

  test('un numéro inconnu est dit au bon champ ; un autre métier n’écrit pas', async () => {
    await expect(emettreCourrier(acteur('GESTIONNAIRE'), saisie('999999'), 'A')).rejects.toMatchObject({
      erreurs: [{ champ: 'numeroAdherent' }],
    })
    await expect(emettreCourrier(acteur('COMPTABLE'), saisie('100777'), 'A')).rejects.toThrow(/refusé/)
  })
})

describe('la liste des documents d’une personne', () => {
  test('se lit page après page, sans en perdre ni en répéter, même écrits au même instant', async () => {
    await base.query(
      `INSERT INTO documents (nature, adhesion_id, personne_id, emis_le, gabarit, donnees, empreinte_donnees, jeton_verification, cree_le)
        SELECT 'COURRIER', $1, $2, '2026-03-01'::date + (n / 40), 'courrier/1', d.donnees, sha256(('p' || n)::bytea),
          'pagination-des-papiers-' || n, '2026-03-01T08:00:00Z'
        FROM generate_series(1, 70) n, (SELECT donnees FROM documents WHERE adhesion_id = $1 LIMIT 1) d`,
      [ADHESION_CLAIRE, CLAIRE],
    )
    const attendus = (await loadDocuments(porteeClaire, 1000)).map(({ id }) => id)
    const lus: string[] = []
    let pages = 0
    for (let cle: string | null = ''; cle !== null; pages += 1) {
      const { documents, suite } = await loadPageDocuments(porteeClaire, cleDocumentSchema.parse(cle || null))
      expect(documents.length).toBeLessThanOrEqual(30)
      lus.push(...documents.map(({ id }) => id))
      cle = suite
    }
    expect(attendus.length).toBeGreaterThan(70)
    expect(lus).toEqual(attendus)
    expect(pages).toBe(Math.ceil(attendus.length / 30))
  })

  test.each(['', 'demain', '2026-13-45_1_x', '2026-03-01_1_pas-un-identifiant-de-trente-six-ca'])(
    'une place qui n’en est pas une (« %s ») montre le début',
    (texte) => {
      expect(cleDocumentSchema.parse(texte)).toBeNull()
    },
  )
})
