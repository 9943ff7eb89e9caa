'use client'

// A client component because only the browser can keep a page, and only its clock is there without network.
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import type { Etiquette } from '@/lib/services/carte/view'
import { adressesAnciennes, effacerGardee, estGardee, garderPage, piecesAffichees } from './cartes-gardees'

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
  readonly etiquette: Etiquette
  readonly children: ReactNode
}

/** The card, grey when the rights it shows have ended by this device's clock; keeping it here, or no longer. */
export function SurCetAppareil({ au, auEnMots, valable, etiquette, children }: Props) {
  const [etat, setEtat] = useState<Etat>('INCONNU')
  const [finie, setFinie] = useState(false)
  const { cle, titre, detail } = etiquette
  const garder = useCallback(async () => {
    const bonne = valable && jourDeLAppareil() <= au
    const anciennes = bonne ? await adressesAnciennes(cle, location.pathname) : []
    await garderPage({
      adresse: location.pathname,
      pieces: piecesAffichees(),
      etiquette: { cle, titre, detail },
      anciennes,
    })
  }, [au, valable, cle, titre, detail])
  useEffect(() => {
    setFinie(jourDeLAppareil() > au)
    if (!('serviceWorker' in navigator) || !('caches' in window)) {
      setEtat('IMPOSSIBLE')
      return
    }
    const regarder = async () => {
      const bonne = valable && jourDeLAppareil() <= au
      const gardee = await estGardee(location.pathname)
      // Kept until now, and this one takes its place: whoever asked for the card to be here wants the right one.
      const succede = bonne && !gardee && (await adressesAnciennes(cle, location.pathname)).length > 0
      setEtat(gardee ? 'GARDEE' : 'ABSENTE')
      // Seen again: what is kept is what was just checked. Without network the kept one stays, dated of its last check.
      if (gardee) await garder().catch(() => undefined)
      if (succede) await garder().then(() => setEtat('GARDEE'))
    }
    regarder().catch(() => setEtat('IMPOSSIBLE'))
  }, [au, valable, cle, garder])
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
          <Bouton
            type="button"
            poids="second"
            onClick={faire(() => effacerGardee(location.pathname), 'ABSENTE')}
          >
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
