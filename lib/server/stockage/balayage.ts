import { type Ecriture, ecrire } from '../db'
import { journaliser } from '../journal'
import { log } from '../log'
import { SYSTEME } from '../portee'
import { tailleScellee } from '../scellement'
import { CONSERVATIONS } from './conservation'
import { type Magasin, magasin } from './magasin'

/** What the rows say and what the disk holds, brought together: once a day, or by hand. Killed anywhere, the next run ends it. */
export interface RapportBalayage {
  /** Files whose row says they are there. */
  readonly gardes: number
  readonly effaces: number
  readonly orphelins: number
  readonly abandonnes: number
  /** Ids whose bytes are not there. */
  readonly absents: readonly string[]
  /** Ids whose bytes have not their length. */
  readonly abimes: readonly string[]
  /** Files the antivirus has not judged. */
  readonly enAttente: number
}

/** A transaction does not last that long: older bytes without a row never get one. */
const JOUR = 24 * 3600 * 1000
const LOT = 500
const PREMIER = '00000000-0000-0000-0000-000000000000'

export async function balayer(instant: Date): Promise<RapportBalayage> {
  const lieu = magasin()
  const hier = new Date(instant.getTime() - JOUR)
  const effaces = await effacerEchus(lieu, instant)
  const orphelins = await oterOrphelins(lieu, hier)
  const abandonnes = await lieu.abandonner(hier)
  const controle = await controlerPresence(lieu)
  const rapport = { effaces, orphelins, abandonnes, ...controle }
  for (const fichier of controle.absents) log.error({ evenement: 'fichier-absent', fichier })
  for (const fichier of controle.abimes) log.error({ evenement: 'fichier-abime', fichier })
  await ecrire(SYSTEME, (client) =>
    journaliser(client, {
      acte: 'FICHIERS_BALAYES',
      compteId: null,
      role: 'SYSTEME',
      objetType: 'magasin',
      objetId: null,
      resultat: 'FAIT',
      donnees: { ...rapport, absents: controle.absents.length, abimes: controle.abimes.length },
    }),
  )
  return rapport
}

/** The key goes with the row's commit, the bytes after: cut between the two, they are noise, and orphans for the next run. */
async function effacerEchus(lieu: Magasin, instant: Date): Promise<number> {
  let effaces = 0
  for (const [conservation, { annees }] of Object.entries(CONSERVATIONS)) {
    for (;;) {
      const ids = await ecrire(SYSTEME, (client) => effacerLot(client, conservation, annees, instant))
      for (const id of ids) await lieu.supprimer(id)
      effaces += ids.length
      if (ids.length < LOT) break
    }
  }
  return effaces
}

async function effacerLot(
  client: Ecriture,
  conservation: string,
  annees: number,
  instant: Date,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `UPDATE fichiers SET efface_le = $3, cle_scellee = '' WHERE id IN (
       SELECT id FROM fichiers WHERE efface_le IS NULL AND conservation = $1::text::"ConservationFichier"
         AND cree_le < $3::timestamptz - make_interval(years => $2) LIMIT ${LOT})
     RETURNING id`,
    [conservation, annees, instant],
  )
  return rows.map(({ id }) => id)
}

async function oterOrphelins(lieu: Magasin, avant: Date): Promise<number> {
  let otes = 0
  let lot: string[] = []
  const trier = async () => {
    const connus = await idsGardes(lot)
    for (const nom of lot.filter((candidat) => !connus.has(candidat))) {
      await lieu.supprimer(nom)
      otes += 1
    }
    lot = []
  }
  for await (const { nom, rangeLe } of lieu.lister()) {
    if (rangeLe < avant) lot.push(nom)
    if (lot.length >= LOT) await trier()
  }
  await trier()
  return otes
}

const idsGardes = (ids: readonly string[]): Promise<ReadonlySet<string>> =>
  ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'SELECT id FROM fichiers WHERE id = ANY ($1) AND efface_le IS NULL',
      [ids],
    )
    return new Set(rows.map(({ id }) => id))
  })

interface Presence {
  readonly gardes: number
  readonly absents: readonly string[]
  readonly abimes: readonly string[]
  readonly enAttente: number
}

async function controlerPresence(lieu: Magasin): Promise<Presence> {
  const absents: string[] = []
  const abimes: string[] = []
  let gardes = 0
  let enAttente = 0
  for (let apres = PREMIER; ; ) {
    const lot = await lotGarde(apres)
    for (const { id, taille, verdict } of lot) {
      const surDisque = await lieu.taille(id)
      if (surDisque === null) absents.push(id)
      else if (surDisque !== tailleScellee(taille)) abimes.push(id)
      gardes += 1
      if (verdict === 'EN_ATTENTE') enAttente += 1
    }
    const dernier = lot.at(-1)
    if (dernier === undefined || lot.length < LOT) return { gardes, absents, abimes, enAttente }
    apres = dernier.id
  }
}

const lotGarde = (apres: string): Promise<{ id: string; taille: number; verdict: string }[]> =>
  ecrire(SYSTEME, async (client) => {
    const { rows } = await client.query(
      `SELECT id, taille, verdict FROM fichiers WHERE efface_le IS NULL AND id > $1 ORDER BY id LIMIT ${LOT}`,
      [apres],
    )
    return rows
  })
