import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dateCivile } from '@/lib/rules/date/date-civile'
import {
  frapperAdherent,
  frapperGestion,
  type PorteeAdherent,
  type PorteeGestion,
  SYSTEME,
} from '@/lib/server/portee'
import { lireBeneficiaires } from '@/lib/services/beneficiaire/data'
import { voirBeneficiaires } from '@/lib/services/beneficiaire/view'
import { loadMesContrats } from '@/lib/services/contrat/data'
import { voirContrats } from '@/lib/services/contrat/view'
import { demandeContratSchema } from '@/lib/services/demande-contrat/schema'
import { ecrireDossier } from '@/lib/services/dossier-demande/view'
import { ecrireEcheancier } from '@/lib/services/echeancier/mutations'
import { demanderPourContrat } from '@/lib/services/envoi-contrat/mutations'
import { contexteDemandes, direFaits, loadMaDemande } from '@/lib/services/mes-demandes/data'
import { voirDemande } from '@/lib/services/mes-demandes/view'
import { articleCite } from '@/lib/services/remboursement/data'
import { annulerDemande } from '@/lib/services/suite-demande/mutations'
import { chargerTarifs } from '@/lib/services/tarif/mutations'
import { accepter, defaire, lireApercu, prendre, refuserDemande } from '@/lib/services/traitement/mutations'
import { tarifs } from '@/prisma/demonstration/tarifs'
import { baseDeFlux } from '../support/base-flux'
import { adhesionDe, installerFamille } from '../support/cotisations'

let base: pg.Pool
let fermer: () => Promise<void>

beforeAll(async () => {
  ;({ proprietaire: base, fermer } = await baseDeFlux())
  process.env.PORTAIL_TODAY = '2026-03-17'
  await chargerTarifs(SYSTEME, tarifs)
})
afterAll(() => fermer())

/** tribu-equilibre 2026 : 36–40 ans 44,20 €, 41–45 ans 49,50 €, enfant 21,20 €. */
let numero = 0
async function uneFamille(du = '2024-01-01'): Promise<{ acteur: PorteeAdherent; adhesion: string }> {
  numero += 1
  const n = `D${String(numero).padStart(4, '0')}`
  await installerFamille({
    numero: n,
    du,
    formules: [['tribu-equilibre', du, '']],
    personnes: [
      ['MEMBRE_PARTICIPANT', 'Maud', '1986-04-12'],
      ['CONJOINT', 'Yann', '1984-09-03'],
      ['ENFANT', 'Nils', '2015-02-20'],
    ],
  })
  const adhesion = await adhesionDe(base, n)
  await base.query(
    `INSERT INTO modalites_cotisation (adhesion_id, periodicite, mode, du) VALUES ($1, 'TRIMESTRIELLE', 'CHEQUE', '2024-01-01')`,
    [adhesion],
  )
  const ecrit = await ecrireEcheancier(adhesion, 2026, dateCivile('2026-01-01'))
  if (ecrit.issue !== 'ECRIT') throw new Error(JSON.stringify(ecrit))
  const { rows } = await base.query<{ id: string; personne: string }>(
    `INSERT INTO comptes (role, statut, personne_id, email, nom_affiche)
      SELECT 'ADHERENT', 'EN_ATTENTE', membre_participant_id, $2, 'Maud' FROM adhesions WHERE id = $1 RETURNING id, personne_id AS personne`,
    [adhesion, `${n.toLowerCase()}@exemple.fr`],
  )
  const [compte] = rows
  const acteur = frapperAdherent({
    type: 'ADHERENT',
    compteId: compte?.id ?? '',
    personneId: compte?.personne ?? '',
    adhesions: [adhesion],
    adhesionsLues: [],
  })
  return { acteur, adhesion }
}

async function unGestionnaire(): Promise<PorteeGestion> {
  const { rows } = await base.query<{ id: string }>(
    `INSERT INTO comptes (role, statut, email, nom_affiche) VALUES ('GESTIONNAIRE', 'EN_ATTENTE', $1, 'Ines') RETURNING id`,
    [`${randomUUID()}@exemple.fr`],
  )
  return frapperGestion({ type: 'GESTION', compteId: rows[0]?.id ?? '', role: 'GESTIONNAIRE' })
}

const saisie = (adhesion: string, autre: Record<string, string>) =>
  demandeContratSchema.parse({ cle: randomUUID(), adhesion, ...autre })

const naissance = (adhesion: string) =>
  saisie(adhesion, {
    faire: 'ajouter',
    motif: 'naissance',
    evenement: '2026-02-20',
    prenom: 'Lou',
    nom: 'Ferré',
  })

