import { expliquerRefusFlux } from '@/lib/lexique/flux'
import { ajouterJours } from '@/lib/rules/date/date-civile'
import { SYSTEME } from '@/lib/server/portee'
import { importerFlux } from '@/lib/services/flux/mutations'
import { liquider } from '@/lib/services/liquidation/mutations'
import { offreDeLOrganisme } from '@/lib/services/portefeuille/data'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { constaterPaiements } from '@/lib/services/prestation/mutations'
import { JOURS_DE_FICHIER } from '@/prisma/demonstration/calendrier'
import { fluxDemonstration } from '@/prisma/demonstration/flux'
import type { Fichier } from '@/prisma/demonstration/ligne-flux'
import { portefeuilleDemonstration } from '@/prisma/demonstration/portefeuille'
import { ouvrirComptes } from './comptes'
import { deroulerCotisations } from './cotisations'

export type Dire = (phrase: string) => void

async function* octets(texte: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(texte)
}

async function chargerPortefeuille(dire: Dire): Promise<void> {
  const resultat = await importerPortefeuille(
    SYSTEME,
    new TextEncoder().encode(portefeuilleDemonstration()),
    offreDeLOrganisme(),
  )
  switch (resultat.issue) {
    case 'IMPORTE':
      dire(`Portefeuille : ${resultat.compte.adhesions} adhésions, ${resultat.compte.personnes} personnes.`)
      return
    case 'INCHANGE':
      dire('Portefeuille : déjà chargé.')
      return
    case 'REFUSE':
      throw new Error(
        `portefeuille refusé : ${resultat.erreurs.map((e) => `l. ${e.ligne} ${e.message}`).join(' ; ')}`,
      )
  }
}

/** Returns the number of new lines; 0 for a file already there. */
async function recevoir({ nom, json }: Fichier): Promise<number> {
  const resultat = await importerFlux(SYSTEME, octets(json))
  if (resultat.issue === 'REFUSE')
    throw new Error(`${nom} refusé. ${expliquerRefusFlux(resultat.code, resultat.detail)}`)
  return resultat.issue === 'IMPORTE' ? resultat.compte.nouvelles : 0
}

/** The money leaves two days after the file, but for the last fortnight: it is still to come. */
const DELAI_VERSEMENT = 2

/** Fortnight by fortnight, as it happened: what was paid before a correction stays paid. */
async function derouler(dire: Dire): Promise<void> {
  const fichiers = fluxDemonstration()
  const [compte, dernier] = [{ nouvelles: 0, prestations: 0, payees: 0 }, JOURS_DE_FICHIER.at(-1)]
  for (const jour of JOURS_DE_FICHIER) {
    for (const fichier of fichiers.filter((f) => f.jour === jour)) compte.nouvelles += await recevoir(fichier)
    compte.prestations += (await liquider()).prestations
    if (jour === dernier) break
    const { payees } = await constaterPaiements({ jusquAu: jour, le: ajouterJours(jour, DELAI_VERSEMENT) })
    compte.payees += payees
  }
  dire(`Décomptes : ${fichiers.length} fichiers, ${compte.nouvelles} lignes nouvelles.`)
  dire(`Prestations : ${compte.prestations} calculées, ${compte.payees} versées.`)
}

/** Loads the demonstration organisme through the product's own imports; what is there already stays as it is. */
export async function chargerDemonstration(dire: Dire): Promise<void> {
  await chargerPortefeuille(dire)
  const ouverts = await ouvrirComptes()
  dire(ouverts === 0 ? 'Comptes : déjà ouverts.' : `Comptes : ${ouverts} ouverts.`)
  await derouler(dire)
  await deroulerCotisations(dire)
}
