'use client'

// In the browser for one reason: only it knows that the network was lost between the click and the answer.
import { type RefObject, useActionState, useEffect, useRef } from 'react'
import type { ActionFormulaire, EtatFormulaire } from '@/lib/formulaire/etat'

const SANS_RESEAU =
  'Le réseau a manqué : nous n’avons pas reçu de réponse. Ce que vous avez rempli est toujours là : quand le réseau revient, appuyez de nouveau sur le bouton.'

/** Next marks what it throws on purpose (a redirection, a page not found, an error of the server) with a digest. */
const estDuReseau = (erreur: unknown): boolean => erreur instanceof Error && !('digest' in erreur)

const textes = (donnees: FormData): Record<string, string> =>
  Object.fromEntries(
    [...donnees].flatMap(([nom, valeur]) =>
      typeof valeur === 'string' && !nom.startsWith('$ACTION') ? [[nom, valeur]] : [],
    ),
  )

/** What the state of a form cannot give back: the files chosen, the password typed. They never left the browser. */
function remettre(formulaire: HTMLFormElement, donnees: FormData): void {
  for (const champ of formulaire.elements) {
    if (!(champ instanceof HTMLInputElement)) continue
    if (champ.type === 'password') champ.value = String(donnees.get(champ.name) ?? '')
    if (champ.type === 'file') {
      const choisis = new DataTransfer()
      for (const fichier of donnees.getAll(champ.name))
        if (fichier instanceof File && fichier.name !== '') choisis.items.add(fichier)
      champ.files = choisis.files
      champ.dispatchEvent(new Event('change', { bubbles: true }))
    }
  }
}

/**
 * useActionState, whose form loses nothing when the network does: what was typed or chosen stays, and may be sent again. The server answers
 * twice the same to a form sent twice. The action itself is given to the server, so that the form works without JavaScript.
 */
export function useEnvoi<R = never>(
  action: ActionFormulaire<R>,
  depart: EtatFormulaire<R>,
): readonly [EtatFormulaire<R>, (donnees: FormData) => void, boolean, RefObject<HTMLFormElement | null>] {
  const formulaire = useRef<HTMLFormElement>(null)
  const perdues = useRef<FormData>(null)
  const envoyer: ActionFormulaire<R> = async (precedent, donnees) => {
    perdues.current = null
    try {
      return await action(precedent, donnees)
    } catch (erreur) {
      if (!estDuReseau(erreur)) throw erreur
      perdues.current = donnees
      return { statut: 'ERREUR', erreurs: [{ champ: '', message: SANS_RESEAU }], valeurs: textes(donnees) }
    }
  }
  const [etat, soumettre, enCours] = useActionState(
    typeof window === 'undefined' ? action : envoyer,
    depart as Awaited<EtatFormulaire<R>>,
  )
  useEffect(() => {
    if (etat.statut === 'ERREUR' && perdues.current !== null && formulaire.current !== null)
      remettre(formulaire.current, perdues.current)
  }, [etat])
  return [etat, soumettre, enCours, formulaire]
}
