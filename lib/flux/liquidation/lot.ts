import { liquiderLigne } from './decision'
import { contrePasser, poser } from './ecriture'
import { memoire } from './memoire'
import { constat } from './motifs'
import { refaireSuivantes, retenir, suivantesDe } from './rectification'
import type { LigneALire, Lot } from './registre'

/** Lines one after the other, each after what the ones before took. */
export function liquiderLignes(lot: Lot, lignes: readonly LigneALire[]): void {
  for (const ligne of lignes) {
    if (ligne.reversion)
      contrePasser(lot, ligne, constat('ANNULATION_DE_LIGNE', lot.socle.roles.tauxDecompte))
    else calculer(lot, ligne)
  }
}

function calculer(lot: Lot, ligne: LigneALire): void {
  const assure = lot.assures.get(ligne.personne_id)
  if (assure === undefined) throw new Error(`personne disparue : ligne ${ligne.id}`)
  const origine = ligne.origine_id === null ? undefined : lot.origines.get(ligne.origine_id)
  const equipement = `${ligne.emetteur}/${ligne.id_decompte}/${ligne.contenu.soinsDebut}`
  // A correction stands where the line it corrects stood, and what came after is done again.
  const suivantes = origine?.annulee === true ? suivantesDe(lot, ligne) : null
  const calculee = liquiderLigne(
    {
      contenu: ligne.contenu,
      pourInformation: ligne.pour_information,
      origineNonAnnulee: origine !== undefined && !origine.annulee,
      equipement,
    },
    assure,
    memoire(lot, ligne.personne_id, suivantes === null ? null : ligne.place),
    lot.socle,
  )
  const id = poser(lot, ligne, equipement, calculee)
  const lignes = [calculee.ligneGarantie ?? '', ...calculee.details.map((d) => d.ligne)]
  if (suivantes !== null)
    refaireSuivantes(lot, ligne, suivantes, [...lignes, ...lignesDe(origine?.contenuInverse)])
  const { adhesionId, ligneGarantie, partage } = calculee
  if (calculee.etat === 'A_VERIFIER' || adhesionId === null || ligneGarantie === null) return
  const { personne_id: personneId, place, contenu } = ligne
  const { partMutuelle } = partage
  retenir(lot, {
    id,
    ligneId: ligne.id,
    racineId: ligne.id,
    personneId,
    place,
    equipement,
    contenu,
    partMutuelle,
    lignes,
  })
}

/** The guarantee lines that a prestation taken back had touched. */
function lignesDe(colonnes: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const details = Array.isArray(colonnes.details) ? colonnes.details : []
  return [colonnes.ligne_garantie, ...details.map((d: { ligne: unknown }) => d.ligne)].filter(
    (l) => typeof l === 'string',
  )
}
