import { reglements } from '@/lib/reglements/catalogue'
import { organisme } from '@/lib/server/organisme'
import { SYSTEME } from '@/lib/server/portee'
import { importerFlux } from '@/lib/services/flux/mutations'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { fluxDemonstration } from '@/prisma/demonstration/flux'
import type { Fichier } from '@/prisma/demonstration/ligne-flux'
import { portefeuilleDemonstration } from '@/prisma/demonstration/portefeuille'
import { ouvrirComptes } from './comptes'

export type Dire = (phrase: string) => void

const catalogue: ReadonlyMap<string, (typeof reglements)[keyof typeof reglements]> = new Map(
  Object.entries(reglements),
)

const offre = {
  porte: (reglement: string) => organisme().reglements.includes(reglement) && catalogue.has(reglement),
  propose: (reglement: string, formule: string) =>
    catalogue.get(reglement)?.garanties?.tables.some((t) => t.formules.some((f) => f.id === formule)) ??
    false,
}

async function* octets(texte: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(texte)
}

async function chargerPortefeuille(dire: Dire): Promise<void> {
  const resultat = await importerPortefeuille(
    SYSTEME,
    new TextEncoder().encode(portefeuilleDemonstration()),
    offre,
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
  if (resultat.issue === 'REFUSE') throw new Error(`${nom} refusé : ${resultat.code}`)
  return resultat.issue === 'IMPORTE' ? resultat.compte.nouvelles : 0
}

/** Loads the demonstration organisme through the product's own imports; what is there already stays as it is. */
export async function chargerDemonstration(dire: Dire): Promise<void> {
  await chargerPortefeuille(dire)
  const ouverts = await ouvrirComptes()
  dire(ouverts === 0 ? 'Comptes : déjà ouverts.' : `Comptes : ${ouverts} ouverts.`)
  let nouvelles = 0
  const fichiers = fluxDemonstration()
  for (const fichier of fichiers) nouvelles += await recevoir(fichier)
  dire(`Décomptes : ${fichiers.length} fichiers, ${nouvelles} lignes nouvelles.`)
}
