import { dateCivile } from '@/lib/rules/date/date-civile'
import { lire } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { annoncerSeizeAnsDuJour, constaterSituation } from '@/lib/services/beneficiaire/mutations'
import type { Constat } from '@/lib/services/beneficiaire/schema'
import { loadPorteurDeCarte } from '@/lib/services/compte/data'
import { familles } from '@/prisma/demonstration/familles'
import type { Dire } from './chargement'

type Fait = Omit<Constat, 'adhesionId' | 'personneId'>

/** What the mutuelle has learnt of the children of 18 and more, in the order it learnt it. */
const CONSTATS: readonly {
  readonly famille: string
  readonly personne: string
  readonly faits: readonly Fait[]
}[] = [
  {
    famille: 'haddad',
    personne: 'elias',
    faits: [
      { du: dateCivile('2022-01-01'), situation: 'ETUDES', justificatifRecuLe: dateCivile('2021-11-15') },
      { du: dateCivile('2025-09-01'), situation: 'EMPLOI' },
    ],
  },
  {
    famille: 'guerin',
    personne: 'timothee',
    faits: [
      { du: dateCivile('2024-01-01'), situation: 'ETUDES', justificatifRecuLe: dateCivile('2025-10-06') },
    ],
  },
  {
    famille: 'lemoigne',
    personne: 'titouan',
    faits: [
      {
        du: dateCivile('2022-05-21'),
        situation: 'ETUDES',
        rattacheFiscalement: true,
        justificatifRecuLe: dateCivile('2025-09-22'),
      },
    ],
  },
]

/** Loaded again, what is known is not learnt twice. */
export async function constaterSituations(dire: Dire): Promise<void> {
  let constats = 0
  for (const { famille, personne, faits } of CONSTATS) {
    const { adhesionId, personneId } = await loadBeneficiaire(famille, personne)
    for (const fait of faits) {
      await constaterSituation(SYSTEME, { adhesionId, personneId, ...fait })
      constats += 1
    }
  }
  // The day when Yasmine's parents were told.
  const annonces = await annoncerSeizeAnsDuJour(dateCivile('2025-06-02'))
  dire(`Enfants : ${constats} situations connues, ${annonces} rappel des seize ans.`)
}

async function loadBeneficiaire(cle: string, personne: string) {
  const famille = familles.find((f) => f.cle === cle)
  const voulue = famille?.personnes.find((p) => p.cle === personne)
  const porteur = await loadPorteurDeCarte(famille?.numeroAdherent ?? '', voulue?.codeAcces ?? '')
  if (famille === undefined || porteur === null)
    throw new Error(`situations : ${cle}/${personne} est inconnu`)
  return lire(SYSTEME, (tx) =>
    tx.beneficiaire.findFirstOrThrow({
      select: { adhesionId: true, personneId: true },
      where: { personneId: porteur.personneId, adhesion: { numeroAdherent: famille.numeroAdherent } },
    }),
  )
}