const couverts = async (adhesion: string) =>
  (
    await base.query<{ prenom: string; du: string; au: string | null }>(
      `SELECT p.prenom, b.du::text, b.au::text FROM beneficiaires b JOIN personnes p ON p.id = b.personne_id
        WHERE b.adhesion_id = $1 ORDER BY b.du, p.prenom`,
      [adhesion],
    )
  ).rows
const versions = async (adhesion: string) =>
  (
    await base.query<{ version: number; total: number }>(
      'SELECT version, total::int FROM echeanciers WHERE adhesion_id = $1 ORDER BY version',
      [adhesion],
    )
  ).rows
const versionDe = async (id: string) =>
  (await base.query<{ version: number }>('SELECT version FROM demandes WHERE id = $1', [id])).rows[0]
    ?.version ?? -1
const papiers = async (adhesion: string) =>
  (
    await base.query<{ nature: string }>(
      'SELECT nature FROM documents WHERE adhesion_id = $1 ORDER BY nature',
      [adhesion],
    )
  ).rows.map(({ nature }) => nature)

/** Which demande each page gives as the reason of an end. */
async function finsDecidees(acteur: PorteeAdherent) {
  const jour = dateCivile('2026-03-17')
  const c = { jour, article: articleCite }
  const [contrat] = voirContrats(await loadMesContrats(acteur), c)
  const [vue] = voirBeneficiaires(await lireBeneficiaires(acteur, jour), {
    ...c,
    personneId: acteur.personneId,
  })
  const personnes: Record<string, string[]> = {}
  for (const { decidee, nom } of vue?.presents ?? [])
    if (decidee !== null) personnes[decidee] = [...(personnes[decidee] ?? []), nom.split(' ')[0] ?? '']
  return { contrat: contrat?.decidee, personnes }
}

/** The spouse's own account. */
const compteDuConjoint = async (adhesion: string): Promise<string> =>
  (
    await base.query<{ id: string }>(
      `INSERT INTO comptes (role, statut, personne_id, email, nom_affiche)
        SELECT 'ADHERENT', 'EN_ATTENTE', b.personne_id, $2, 'Yann' FROM beneficiaires b
        WHERE b.adhesion_id = $1 AND b.lien = 'CONJOINT' RETURNING id`,
      [adhesion, `${randomUUID()}@exemple.fr`],
    )
  ).rows[0]?.id ?? ''

