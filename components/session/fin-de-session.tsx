'use client'

import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { Bouton, LienBouton } from '@/components/ui/bouton'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import { heureEnMots } from '@/lib/lexique/instants'

export interface Fin {
  /** `AUTRE`: somebody else has logged in from this browser; `AILLEURS`: the same person has entered another space. */
  readonly etat: 'BIENTOT' | 'FINIE' | 'AUTRE' | 'AILLEURS'
  /** When it ends, by the clock of this device. */
  readonly a: number
}

interface Props {
  readonly fin: Fin
  readonly prolonger: ActionFormulaire
  /** Asks the server again; milliseconds left. */
  readonly verifier: () => Promise<number>
  readonly fermer: () => void
}

const TITRES: Readonly<Record<Fin['etat'], string>> = {
  BIENTOT: 'Votre session va bientôt finir',
  FINIE: 'Votre session est finie',
  AUTRE: 'Une autre personne est connectée',
  AILLEURS: 'Vous êtes passé dans un autre espace',
}

/** A dialog of the browser: it takes the focus, keeps the keyboard in, and gives the focus back where it was. */
export default function FinDeSession({ fin, prolonger, verifier, fermer }: Props): ReactNode {
  const boite = useRef<HTMLDialogElement>(null)
  const { etat } = fin
  // Closed before it leaves the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const dialogue = boite.current
    if (dialogue === null) return
    dialogue.showModal()
    return () => dialogue.close()
  }, [])
  return (
    <dialog
      ref={boite}
      role="alertdialog"
      aria-labelledby="fin-de-session"
      aria-describedby="fin-de-session-dite"
      onCancel={(event) => {
        event.preventDefault()
        if (etat === 'BIENTOT') fermer()
      }}
      // What has ended is not left for the next passer-by to read.
      className={`m-auto max-w-texte border-2 border-action bg-papier p-6 text-encre ${etat === 'BIENTOT' ? '' : 'backdrop:bg-papier'}`}
    >
      <h2 id="fin-de-session" className="text-xl">
        {TITRES[etat]}
      </h2>
      <div id="fin-de-session-dite" className="mt-3 space-y-3">
        {etat === 'BIENTOT' ? <Bientot a={fin.a} /> : null}
        {etat === 'FINIE' ? <Finie /> : null}
        {etat === 'AUTRE' ? <Autre /> : null}
        {etat === 'AILLEURS' ? <Ailleurs /> : null}
      </div>
      <div className="mt-5 flex flex-wrap gap-3">
        {etat === 'BIENTOT' ? <Rester prolonger={prolonger} verifier={verifier} /> : null}
        {etat === 'FINIE' ? <Reprendre verifier={verifier} /> : null}
        {etat === 'AUTRE' ? <LienBouton href="/connexion">Me connecter à ma place</LienBouton> : null}
        {etat === 'AILLEURS' ? (
          <LienBouton href="/adherent">Aller à l’accueil de l’espace ouvert</LienBouton>
        ) : null}
      </div>
    </dialog>
  )
}

const Bientot = ({ a }: { readonly a: number }) => (
  <p>
    Rien n’a été demandé depuis longtemps. Pour protéger votre dossier, votre session finit à{' '}
    {heureEnMots(new Date(a))}. Ce que vous avez écrit ici reste en place.
  </p>
)

const Finie = () => (
  <>
    <p>Ce que vous avez écrit sur cette page n’est pas perdu : il est caché derrière ce message.</p>
    <p>
      Reconnectez-vous dans un nouvel onglet, puis revenez ici : la page reprend où vous en étiez et vous
      pourrez envoyer.
    </p>
  </>
)

const Autre = () => (
  <p>
    Cette page a été ouverte par quelqu’un d’autre : elle ne peut plus rien envoyer. Si c’est vous,
    connectez-vous de nouveau.
  </p>
)

const Ailleurs = () => (
  <>
    <p>
      Dans un autre onglet, vous êtes passé d’un espace à un autre : le vôtre, ou celui d’un proche. Cette
      page était faite pour le premier, et n’enverra rien pour le second.
    </p>
    <p>
      Ce que vous y avez écrit n’est pas perdu : retournez à son espace dans l’autre onglet, puis revenez ici.
    </p>
  </>
)

function Rester({ prolonger, verifier }: Pick<Props, 'prolonger' | 'verifier'>) {
  const [dit, setDit] = useState('')
  const rester = async () => {
    try {
      const donnees = new FormData()
      donnees.set('rester', 'oui')
      await prolonger(VIERGE, donnees)
      const encore = await verifier()
      if (encore > 0) setDit('Elle ne peut pas durer plus de douze heures : envoyez ce que vous avez écrit.')
    } catch {
      setDit('Le réseau a manqué : réessayez.')
    }
  }
  return (
    <>
      <Bouton type="button" autoFocus onClick={rester}>
        Rester connecté
      </Bouton>
      <form action="/deconnexion" method="post">
        <Bouton poids="second">Me déconnecter</Bouton>
      </form>
      <p role="status" className="w-full">
        {dit}
      </p>
    </>
  )
}

function Reprendre({ verifier }: Pick<Props, 'verifier'>) {
  const [dit, setDit] = useState('')
  const reprendre = async () => {
    if ((await verifier()) <= 0)
      setDit('Vous n’êtes pas encore reconnecté : faites-le dans le nouvel onglet.')
  }
  return (
    <>
      <LienBouton href="/connexion?info=finie" target="_blank" autoFocus>
        Me reconnecter (nouvel onglet)
      </LienBouton>
      <Bouton type="button" poids="second" onClick={reprendre}>
        C’est fait, reprendre
      </Bouton>
      <p role="status" className="w-full">
        {dit}
      </p>
      <p>
        <a href="/connexion" className="inline-flex min-h-11 items-center">
          Quitter cette page
        </a>
      </p>
    </>
  )
}
