import { aujourdhui, maintenant } from '@/lib/server/clock'
import { ecrire, lire } from '@/lib/server/db'
import { type PorteeAdherent, SYSTEME } from '@/lib/server/portee'
import { loadContrat, loadContratsDe, loadDocument } from '../document/data'
import { voirVerification } from '../document/view'
import { papierDuDocument } from '../rendu/data'
import { type CarteDuContrat, type CarteVue, voirCarte } from './view'

/** One card of this reader with what it is worth today. Null: none of theirs has this id. */
export async function loadCarte(portee: PorteeAdherent, id: string): Promise<CarteVue | null> {
  const document = await loadDocument(portee, id)
  if (document === null || document.nature !== 'CARTE_TIERS_PAYANT') return null
  const bloc = (await papierDuDocument(document)).blocs.find(({ type }) => type === 'carte')
  if (bloc?.type !== 'carte') return null
  const contrat = await ecrire(SYSTEME, (client) => loadContrat(client, document.adhesionId))
  const { etat, phrase } = voirVerification(
    { ...document, contrat, sources: document.donnees.sources, mandatFiniLe: null },
    aujourdhui(),
  )
  return voirCarte({ document, carte: bloc.carte, etat, phrase, lueLe: maintenant() })
}

/** The reader's cards, contract by contract. */
export async function loadMesCartes(portee: PorteeAdherent): Promise<readonly CarteDuContrat[]> {
  const contrats = await loadContratsDe(portee)
  const dernieres = await lire(portee, (tx) =>
    tx.document.findMany({
      select: { id: true, adhesionId: true },
      where: {
        nature: 'CARTE_TIERS_PAYANT',
        personneId: portee.personneId,
        adhesionId: { in: contrats.map(({ id }) => id) },
      },
      distinct: ['adhesionId'],
      orderBy: [{ adhesionId: 'asc' }, { emisLe: 'desc' }, { creeLe: 'desc' }],
    }),
  )
  const parContrat = new Map(dernieres.map(({ id, adhesionId }) => [adhesionId, id]))
  return Promise.all(
    contrats.map(async ({ id, numeroAdherent }) => {
      const derniere = parContrat.get(id)
      return {
        adhesion: id,
        numeroAdherent,
        carte: derniere === undefined ? null : await loadCarte(portee, derniere),
      }
    }),
  )
}
