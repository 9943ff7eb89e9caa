'use client'

// A client component because only a script can ask a passkey to sign; the library that does it is loaded when the button is pressed.
import { useEffect, useRef, useState } from 'react'
import { useDonnees } from '@/components/ui/form'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'

export interface Defi {
  /** Options for the authenticator, as JSON. */
  readonly options: string
}

interface Props {
  readonly defier: ActionFormulaire<Defi>
  /** `signer`: a key that exists; `creer`: a new one. */
  readonly geste: 'signer' | 'creer'
  readonly children: string
}

const ANNULE =
  'La clé d’accès n’a rien répondu. Recommencez, ou utilisez un autre moyen si cet appareil n’a pas de clé pour ce site.'
/** Fields that a key answers for. */
const REMPLACES = 'input[name="motDePasse"], input[name="codeUnique"]'

async function demander(geste: Props['geste'], options: string): Promise<string> {
  const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
  const optionsJSON = JSON.parse(options)
  const reponse =
    geste === 'signer' ? await startAuthentication({ optionsJSON }) : await startRegistration({ optionsJSON })
  return JSON.stringify(reponse)
}

/** In a form: the key signs, the form leaves with what it signed. Nothing is shown without JavaScript. */
export function BoutonCle({ defier, geste, children }: Props) {
  const champ = useRef<HTMLInputElement>(null)
  const donneesDe = useDonnees()
  const [pret, setPret] = useState(false)
  const [echec, setEchec] = useState<string | null>(null)
  useEffect(() => setPret('PublicKeyCredential' in window), [])
  const presser = async () => {
    const entree = champ.current
    const formulaire = entree?.form
    if (entree === null || formulaire == null) return
    setEchec(null)
    const etat = await defier(VIERGE, donneesDe({ defi: 'oui' }))
    if (etat.statut !== 'REPONSE')
      return setEchec(etat.statut === 'ERREUR' ? (etat.erreurs[0]?.message ?? ANNULE) : ANNULE)
    try {
      entree.value = await demander(geste, etat.reponse.options)
    } catch {
      return setEchec(ANNULE)
    }
    const champs = [...formulaire.querySelectorAll<HTMLInputElement>(REMPLACES)]
    for (const un of champs) un.disabled = true
    formulaire.requestSubmit()
    for (const un of champs) un.disabled = false
    entree.value = ''
  }
  return (
    <>
      <input ref={champ} type="hidden" name="cleAcces" defaultValue="" />
      {pret ? (
        <button
          type="button"
          onClick={presser}
          className="inline-flex min-h-11 items-center rounded-md border-2 border-action px-4 font-semibold text-action"
        >
          {children}
        </button>
      ) : null}
      {echec === null ? null : (
        <p role="alert" className="font-semibold text-erreur">
          {echec}
        </p>
      )}
    </>
  )
}
