import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { ecrire } from '@/lib/server/db'
import { type ActeJournal, journaliser } from '@/lib/server/journal'
import type { PorteeAdherent, PorteeGestion } from '@/lib/server/portee'
import { lignesExportees } from '@/lib/services/export-donnees/data'
import { loadLectures } from '@/lib/services/mon-compte/data'
import { lignes } from '../support/comptes'
import { unAgent, uneDemande, unMembre } from '../support/demandes'

type ActeDeLecture = Extract<
  ActeJournal,
  | `${string}_${'LU' | 'LUE' | 'LUS' | 'REGARDEE' | 'MONTRE' | 'TELECHARGE' | 'EXPORTEE' | 'EXPORTEES'}`
  | 'REGARD_COMMENCE'
>

/** What each read says to the person, by what was read; a sentence alone: it shows nobody's file. An act that is missing does not compile. */
const LECTURES: Readonly<Record<ActeDeLecture, Readonly<Record<string, string>> | string>> = {
  DOSSIER_LU: {
    personne: 'a ouvert votre dossier',
    adhesion: 'a ouvert votre dossier, côté contrat et cotisations',
    prestation: 'a ouvert votre dossier, pour vérifier un remboursement',
  },
  DEMANDE_LUE: { demande: 'a ouvert une de vos demandes' },
  DEMANDE_EXPORTEE: { demande: 'a téléchargé le dossier d’une de vos demandes' },
  PIECE_LUE: { depot: 'a ouvert une pièce que vous avez envoyée' },
  DOCUMENT_LU: { document: 'a ouvert un de vos documents' },
  DOCUMENT_TELECHARGE: { document: 'a téléchargé un de vos documents' },
  PRISE_EN_CHARGE_LUE: { prise_en_charge: 'a ouvert une de vos prises en charge' },
  INDU_LU: { indu: 'a ouvert le détail d’une somme versée à tort' },
  NIR_MONTRE: { personne: 'a affiché votre numéro de sécurité sociale en entier' },
  JOURNAL_LU: {
    personne: 'a lu l’historique de ce qui a été fait pour vous',
    compte: 'a lu l’historique de ce qui a été fait pour vous',
  },
  PAGE_REGARDEE: { personne: 'a regardé une page de votre espace' },
  REGARD_COMMENCE: {
    personne: 'a regardé votre espace tel que vous le voyez, sans pouvoir rien y faire',
  },
  DONNEES_EXPORTEES: 'La personne emporte la copie de ses propres données.',
  FLUX_LU: 'Un fichier de décomptes : les lignes n’y sont pas rattachées à une personne.',
  LOT_LU: 'Les totaux d’un fichier bancaire.',
  LOT_TELECHARGE: 'Le fichier de la banque, scellé, qui porte tous les paiements d’un jour.',
  RETOURS_LUS: 'Ce que la banque répond, lu par le portail.',
}

const attendues = Object.entries(LECTURES).flatMap(([acte, objets]) =>
  typeof objets === 'string'
    ? []
    : Object.entries(objets).map(
        ([type, phrase]) => [acte as ActeDeLecture, type, `Le médecin-conseil : ${phrase}`] as const,
      ),
)

interface Choses {
  readonly qui: PorteeAdherent
  /** Id of what is theirs, by its kind. */
  readonly ids: Readonly<Record<string, string>>
}

let suivant = 0
const une = async (sql: string, valeurs: unknown[]): Promise<string> =>
  (await lignes<{ id: string }>(`${sql} RETURNING id`, valeurs))[0]?.id ?? ''

