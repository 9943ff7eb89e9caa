import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cheminInterne } from './chemin'
import { ecrire } from './db'
import { ENTETE_CHEMIN } from './entetes'
import { type ActeJournal, type EntreeJournal, journaliser } from './journal'
import { type Acteur, SYSTEME } from './portee'
import { repondreIntrouvable } from './telechargement'

/** What the journal keeps of a page or a download: who read somebody else's papers, and who was refused what. */
type ActeDeLecture = Extract<
  ActeJournal,
  | 'DOSSIER_LU'
  | 'RECHERCHE_FAITE'
  | 'DOCUMENT_LU'
  | 'DOCUMENT_TELECHARGE'
  | 'PRISE_EN_CHARGE_LUE'
  | 'INDU_LU'
  | 'LOT_LU'
  | 'FLUX_LU'
  | 'JOURNAL_LU'
>

const roleDe = (acteur: Acteur): string => (acteur.type === 'GESTION' ? acteur.role : 'ADHERENT')

/** Staff read something that is somebody else's. A line of its own, by whoever looks: a page has no command to be part of. */
export async function noterLecture(
  acteur: Acteur,
  acte: ActeDeLecture,
  objet: Pick<EntreeJournal, 'objetType' | 'objetId' | 'donnees'>,
): Promise<void> {
  await ecrire(SYSTEME, (client) =>
    journaliser(client, {
      acte,
      compteId: acteur.compteId,
      role: roleDe(acteur),
      resultat: 'FAIT',
      ...objet,
    }),
  )
}

/** Somebody known asked for what is not theirs, or not there: the two are told alike, and kept alike. */
async function noterRefus(
  acteur: Acteur,
  acte: 'ACCES_REFUSE' | 'ACTION_REFUSEE',
  objetType: string,
  objetId: string | null,
): Promise<void> {
  await ecrire(SYSTEME, (client) =>
    journaliser(client, {
      acte,
      compteId: acteur.compteId,
      role: roleDe(acteur),
      objetType,
      objetId: objetId?.slice(0, 120) ?? null,
      resultat: 'REFUSE',
    }),
  )
}

/** What somebody known asked an action and did not get: a right, or a rule of the subject. */
export const noterRefusAction = (acteur: Acteur, nom: string): Promise<void> =>
  noterRefus(acteur, 'ACTION_REFUSEE', 'action', nom)

/** The path that was asked for: no query, which may carry what somebody typed. */
async function cheminDemande(): Promise<string | null> {
  return cheminInterne((await headers()).get(ENTETE_CHEMIN))?.split('?')[0] ?? null
}

/** A page that is not theirs, or not there. */
export async function refuserPage(acteur: Acteur): Promise<never> {
  await noterRefus(acteur, 'ACCES_REFUSE', 'page', await cheminDemande())
  notFound()
}

/** A file that is not theirs, or not there. */
export async function refuserFichier(acteur: Acteur): Promise<Response> {
  await noterRefus(acteur, 'ACCES_REFUSE', 'page', await cheminDemande())
  return repondreIntrouvable()
}