describe('Une demande acceptée fait la chose', () => {
  test('A15, A17, G06 : une naissance déclarée dans les deux mois est couverte depuis la naissance ; carte, certificat et cotisation suivent', async () => {
    const { acteur, adhesion } = await uneFamille()
    const { id } = await demanderPourContrat(acteur, naissance(adhesion))
    const ines = await unGestionnaire()
    const apercu = await lireApercu(ines, id)
    expect(apercu).toMatchObject({ verdict: 'ACCORDEE' })
    const lignes =
      apercu.verdict === 'ACCORDEE'
        ? apercu.lignes.map(({ libelle, avant, apres }) => [libelle, avant, apres])
        : []
    expect(lignes[0]).toEqual([
      'Lou Ferré',
      'pas couvert par ce contrat',
      'couvert à partir du 20 février 2026',
    ])
    // 44,20 + 49,50 + 21,20 = 114,90 € ; un second enfant : 136,10 €.
    expect(lignes.at(-1)?.slice(1)).toEqual(['114,90\u00a0€', '136,10\u00a0€'])
    await prendre(ines, id)
    await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie: null })
    expect(await couverts(adhesion)).toContainEqual({ prenom: 'Lou', du: '2026-02-20', au: null })
    expect(await papiers(adhesion)).toEqual(
      expect.arrayContaining(['CARTE_TIERS_PAYANT', 'CERTIFICAT_ADHESION']),
    )
    expect((await versions(adhesion)).at(-1)?.version).toBe(2)
    const { rows } = await base.query<{ resultat: { reglement: string; verdict: string } }>(
      'SELECT resultat FROM demandes WHERE id = $1',
      [id],
    )
    expect(rows[0]?.resultat).toMatchObject({ verdict: 'ACCEPTEE', reglement: 'mutami@2020-01-01' })
  })

  test('G06 : défaite avant que rien ne parte, elle remet le contrat et l’échéancier comme ils étaient', async () => {
    const { acteur, adhesion } = await uneFamille()
    const { id } = await demanderPourContrat(acteur, naissance(adhesion))
    const ines = await unGestionnaire()
    const avant = await couverts(adhesion)
    await prendre(ines, id)
    await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie: null })
    await defaire(ines, id, await versionDe(id))
    expect(await couverts(adhesion)).toEqual(avant)
    const totaux = (await versions(adhesion)).map(({ total }) => total)
    // 12 × 114,90 € ; onze mois de plus à 21,20 € le temps de la décision.
    expect([totaux[0], totaux.at(-1)]).toEqual([137_880, 137_880])
    expect(totaux).toHaveLength(3)
    // La demande est de nouveau à traiter : elle peut être refusée.
    await refuserDemande(ines, id, {
      version: await versionDe(id),
      phrase: 'Le livret de famille est illisible : envoyez-le à nouveau.',
    })
  })

  test('deux acceptations en même temps : une seule fait la chose', async () => {
    const { acteur, adhesion } = await uneFamille()
    const { id } = await demanderPourContrat(acteur, naissance(adhesion))
    const ines = await unGestionnaire()
    await prendre(ines, id)
    const version = await versionDe(id)
    const issues = await Promise.allSettled(
      [1, 2, 3].map(() => accepter(ines, id, { version, phrase: null, saisie: null })),
    )
    expect(issues.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await couverts(adhesion)).filter(({ prenom }) => prenom === 'Lou')).toHaveLength(1)
  })

  test('A18 : refusée par les règles, elle garde ce qui reste possible, que la personne lit, dans son dossier aussi', async () => {
    const { acteur, adhesion } = await uneFamille()
    const { id } = await demanderPourContrat(
      acteur,
      saisie(adhesion, { faire: 'option', formule: 'tribu-premium' }),
    )
    // The formule was taken later than was known: less than a year ago.
    await base.query("UPDATE adhesions SET date_effet = '2025-09-01' WHERE id = $1", [adhesion])
    await base.query("UPDATE choix_formules SET du = '2025-09-01' WHERE adhesion_id = $1", [adhesion])
    const ines = await unGestionnaire()
    await prendre(ines, id)
    await refuserDemande(ines, id, { version: await versionDe(id), phrase: 'Il est trop tôt.' })
    const lue = await loadMaDemande(acteur, id)
    if (lue === null) throw new Error('demande introuvable')
    const vue = voirDemande(lue, direFaits(lue), contexteDemandes())
    expect(vue.resultat?.possible).toMatch(/^Demandez-le à partir du .*1er septembre 2026/)
    expect(vue.resultat?.etapes.length).toBeGreaterThan(0)
    const entete = { organisme: 'X', adresse: [], demandeur: 'Maud', numeroAdherent: null, fait: '' }
    expect(ecrireDossier(vue, entete, [])).toContain(vue.resultat?.possible)
  })

  test('A31 : une résiliation en ligne est accusée par un courrier le jour même, et acceptée elle met fin au contrat', async () => {
    const { acteur, adhesion } = await uneFamille()
    const { id } = await demanderPourContrat(acteur, saisie(adhesion, { faire: 'partir', motif: 'ECHEANCE' }))
    expect(await papiers(adhesion)).toEqual(['COURRIER'])
    const ines = await unGestionnaire()
    await prendre(ines, id)
    await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie: null })
    const { rows } = await base.query('SELECT date_fin::text AS fin FROM adhesions WHERE id = $1', [adhesion])
    expect(rows).toEqual([{ fin: '2026-12-31' }])
  })

  const lettres = async (adhesion: string) =>
    (
      await base.query<{ faits: { objet: string; paragraphes: string[]; suite: string[] } }>(
        "SELECT donnees->'faits' AS faits FROM documents WHERE adhesion_id = $1 AND nature = 'COURRIER' ORDER BY cree_le, id",
        [adhesion],
      )
    ).rows.map(({ faits }) => faits)
  const nom = (n: number) => `D-${String(n).padStart(6, '0')}`

  test('A31 : une résiliation annulée par la personne : un courrier, une fois, dit que le précédent ne vaut plus et que le contrat continue', async () => {
    const { acteur, adhesion } = await uneFamille()
    const { id, numero: n } = await demanderPourContrat(
      acteur,
      saisie(adhesion, { faire: 'partir', motif: 'ECHEANCE' }),
    )
    expect((await lettres(adhesion)).map(({ paragraphes }) => paragraphes.join(' '))).toEqual([
      expect.stringContaining('Votre contrat prendra fin le 31 décembre 2026'),
    ])
    await annulerDemande(acteur, id)
    await annulerDemande(acteur, id)
    const [, contredite, ...autres] = await lettres(adhesion)
    expect(autres).toEqual([])
    const dit = contredite?.paragraphes.join(' ')
    expect(dit).toContain(`Le 17 mars 2026, votre demande de résiliation ${nom(n)} a été annulée`)
    expect(dit).toContain('annonçait la fin de votre contrat pour le 31 décembre 2026 : il ne vaut plus')
    expect(dit).toContain('Votre contrat continue : vos soins restent remboursés')
  })

  test('A31 : refusée, le courrier dit pourquoi ; le refus repris, il dit qu’une nouvelle réponse viendra', async () => {
    const { acteur, adhesion } = await uneFamille()
    const { id } = await demanderPourContrat(acteur, saisie(adhesion, { faire: 'partir', motif: 'ECHEANCE' }))
    const ines = await unGestionnaire()
    await prendre(ines, id)
    await refuserDemande(ines, id, {
      version: await versionDe(id),
      phrase: 'La signature n’est pas la vôtre.',
    })
    const refusee = (await lettres(adhesion))[1]
    expect(refusee?.paragraphes).toContain('La signature n’est pas la vôtre.')
    expect(refusee?.paragraphes.join(' ')).toContain('nous ne pouvons pas l’accepter')
    expect(refusee?.suite.join(' ')).toContain('réclamation')
    await defaire(ines, id, await versionDe(id))
    const reprise = (await lettres(adhesion))[2]
    expect(reprise?.paragraphes.join(' ')).toContain('vous recevrez une nouvelle réponse')
  })

  test('A31 : acceptée puis défaite, le contrat n’a plus de fin et le courrier le dit', async () => {
    const { acteur, adhesion } = await uneFamille()
    const { id } = await demanderPourContrat(acteur, saisie(adhesion, { faire: 'partir', motif: 'ECHEANCE' }))
    const ines = await unGestionnaire()
    await prendre(ines, id)
    await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie: null })
    await defaire(ines, id, await versionDe(id))
    const { rows } = await base.query('SELECT date_fin::text AS fin FROM adhesions WHERE id = $1', [adhesion])
    expect(rows).toEqual([{ fin: null }])
    const dit = (await lettres(adhesion)).at(-1)?.paragraphes.join(' ')
    expect(dit).toContain('nous avons annulé la décision')
    expect(dit).toContain('Votre contrat continue')
  })

  test('une autre demande refusée n’écrit aucun courrier', async () => {
    const { acteur, adhesion } = await uneFamille()
    const { id } = await demanderPourContrat(acteur, naissance(adhesion))
    const ines = await unGestionnaire()
    await prendre(ines, id)
    await refuserDemande(ines, id, { version: await versionDe(id), phrase: 'Il manque l’acte de naissance.' })
    expect(await lettres(adhesion)).toEqual([])
  })

  test('A16 : une personne retirée à la demande du 17 mars reste couverte jusqu’au 31 mars, article 2.4', async () => {
    const { acteur, adhesion } = await uneFamille()
    // Yann, Nils : le second.
    const { id } = await demanderPourContrat(
      acteur,
      saisie(adhesion, { faire: 'retirer', motif: 'DEMANDE', personne: '2' }),
    )
    const ines = await unGestionnaire()
    await prendre(ines, id)
    await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie: null })
    expect((await couverts(adhesion)).find(({ prenom }) => prenom === 'Nils')?.au).toBe('2026-03-31')
  })

  test.each([
    ['une résiliation', { faire: 'partir', motif: 'ECHEANCE' }, ['Maud', 'Yann', 'Nils'], true],
    ['un retrait', { faire: 'retirer', motif: 'DEMANDE', personne: '2' }, ['Nils'], false],
  ] as const)(
    'A14, A15 : %s acceptée est la raison de la fin, pour qui l’a demandée ; défaite, ne l’est plus',
    async (_nom, projet, qui, duContrat) => {
      const { acteur, adhesion } = await uneFamille()
      const { id } = await demanderPourContrat(acteur, saisie(adhesion, projet))
      const ines = await unGestionnaire()
      await prendre(ines, id)
      await accepter(ines, id, { version: await versionDe(id), phrase: null, saisie: null })
      expect(await finsDecidees(acteur)).toEqual({ contrat: duContrat ? id : null, personnes: { [id]: qui } })

      const autre = frapperAdherent({
        ...acteur,
        type: 'ADHERENT',
        compteId: await compteDuConjoint(adhesion),
      })
      expect(await finsDecidees(autre)).toEqual({ contrat: null, personnes: {} })

      await defaire(ines, id, await versionDe(id))
      expect(await finsDecidees(acteur)).toEqual({ contrat: null, personnes: {} })
    },
  )

  test('A18 : un changement de formule trop tôt n’est pas envoyé ; la phrase dit à partir de quand', async () => {
    const { acteur, adhesion } = await uneFamille('2025-09-01')
    const cle = randomUUID()
    await expect(
      demanderPourContrat(acteur, saisie(adhesion, { faire: 'option', formule: 'tribu-premium', cle })),
    ).rejects.toThrow(/1er septembre 2026/)
    const { rows } = await base.query('SELECT FROM demandes WHERE cle = $1', [cle])
    expect(rows).toHaveLength(0)
  })
})
