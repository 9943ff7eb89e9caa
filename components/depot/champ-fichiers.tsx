'use client'

// A client component for one reason: saying at the moment of choosing that a file will not be taken. Without JavaScript the field is the
// same and the server says it.
import { type ChangeEvent, useEffect, useState } from 'react'
import { Champ } from '@/components/ui/champ'
import type { EtatFormulaire } from '@/lib/formulaire/etat'
import { ACCEPTES, refusAuChoix, refusEnvoi } from '@/lib/formulaire/piece'
import { phraseRefusNomme, phraseRefusPiece } from '@/lib/lexique/depot'
import { octetsEnMots } from '@/lib/lexique/formats'

interface Choix {
  readonly gardes: readonly { readonly nom: string; readonly taille: number }[]
  /** Sentences about the files left out. */
  readonly ecartes: readonly string[]
  /** Why the rest cannot go together. */
  readonly blocage: string | null
}

const AUCUN: Choix = { gardes: [], ecartes: [], blocage: null }

/** Takes out of the field what would be refused, and says why. */
function trier(champ: HTMLInputElement): Choix {
  const fichiers = [...(champ.files ?? [])]
  const bons = new DataTransfer()
  const ecartes: string[] = []
  for (const fichier of fichiers) {
    const refus = refusAuChoix(fichier)
    if (refus === null) bons.items.add(fichier)
    else ecartes.push(phraseRefusNomme(fichier.name, refus, 'CHOIX'))
  }
  if (ecartes.length > 0) champ.files = bons.files
  const gardes = [...bons.files]
  const refus = refusEnvoi(gardes)
  return {
    gardes: gardes.map(({ name, size }) => ({ nom: name, taille: size })),
    ecartes,
    blocage: refus === null ? null : phraseRefusPiece(refus),
  }
}

interface Proprietes {
  /** Of the form: a submission empties the field. */
  readonly etat: EtatFormulaire
  readonly erreur: string | null
  readonly libelle?: string
  readonly indice?: string
  /** What is chosen cannot go together. */
  readonly surBlocage: (bloque: boolean) => void
}

const INDICE =
  'PDF ou photos (JPEG, PNG), 10 Mo chacun, 5 à la fois. Un papier posé à plat, bien éclairé, se lit mieux.'

/** The files of a form: their names and sizes are said, those that would be refused are taken out with the reason. */
export function ChampFichiers({
  etat,
  erreur,
  libelle = 'Vos fichiers',
  indice = INDICE,
  surBlocage,
}: Proprietes) {
  const [choix, setChoix] = useState<Choix>(AUCUN)
  useEffect(() => {
    // React has emptied the form: what was chosen is gone from the field.
    if (etat.statut !== 'VIERGE') setChoix(AUCUN)
  }, [etat])
  const choisir = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const trie = trier(target)
    setChoix(trie)
    surBlocage(trie.blocage !== null)
  }
  return (
    <div>
      <Champ
        nom="fichiers"
        libelle={libelle}
        indice={indice}
        erreur={choix.blocage ?? erreur}
        type="file"
        className="file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-action-pale file:px-3 file:py-1 file:font-semibold file:text-action"
        multiple
        accept={ACCEPTES}
        onChange={choisir}
      />
      <FichiersChoisis {...choix} />
    </div>
  )
}

/** Announced as it changes: what will leave, and what will not. */
function FichiersChoisis({ gardes, ecartes }: Choix) {
  return (
    <div aria-live="polite" className="mt-2 max-w-texte space-y-2">
      {ecartes.map((phrase) => (
        <p key={phrase} className="border-l-4 border-erreur pl-3 text-erreur">
          {phrase}
        </p>
      ))}
      {gardes.length === 0 ? null : (
        <ul className="space-y-1">
          {gardes.map(({ nom, taille }) => (
            <li key={`${nom} ${taille}`} className="wrap-anywhere">
              {nom} <span className="whitespace-nowrap text-encre-douce">({octetsEnMots(taille)})</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
