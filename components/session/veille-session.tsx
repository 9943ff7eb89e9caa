'use client'

// In the browser because only it knows how long nobody has asked for anything. Two clocks and a question; the rest is loaded at the end.
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { Fin } from './fin-de-session'

/** Without network it cannot be loaded, and the page must stay as it is. */
const FinDeSession = lazy(() => import('./fin-de-session').catch(() => ({ default: () => null })))

/** WCAG 2.2.1 asks for twenty seconds at least. */
const AVANT = 2 * 60_000
/** `setTimeout` does not count further, and a computer that slept wakes with clocks that are late. */
const AU_PLUS = 10 * 60_000

interface Props {
  /** Milliseconds before the end, when the page was made. */
  readonly reste: number
  /** Whose session this page was made for. */
  readonly qui: string
  /** Whose space it shows. */
  readonly espace: string
  readonly prolonger: ActionFormulaire
}

interface Reponse {
  readonly reste: number
  readonly qui: string | null
  readonly espace: string | null
}

/** What the server says of the session, without making it last; null when it cannot be asked. */
async function demander(): Promise<Reponse | null> {
  try {
    const reponse = await fetch('/session', { cache: 'no-store', redirect: 'error' })
    return reponse.ok ? ((await reponse.json()) as Reponse) : null
  } catch {
    return null
  }
}

/** Warns two minutes before the session ends, and says when it has ended; what is typed on the page stays. */
export function VeilleSession({ reste, qui, espace, prolonger }: Props) {
  const [fin, setFin] = useState<Fin | null>(null)
  const echeance = useRef(0)
  const verifier = useCallback(async () => {
    const lue = await demander()
    if (lue !== null) echeance.current = Date.now() + lue.reste
    const encore = echeance.current - Date.now()
    if (lue !== null && lue.reste > 0 && lue.qui !== qui) setFin({ etat: 'AUTRE', a: 0 })
    else if (lue !== null && lue.reste > 0 && lue.espace !== espace) setFin({ etat: 'AILLEURS', a: 0 })
    else if (encore <= 0) setFin({ etat: 'FINIE', a: 0 })
    else setFin(encore > AVANT ? null : { etat: 'BIENTOT', a: echeance.current })
    return encore
  }, [qui, espace])

  useEffect(() => {
    echeance.current = Date.now() + reste
    let reveil: ReturnType<typeof setTimeout>
    const veiller = () => {
      clearTimeout(reveil)
      const encore = echeance.current - Date.now()
      const attente = encore > AVANT ? encore - AVANT : Math.max(encore, 1000)
      reveil = setTimeout(regarder, Math.min(attente, AU_PLUS))
    }
    const regarder = async () => {
      if (echeance.current - Date.now() <= AVANT) await verifier()
      veiller()
    }
    veiller()
    // Back to the page: another tab may have gone on, logged in as somebody else, or entered another space.
    const revenir = async () => {
      if (document.visibilityState !== 'visible') return
      await verifier()
      veiller()
    }
    addEventListener('focus', revenir)
    document.addEventListener('visibilitychange', revenir)
    return () => {
      clearTimeout(reveil)
      removeEventListener('focus', revenir)
      document.removeEventListener('visibilitychange', revenir)
    }
  }, [reste, verifier])

  if (fin === null) return null
  return (
    <Suspense fallback={null}>
      <FinDeSession fin={fin} prolonger={prolonger} verifier={verifier} fermer={() => setFin(null)} />
    </Suspense>
  )
}
