'use client'

// A client component because only the browser can keep a page, and only its clock is there without network.
import { type ReactNode, useEffect, useState } from 'react'
import { Bouton } from '@/components/ui/bouton'

/** Named alike in public/carte-hors-ligne.js. */
const CACHE = 'carte'
const OUVRIER = '/carte-hors-ligne.js'
const PORTEE = '/carte'

/** What this page is drawn with, besides itself. */
const pieces = (): readonly string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin === location.origin)
    .map(({ pathname }) => pathname)
    .filter((chemin) => chemin.startsWith('/_next/static/') || chemin === '/organisme.css')

async function garder(): Promise<void> {
  const cache = await caches.open(CACHE)
  const adresses = [...new Set([location.pathname, ...pieces()])]
  await Promise.all(
    adresses.map(async (adresse) => {
      const reponse = await fetch(adresse, { cache: 'reload', redirect: 'error' })
      if (!reponse.ok) throw new Error(`${adresse} : ${reponse.status}`)
      await cache.put(adresse, reponse)
    }),
  )
  await navigator.serviceWorker.register(OUVRIER, { scope: PORTEE })
}

async function effacer(): Promise<void> {
  await caches.delete(CACHE)
  const ouvrier = await navigator.serviceWorker.getRegistration(PORTEE)
  await ouvrier?.unregister()
}

/** « AAAA-MM-JJ » where the device is. */
const jourDeLAppareil = (): string => new Date().toLocaleDateString('sv-SE')

type Etat = 'INCONNU' | 'IMPOSSIBLE' | 'ABSENTE' | 'GARDEE' | 'ECHEC'

const PHRASES: Readonly<Record<Etat, string>> = {
  INCONNU: '',
  IMPOSSIBLE: 'Ce navigateur ne sait pas garder une page sans réseau : téléchargez la carte en PDF.',
  ABSENTE:
    'Vous pouvez garder cette carte sur cet appareil pour la montrer sans réseau. Rien d’autre de votre dossier n’y est gardé. Vous déconnecter l’efface.',
  GARDEE: 'Cette carte est gardée sur cet appareil : elle s’ouvre aussi sans réseau.',
  ECHEC:
    'La carte n’a pas pu être gardée : il n’y a peut-être plus de place sur cet appareil, ou plus de réseau.',
}

interface Props {
  readonly au: string
  readonly auEnMots: string
  readonly valable: boolean
  readonly children: ReactNode
}

/** The card, grey when the rights it shows have ended by this device's clock; keeping it here, or no longer. */
export function SurCetAppareil({ au, auEnMots, valable, children }: Props) {
  const [etat, setEtat] = useState<Etat>('INCONNU')
  const [finie, setFinie] = useState(false)
  useEffect(() => {
    setFinie(jourDeLAppareil() > au)
    if (!('serviceWorker' in navigator) || !('caches' in window)) {
      setEtat('IMPOSSIBLE')
      return
    }
    const regarder = async () => {
      const gardee = (await (await caches.open(CACHE)).match(location.pathname)) !== undefined
      setEtat(gardee ? 'GARDEE' : 'ABSENTE')
      // Seen again: what is kept is what was just checked. Without network the kept one stays, dated of its last check.
      if (gardee) await garder().catch(() => undefined)
    }
    regarder().catch(() => setEtat('IMPOSSIBLE'))
  }, [au])
  const faire = (geste: () => Promise<void>, ensuite: Etat) => () => {
    geste().then(
      () => setEtat(ensuite),
      () => setEtat('ECHEC'),
    )
  }
  return (
    <>
      {finie ? (
        <p
          role="alert"
          data-fait="DOCUMENT"
          className="mb-4 border-l-4 border-erreur px-4 py-2 font-semibold"
        >
          Cette carte n’est plus valable : ses droits s’arrêtaient le {auEnMots}.
        </p>
      ) : null}
      <div className={finie || !valable ? 'opacity-60 grayscale' : undefined}>{children}</div>
      <div className="mt-6 print:hidden">
        <p role="status" className="max-w-texte text-encre-douce">
          {PHRASES[etat]}
        </p>
        {etat === 'GARDEE' ? (
          <Bouton type="button" poids="second" onClick={faire(effacer, 'ABSENTE')}>
            L’effacer de cet appareil
          </Bouton>
        ) : null}
        {(etat === 'ABSENTE' || etat === 'ECHEC') && valable && !finie ? (
          <Bouton type="button" onClick={faire(garder, 'GARDEE')}>
            Garder cette carte sur cet appareil
          </Bouton>
        ) : null}
      </div>
    </>
  )
}