/** A care of a person, under a contract; what takes it back, and the debt of the contract. */
async function unSoin(personneId: string, adhesionId: string, tiers: string | null) {
  suivant += 1
  const flux = await une(
    `INSERT INTO flux_recus (emetteur_type, emetteur_code, id_fichier, empreinte, cree_le, statut, nombre_lignes, total_depense, total_ro,
      lignes_nouvelles, lignes_doublons, lignes_quarantaine) VALUES ('AMO', '01', $1::text, sha256(convert_to($1::text, 'UTF8')), '2026-01-10', 'LIQUIDE', 0, 0, 0, 0, 0, 0)`,
    [`F${suivant}`],
  )
  const ligne = await une(
    `INSERT INTO lignes_decompte (flux_id, rang, emetteur_type, emetteur_code, id_decompte, numero_ligne, empreinte, operation, reversion,
      pour_information, personne_id, soins_debut, contenu) VALUES ($1, 1, 'AMO', '01', $2, 1, '\\x00', 'PAIEMENT', false, false, $3, '2026-01-05', '{}')`,
    [flux, `D${suivant}`, personneId],
  )
  const prestation = await une(
    `INSERT INTO prestations (ligne_id, adhesion_id, personne_id, etat, date_soins, libelle, executant, destinataire, depense, base, part_amo,
      participation, franchise, part_mutuelle, reste_a_charge, version_reglement, entrees, motifs, limites, payee_le)
      VALUES ($1, $2, $3, 'PAYEE', '2026-01-05', 'Soin', 'Dr X', 'ASSURE', 1000, 1000, 0, 0, 0, 900, 100, 'r', '{}',
        '[{"code":"NON_GARANTI","article":"mutami/art-10","donnees":{}}]', '{}', '2026-01-20')`,
    [ligne, adhesionId, personneId],
  )
  const indu = await une(
    `INSERT INTO indus (adhesion_id, tiers_id, prestation_id, montant, etat, constate_le, retenue_des)
      VALUES ($1, $2, $3, 900, 'EXPLIQUE', '2026-02-01', '2026-03-01')`,
    [adhesionId, tiers, prestation],
  )
  return { prestation, indu }
}

/** Everything of one person that staff may open. */
async function desChoses(qui: PorteeAdherent, adhesionId: string): Promise<Choses> {
  const { personneId, compteId } = qui
  const { prestation, indu } = await unSoin(personneId, adhesionId, null)
  const fichier = await une(
    `INSERT INTO fichiers (cle_scellee, empreinte, taille, type_mime, verdict, conservation, depose_par_id)
      VALUES ('\\x01', sha256('a'), 1200, 'application/pdf', 'NON_REQUIS', 'PIECE', $1)`,
    [compteId],
  )
  return {
    qui,
    ids: {
      personne: personneId,
      compte: compteId,
      adhesion: adhesionId,
      demande: (await uneDemande(qui)).id,
      depot: await une(
        `INSERT INTO depots (compte_id, adhesion_id, fichier_id, objet, nom_origine) VALUES ($1, $2, $3, 'JUSTIFICATIF', 'a.pdf')`,
        [compteId, adhesionId, fichier],
      ),
      prestation,
      indu,
      prise_en_charge: await une(
        `INSERT INTO prises_en_charge (numero, genre, nature, adhesion_id, personne_id, professionnel, jour, demandeur, demandee_le)
          VALUES ($1, 'DEVIS', 'OPTIQUE', $2, $3, 'Opticien', '2026-02-10', 'PROFESSIONNEL', now())`,
        [`P-2026-${String(suivant).padStart(6, '0')}`, adhesionId, personneId],
      ),
      document: await une(
        `INSERT INTO documents (nature, adhesion_id, personne_id, gabarit, empreinte_donnees, emis_le, donnees, jeton_verification)
          VALUES ('ATTESTATION_DROITS', $1, $2, 'g', sha256(gen_random_uuid()::text::bytea), '2026-02-01', '{}', gen_random_uuid()::text)`,
        [adhesionId, personneId],
      ),
    },
  }
}

let agent: PorteeGestion
let membre: Choses
let voisin: Choses

const ouvrir = (acte: ActeDeLecture, objetType: string, objetId: string) =>
  ecrire(agent, (client) =>
    journaliser(client, {
      acte,
      compteId: agent.compteId,
      role: agent.role,
      objetType,
      objetId,
      resultat: 'FAIT',
    }),
  )

async function toutOuvrir({ ids }: Choses): Promise<void> {
  for (const [acte, type] of attendues) await ouvrir(acte, type, ids[type] ?? '')
}

