// npm run import -- portefeuille FILE | flux FILE… | teletransmission FILE: what the staff page does, from the command line.
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { expliquerRefusFlux, phraseLignes } from '@/lib/lexique/flux'
import { annee } from '@/lib/rules/date/date-civile'
import { aujourdhui } from '@/lib/server/clock'
import { fermer } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { genererEcheanciers } from '@/lib/services/echeancier/mutations'
import { importerFlux } from '@/lib/services/flux/mutations'
import { liquider } from '@/lib/services/liquidation/mutations'
import { offreDeLOrganisme } from '@/lib/services/portefeuille/data'
import { importerPortefeuille } from '@/lib/services/portefeuille/mutations'
import { importerRetours } from '@/lib/services/teletransmission/mutations'

const USAGE =
  'Usage : npm run import -- portefeuille FICHIER.csv | npm run import -- flux FICHIER.json… | npm run import -- teletransmission FICHIER.csv'

/** @returns true when everything in the file was taken or already there. */
async function portefeuille(fichier: string): Promise<boolean> {
  const resultat = await importerPortefeuille(SYSTEME, await readFile(fichier), offreDeLOrganisme())
  switch (resultat.issue) {
    case 'IMPORTE': {
      const c = resultat.compte
      console.log(
        `${fichier} : ${c.lignes} lignes lues ; écrits : ${c.adhesions} adhésions, ${c.personnes} personnes, ` +
          `${c.beneficiaires} rattachements, ${c.formules} formules, ${c.ribs} RIB, ${c.modalites} modalités de paiement, ${c.mandats} mandats, ${c.codes} codes d’accès.`,
      )
      const jour = aujourdhui()
      const { ecrits, impossibles } = await genererEcheanciers(annee(jour), jour)
      console.log(
        `Échéanciers de ${annee(jour)} : ${ecrits} écrits, ${impossibles} impossibles (raisons : Cotisations et impayés).`,
      )
      return true
    }
    case 'INCHANGE':
      console.log(`${fichier} : ${resultat.lignes} lignes, toutes déjà connues. Rien n’a changé.`)
      return true
    case 'REFUSE':
      return direErreurs(fichier, resultat.erreurs)
  }
}

interface Faute {
  readonly ligne: number
  readonly colonne: string | null
  readonly message: string
}

/** @returns false: nothing was taken. */
function direErreurs(fichier: string, erreurs: readonly Faute[]): false {
  for (const { ligne, colonne, message } of erreurs)
    console.error(`${fichier}, ligne ${ligne}${colonne === null ? '' : `, colonne ${colonne}`} : ${message}`)
  console.error(`${erreurs.length} erreur(s). Rien n’a été écrit : corrigez le fichier et recommencez.`)
  return false
}

/** @returns true when the file was taken, people who are not known set aside. */
async function teletransmission(fichier: string): Promise<boolean> {
  const resultat = await importerRetours(SYSTEME, await readFile(fichier))
  if (resultat.issue === 'REFUSE') return direErreurs(fichier, resultat.erreurs)
  const { lignes, nouvelles, inconnues } = resultat
  console.log(`${fichier} : réponses lues, ${lignes} ; nouvelles, ${nouvelles}.`)
  for (const ligne of inconnues)
    console.log(`${fichier}, ligne ${ligne} : personne inconnue de la mutuelle, réponse laissée de côté.`)
  return true
}

async function flux(fichier: string): Promise<boolean> {
  const resultat = await importerFlux(SYSTEME, createReadStream(fichier))
  switch (resultat.issue) {
    case 'IMPORTE':
      console.log(`${fichier} : ${phraseLignes(resultat.compte)}.`)
      return true
    case 'DEJA_IMPORTE':
      console.log(`${fichier} : déjà importé.`)
      return true
    case 'REFUSE':
      console.error(
        `${fichier} : refusé. ${expliquerRefusFlux(resultat.code, resultat.detail)} Rien n’a été écrit.`,
      )
      return false
  }
}

async function importer([quoi, ...fichiers]: readonly string[]): Promise<boolean> {
  const seul = fichiers[0]
  if (quoi === 'portefeuille' && seul !== undefined && fichiers.length === 1) return portefeuille(seul)
  if (quoi === 'teletransmission' && seul !== undefined && fichiers.length === 1)
    return teletransmission(seul)
  if (quoi !== 'flux' || seul === undefined) {
    console.error(USAGE)
    return false
  }
  let tout = true
  for (const fichier of fichiers) tout = (await flux(fichier)) && tout
  // Also what an interrupted import left to do.
  const { prestations } = await liquider()
  console.log(`Liquidation : ${prestations} prestation(s).`)
  return tout
}

try {
  process.exitCode = (await importer(process.argv.slice(2))) ? 0 : 1
} catch (erreur) {
  if (!(erreur instanceof Error && Reflect.get(erreur, 'syscall') === 'open')) throw erreur
  console.error(`Fichier illisible : ${erreur.message}`)
  process.exitCode = 1
} finally {
  await fermer()
}
