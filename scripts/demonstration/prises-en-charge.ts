import { dateCivile } from '@/lib/rules/date/date-civile'
import { lire } from '@/lib/server/db'
import { type PorteeGestion, SYSTEME } from '@/lib/server/portee'
import {
  apercevoirPriseEnCharge,
  deciderPriseEnCharge,
  enregistrerPriseEnCharge,
} from '@/lib/services/prise-en-charge/mutations'
import { decisionSchema } from '@/lib/services/prise-en-charge/schema'
import { familles } from '@/prisma/demonstration/familles'
import { PRISES_EN_CHARGE, type PriseDemonstration } from '@/prisma/demonstration/prises-en-charge'
import { professionnels } from '@/prisma/demonstration/professionnels'
import type { Dire } from './chargement'
import { acteurDemonstration } from './comptes'

async function trouver({ famille: cle, personne: clePersonne }: PriseDemonstration) {
  const famille = familles.find((f) => f.cle === cle)
  const voulue = famille?.personnes.find((p) => p.cle === clePersonne)
  if (famille === undefined || voulue === undefined)
    throw new Error(`prises en charge : ${cle}/${clePersonne} n'est pas dans la démonstration`)
  const { prenom, nom } = voulue
  return lire(SYSTEME, (tx) =>
    tx.beneficiaire.findFirstOrThrow({
      select: { personneId: true, adhesionId: true },
      where: { adhesion: { numeroAdherent: famille.numeroAdherent }, personne: { prenom, nom } },
    }),
  )
}

/** As staff type it, preview first. */
async function repondre(acteur: PorteeGestion, id: string, prise: PriseDemonstration): Promise<void> {
  const { reponse, actes, jour } = prise
  if (reponse === null) return
  const champs = actes.flatMap(({ acte, quantite = '', prix = '', base = '', cote = '' }, rang) =>
    Object.entries({ acte, quantite, prix, base, cote }).map(([nom, valeur]) => [`${nom}${rang}`, valeur]),
  )
  const commun = {
    prise: id,
    version: '1',
    valideDu: jour,
    valideAu: reponse.au,
    ...Object.fromEntries(champs),
  }
  const { calcul } = await apercevoirPriseEnCharge(
    acteur,
    decisionSchema.parse({ ...commun, geste: 'APERCU' }),
  )
  const decision = decisionSchema.parse({ ...commun, geste: reponse.geste, attendu: String(calcul.total) })
  await deciderPriseEnCharge(acteur, decision, dateCivile(reponse.le))
}

async function dejaDemandee({ personneId }: { readonly personneId: string }, prise: PriseDemonstration) {
  return lire(SYSTEME, (tx) =>
    tx.priseEnCharge.findFirst({
      select: { id: true, etat: true },
      where: { personneId, jour: new Date(prise.jour), nature: prise.nature },
    }),
  )
}

/** Loaded again, or resumed, what is there stays as it is. */
export async function demanderPrisesEnCharge(dire: Dire): Promise<void> {
  const acteur = await acteurDemonstration('GESTIONNAIRE')
  let neuves = 0
  for (const prise of PRISES_EN_CHARGE) {
    const { genre, nature, pro, finess, jour, sejour, demandeeLe } = prise
    const qui = await trouver(prise)
    const connue = await dejaDemandee(qui, prise)
    if (connue !== null && (connue.etat !== 'EN_ATTENTE' || prise.reponse === null)) continue
    const demande = {
      ...qui,
      genre,
      nature,
      professionnel: professionnels[pro]?.libelle ?? pro,
      finess,
      jour: dateCivile(jour),
      dmt: sejour?.dmt ?? null,
      codeRisque: sejour?.codeRisque ?? null,
      demandeur: nature === 'HOSPITALISATION' ? 'PROFESSIONNEL' : 'ADHERENT',
      actes: [],
    } as const
    const id = connue?.id ?? (await enregistrerPriseEnCharge(acteur, demande, dateCivile(demandeeLe)))
    await repondre(acteur, id, prise)
    neuves += 1
  }
  dire(neuves === 0 ? 'Prises en charge : déjà chargées.' : `Prises en charge : ${neuves} demandes.`)
}