/** The last reads, oldest first: a page holds more than all of them. */
const lus = async (qui: PorteeAdherent) =>
  (await loadLectures(qui, null)).lignes.map(({ quoi }) => quoi).reverse()

async function copies(qui: PorteeAdherent): Promise<readonly string[]> {
  const lues: string[] = []
  for await (const { role, acte, objet_type: type } of lignesExportees(qui, 'journal'))
    if (role === 'MEDECIN_CONSEIL') lues.push(`${acte} ${type}`)
  return lues
}

beforeAll(async () => {
  process.env.PORTAIL_TODAY = '2026-03-17'
  agent = await unAgent('MEDECIN_CONSEIL')
  const [a, b] = [await unMembre(), await unMembre()]
  membre = await desChoses(a, a.adhesions[0] ?? '')
  voisin = await desChoses(b, b.adhesions[0] ?? '')
  await toutOuvrir(voisin)
})

describe('S-54, I09 : chacun lit tout ce qui a été lu de lui', () => {
  test('quoi que la mutuelle ouvre, la page le dit et la copie de ses données aussi ; rien de ce qui est à un autre', async () => {
    expect(attendues.length).toBeGreaterThan(12)
    expect(await lus(membre.qui)).toEqual([])
    expect(await copies(membre.qui)).toEqual([])
    await toutOuvrir(membre)
    expect(await lus(membre.qui)).toEqual(attendues.map(([, , phrase]) => phrase))
    expect(await copies(membre.qui)).toEqual(attendues.map(([acte, type]) => `${acte} ${type}`))
  })

  test('le soin et les papiers d’un ayant droit ne se disent qu’à lui ; ce qu’un professionnel doit rendre, à personne', async () => {
    const titulaire = await unMembre()
    const ayantDroit = await unMembre()
    const adhesionId = titulaire.adhesions[0] ?? ''
    const { ids } = await desChoses(ayantDroit, adhesionId)
    const tiers = await une(`INSERT INTO tiers (identifiant, nom) VALUES ('RPPS 1', 'Dr X')`, [])
    const { indu } = await unSoin(titulaire.personneId, adhesionId, tiers)
    for (const [acte, type] of [
      ['DOSSIER_LU', 'prestation'],
      ['PRISE_EN_CHARGE_LUE', 'prise_en_charge'],
      ['DOCUMENT_LU', 'document'],
    ] as const)
      await ouvrir(acte, type, ids[type] ?? '')
    await ouvrir('INDU_LU', 'indu', indu)
    expect(await lus(titulaire)).toEqual([])
    expect(await copies(titulaire)).toEqual([])
    expect(await lus(ayantDroit)).toHaveLength(3)
    // The debt for that care is the contract's: its holder sees that it was opened.
    await ouvrir('INDU_LU', 'indu', ids.indu ?? '')
    expect(await lus(titulaire)).toEqual([
      'Le médecin-conseil : a ouvert le détail d’une somme versée à tort',
    ])
    expect(await lus(ayantDroit)).toHaveLength(3)
  })

  test('aucune lecture du portail n’est écrite sur une chose dont cette liste ne sait rien', () => {
    const fichiers = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', 'app', 'lib'], {
      encoding: 'utf8',
    })
      .split('\n')
      .filter((chemin) => /\.tsx?$/.test(chemin))
    const ecrites = fichiers.flatMap((chemin) =>
      [
        ...readFileSync(chemin, 'utf8').matchAll(
          /(?:noterLecture\(\s*\w+,\s*|acte: )'([A-Z_]+)'[^;]{0,160}?objetType: ([^;\n]+)/g,
        ),
      ].flatMap(([, acte = '', types = '']) =>
        acte in LECTURES ? [...types.matchAll(/'([a-z_]+)'/g)].map(([, type = '']) => ({ acte, type })) : [],
      ),
    )
    expect(ecrites.length).toBeGreaterThan(14)
    const inconnues = ecrites.filter(({ acte, type }) => {
      const objets = LECTURES[acte as ActeDeLecture]
      return typeof objets !== 'string' && type !== 'journal' && !(type in objets)
    })
    expect(inconnues).toEqual([])
  })
})
