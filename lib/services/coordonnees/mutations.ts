import type { ErreurChamp } from '@/lib/formulaire/etat'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import {
  PHRASES_ADRESSE,
  phraseAdresseChangeeAilleurs,
  phraseAdresseTropTard,
  phraseAdresseTropTot,
  phraseTelephonesChangesAilleurs,
} from '@/lib/lexique/coordonnees'
import { phraseRefusNomme } from '@/lib/lexique/depot'
import { ajouterAnnees, ajouterJours, type DateCivile } from '@/lib/rules/date/date-civile'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { type ActeJournal, journaliser } from '@/lib/server/journal'
import { PieceRefusee } from '@/lib/server/piece/refus'
import type { PorteeAdherent } from '@/lib/server/portee'
import { controlerPiece, inscrireDepot, type PieceControlee } from '../depot/mutations'
import { loadDerniereAdresse, loadDerniersTelephones, loadPreuveDomicile } from './data'
import type { AdresseSaisie, TelephonesSaisis } from './schema'

/** Two forms of one person answer one after the other. */
const attendreSonTour = (client: Ecriture, sujet: string, personneId: string) =>
  client.query(`SELECT pg_advisory_xact_lock(hashtextextended($1 || ':' || $2, 0))`, [sujet, personneId])

/**
 * The member's form: with its proof, where a règlement of theirs asks for one; kept with the address or not at all. @throws {SaisieRefusee}
 */
export async function declarerAdresse(
  acteur: PorteeAdherent,
  { justificatif, ...adresse }: AdresseSaisie,
  jour: DateCivile,
): Promise<void> {
  const demandee = await loadPreuveDomicile(acteur, jour)
  if (demandee !== null && justificatif === null)
    throw new SaisieRefusee(...fautesDuJour(adresse.du, jour), {
      champ: 'justificatif',
      message: PHRASES_ADRESSE.JUSTIFICATIF,
    })
  const adhesionId = demandee?.adhesionId ?? acteur.adhesions[0]
  if (justificatif === null || adhesionId === undefined) return changerAdresse(acteur, adresse, jour)
  try {
    const piece = await controlerPiece(justificatif)
    await changerAdresse(acteur, adresse, jour, { ...piece, adhesionId })
  } catch (erreur) {
    if (!(erreur instanceof PieceRefusee)) throw erreur
    const message = phraseRefusNomme(justificatif.name, erreur.code, 'ENVOI')
    throw new SaisieRefusee({ champ: 'justificatif', message })
  }
}

/** An address serves from tomorrow at the earliest, in a year at the latest. */
function fautesDuJour(du: DateCivile, jour: DateCivile): readonly ErreurChamp[] {
  const [des, jusqu] = [ajouterJours(jour, 1), ajouterAnnees(jour, 1)]
  if (du < des) return [{ champ: 'du', message: phraseAdresseTropTot(des) }]
  return du > jusqu ? [{ champ: 'du', message: phraseAdresseTropTard(jusqu) }] : []
}

/**
 * Where the person lives from a day on. The same form again gives the first answer; a form opened before somebody wrote another address
 * overwrites nothing. @throws {SaisieRefusee}
 */
export async function changerAdresse(
  acteur: PorteeAdherent,
  { version, ...adresse }: Omit<AdresseSaisie, 'justificatif'>,
  jour: DateCivile,
  preuve: (PieceControlee & { readonly adhesionId: string }) | null = null,
): Promise<void> {
  const fautes = fautesDuJour(adresse.du, jour)
  if (fautes.length > 0) throw new SaisieRefusee(...fautes)
  const { complement, voie, lieuDit, codePostal, ville, pays, du } = adresse
  const valeurs = [complement, voie, lieuDit, codePostal, ville, pays, du]
  await ecrire(acteur, async (client) => {
    await attendreSonTour(client, 'adresse', acteur.personneId)
    const derniere = await loadDerniereAdresse(client, acteur.personneId)
    if (derniere !== null) {
      const { complement, voie, lieuDit, codePostal, ville, pays, du } = derniere
      const connues = [complement, voie, lieuDit, codePostal, ville, pays, du]
      if (connues.every((valeur, i) => valeur === valeurs[i])) return
      if (derniere.version !== version)
        throw new SaisieRefusee({ champ: 'voie', message: phraseAdresseChangeeAilleurs(derniere) })
    }
    const depotId =
      preuve === null
        ? null
        : await inscrireDepot(client, acteur, { ...preuve, personneId: null, objet: 'JUSTIFICATIF' })
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO adresses (personne_id, compte_id, version, complement, voie, lieu_dit, code_postal, ville, pays, du, depot_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
      [acteur.personneId, acteur.compteId, (derniere?.version ?? 0) + 1, ...valeurs, depotId],
    )
    await noter(client, acteur, 'ADRESSE_CHANGEE', 'adresse', rows[0]?.id)
  })
}

/** The numbers we call, from now on. @throws {SaisieRefusee} when they were changed since the form was shown. */
export async function changerTelephones(
  acteur: PorteeAdherent,
  { version, mobile, fixe }: TelephonesSaisis,
): Promise<void> {
  await ecrire(acteur, async (client) => {
    await attendreSonTour(client, 'telephones', acteur.personneId)
    const derniers = await loadDerniersTelephones(client, acteur.personneId)
    if (derniers !== null) {
      if (derniers.mobile === mobile && derniers.fixe === fixe) return
      if (derniers.version !== version)
        throw new SaisieRefusee({ champ: 'mobile', message: phraseTelephonesChangesAilleurs(derniers) })
    }
    const { rows } = await client.query<{ id: string }>(
      'INSERT INTO telephones (personne_id, compte_id, version, mobile, fixe) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [acteur.personneId, acteur.compteId, (derniers?.version ?? 0) + 1, mobile, fixe],
    )
    await noter(client, acteur, 'TELEPHONES_CHANGES', 'telephones', rows[0]?.id)
  })
}

const noter = (
  client: Ecriture,
  acteur: PorteeAdherent,
  acte: ActeJournal,
  objetType: string,
  objetId: string | undefined,
): Promise<void> =>
  journaliser(client, {
    acte,
    compteId: acteur.compteId,
    role: acteur.type,
    objetType,
    objetId: objetId ?? null,
    resultat: 'FAIT',
  })
