import { dateCivile } from '@/lib/rules/date/date-civile'
import { lire } from '@/lib/server/db'
import { frapperAdherent, SYSTEME } from '@/lib/server/portee'
import { changerAdresse, changerTelephones } from '@/lib/services/coordonnees/mutations'
import { noterTeletransmission } from '@/lib/services/teletransmission/mutations'
import { mobileFictif, RUES, TELETRANSMISSIONS, VILLE } from '@/prisma/demonstration/coordonnees'
import { familles } from '@/prisma/demonstration/familles'
import type { Dire } from './chargement'

const HABITE_DEPUIS = dateCivile('2024-01-02')
const VEILLE = dateCivile('2024-01-01')

/** Each membre participant who has an account: an address and a phone, as they would have typed them. */
async function donnerAdresses(): Promise<number> {
  const comptes = await lire(SYSTEME, (tx) =>
    tx.compte.findMany({
      select: { id: true, personne: { select: { id: true, adhesions: { select: { id: true } } } } },
      where: { role: 'ADHERENT', personne: { adhesions: { some: {} } } },
      orderBy: { email: 'asc' },
    }),
  )
  for (const [rang, { id: compteId, personne }] of comptes.entries()) {
    if (personne === null) continue
    const acteur = frapperAdherent({
      type: 'ADHERENT',
      compteId,
      personneId: personne.id,
      adhesions: personne.adhesions.map(({ id }) => id),
      adhesionsLues: [],
    })
    const voie = RUES[rang % RUES.length] ?? RUES[0]
    const ou = { complement: null, voie, lieuDit: null, ...VILLE, pays: null }
    await changerAdresse(acteur, { version: 0, ...ou, du: HABITE_DEPUIS }, VEILLE)
    await changerTelephones(acteur, { version: 0, mobile: mobileFictif(rang), fixe: null })
  }
  return comptes.length
}

/** Since each person is covered, the Assurance maladie transmits; then what it said of a few. */
async function noterTeletransmissions(): Promise<void> {
  const couverts = await lire(
    SYSTEME,
    (tx) => tx.$queryRaw<{ personneId: string; depuis: string }[]>`
      SELECT personne_id AS "personneId", min(du)::text AS depuis FROM beneficiaires GROUP BY personne_id ORDER BY personne_id`,
  )
  for (const { personneId, depuis } of couverts)
    await noterTeletransmission(SYSTEME, {
      personneId,
      etat: 'ACTIVE',
      code: null,
      depuis: dateCivile(depuis),
    })
  for (const { famille, personne, etat, code, depuis } of TELETRANSMISSIONS)
    await noterTeletransmission(SYSTEME, {
      personneId: await personneDe(famille, personne),
      etat,
      code,
      depuis: dateCivile(depuis),
    })
}

async function personneDe(cleFamille: string, clePersonne: string): Promise<string> {
  const famille = familles.find(({ cle }) => cle === cleFamille)
  const voulue = famille?.personnes.find(({ cle }) => cle === clePersonne)
  if (famille === undefined || voulue === undefined)
    throw new Error(`coordonnées : ${cleFamille}/${clePersonne} n'est pas dans la démonstration`)
  const { prenom, nom } = voulue
  const trouvee = await lire(SYSTEME, (tx) =>
    tx.beneficiaire.findFirstOrThrow({
      select: { personneId: true },
      where: { adhesion: { numeroAdherent: famille.numeroAdherent }, personne: { prenom, nom } },
    }),
  )
  return trouvee.personneId
}

/** Loaded again, what is known stays as it is. */
export async function donnerCoordonnees(dire: Dire): Promise<void> {
  const adresses = await donnerAdresses()
  await noterTeletransmissions()
  dire(`Coordonnées : ${adresses} adresses, télétransmission de chacun.`)
}
