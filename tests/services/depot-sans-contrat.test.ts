import { randomUUID } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { ecrire, lire } from '@/lib/server/db'
import { frapperAdherent, type PorteeAdherent, type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import { envoyerDemande } from '@/lib/services/demande/mutations'
import { loadDepotsRecus, loadFichierDuDepot, loadMesDepots } from '@/lib/services/depot/data'
import { effacerDemandes } from '@/lib/services/effacement/mutations'
import { demanderExport, exporterDonnees, schemaPublie } from '@/lib/services/export-donnees/mutations'
import { ajouterADemande } from '@/lib/services/suite-demande/mutations'
import { creerPersonne, lignes } from '../support/comptes'
import { redaction, unAgent } from '../support/demandes'
import { pdf } from '../support/pdf-pieges'

/** A guardian, a carer: an account and no contract. What they write may carry a file, and it is kept, given and erased like another's. */
let tutrice: PorteeAdherent
let agent: PorteeGestion
let demandeId: string

const fichier = async (nom: string) =>
  new File([new Uint8Array(await pdf())], nom, { type: 'application/pdf' })
const depots = () =>
  lignes<{ id: string; adhesion_id: string | null; nom: string }>(
    'SELECT id, adhesion_id, nom_origine AS nom FROM depots WHERE compte_id = $1 ORDER BY cree_le',
    [tutrice.compteId],
  )

beforeAll(async () => {
  process.env.PORTAIL_TODAY = '2026-03-17'
  agent = await unAgent()
  const [personne] = await lignes<{ id: string }>(
    `INSERT INTO personnes (id, nom, prenom, date_naissance) VALUES (gen_random_uuid(), 'Essai', 'Lise', '1970-01-01') RETURNING id`,
  )
  const [compte] = await lignes<{ id: string }>(
    `INSERT INTO comptes (role, statut, personne_id, email, email_confirme_le, nom_affiche) VALUES ('ADHERENT', 'EN_ATTENTE', $1, 'lise@exemple.fr', now(), 'Lise Essai') RETURNING id`,
    [personne?.id],
  )
  tutrice = frapperAdherent({
    type: 'ADHERENT',
    compteId: compte?.id ?? '',
    personneId: personne?.id ?? '',
    adhesions: [],
    adhesionsLues: [],
  })
  const { id } = await envoyerDemande(tutrice, {
    ...redaction(tutrice),
    personneId: tutrice.personneId,
    fichiers: [await fichier('jugement.pdf')],
  })
  demandeId = id
})

describe('I08 : le message de qui n’a pas de contrat porte un fichier', () => {
  test('envoyé avec, complété ensuite ; elle le retrouve et le reprend, la gestion le lit et sait qu’il n’a pas de contrat', async () => {
    await ajouterADemande(tutrice, demandeId, {
      cle: randomUUID(),
      texte: 'La suite.',
      fichiers: [await fichier('annexe.pdf')],
    })
    const gardes = await depots()
    expect(gardes.map(({ nom, adhesion_id }) => [nom, adhesion_id])).toEqual([
      ['jugement.pdf', null],
      ['annexe.pdf', null],
    ])
    const [premier] = gardes
    expect((await loadMesDepots(tutrice, null)).depots.map(({ nom }) => nom)).toEqual([
      'annexe.pdf',
      'jugement.pdf',
    ])
    expect(await loadFichierDuDepot(tutrice, premier?.id ?? '')).toMatchObject({ nom: 'jugement.pdf' })
    expect(await loadFichierDuDepot(agent, premier?.id ?? '')).toMatchObject({ nom: 'jugement.pdf' })
    expect((await loadDepotsRecus(agent, null)).depots).toMatchObject([
      { nom: 'annexe.pdf', de: 'Lise Essai', numeroAdherent: null },
      { nom: 'jugement.pdf', de: 'Lise Essai', numeroAdherent: null },
    ])
  })

  test('la copie de ses données l’a, conforme au schéma publié', async () => {
    const archive = await exporterDonnees(tutrice, await demanderExport(tutrice))
    if (archive === null) throw new Error('export refusé')
    const morceaux: Uint8Array[] = []
    for await (const morceau of archive.octets) morceaux.push(morceau)
    const zip = unzipSync(Buffer.concat(morceaux))
    expect(Object.keys(zip).filter((nom) => nom.endsWith('.pdf'))).toHaveLength(2)
    const donnees = JSON.parse(new TextDecoder().decode(zip['donnees.json']))
    expect(donnees.donnees.depots).toMatchObject([{ adhesion_id: null }, { adhesion_id: null }])
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    formats.default(ajv)
    const valider = ajv.compile(schemaPublie())
    valider(donnees)
    expect(valider.errors ?? []).toEqual([])
  })

  test('la base : ni lu par un autre, ni envoyé hors d’une demande, ni dit d’une personne sans son contrat', async () => {
    const autre = await creerPersonne({ email: 'autre-depot@exemple.fr' })
    const voisin = frapperAdherent({
      type: 'ADHERENT',
      compteId: autre.compteId,
      personneId: autre.personneId,
      adhesions: [autre.adhesionId],
      adhesionsLues: [],
    })
    const [premier] = await depots()
    expect(await lire(voisin, (tx) => tx.depot.count())).toBe(0)
    expect(await loadFichierDuDepot(voisin, premier?.id ?? '')).toBeNull()
    const inserer = (qui: PorteeAdherent | typeof SYSTEME, personneId: string | null) =>
      ecrire(qui, async (client) => {
        const { rows } = await client.query<{ id: string }>(
          `INSERT INTO fichiers (cle_scellee, empreinte, taille, type_mime, verdict, conservation, depose_par_id)
            VALUES ('\\x01', sha256('a'), 1200, 'application/pdf', 'NON_REQUIS', 'PIECE', $1) RETURNING id`,
          [tutrice.compteId],
        )
        await client.query(
          `INSERT INTO depots (compte_id, personne_id, fichier_id, objet, nom_origine) VALUES ($1, $2, $3, 'AUTRE', 'a.pdf')`,
          [tutrice.compteId, personneId, rows[0]?.id],
        )
      })
    await expect(inserer(tutrice, null)).rejects.toThrow(/row-level security/)
    await expect(inserer(SYSTEME, autre.personneId)).rejects.toThrow(/depots_personne_du_contrat/)
    expect(await depots()).toHaveLength(2)
  })

  test('sa demande effacée, ses fichiers le sont avec elle', async () => {
    const fichiers = await ecrire(SYSTEME, (client) => effacerDemandes(client, [demandeId]))
    expect(fichiers).toHaveLength(2)
    expect(await depots()).toEqual([])
    expect(
      await lignes(
        'SELECT octet_length(cle_scellee) AS cle, efface_le IS NULL AS reste FROM fichiers WHERE id = ANY ($1::uuid[])',
        [[...fichiers]],
      ),
    ).toEqual([
      { cle: 0, reste: false },
      { cle: 0, reste: false },
    ])
  })
})
