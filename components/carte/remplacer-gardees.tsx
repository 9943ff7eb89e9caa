'use client'

// A client component because only the browser knows which cards it keeps.
import { useEffect, useState } from 'react'
import type { Etiquette } from '@/lib/services/carte/view'
import { adressesAnciennes, garderPage, piecesDe } from './cartes-gardees'

interface Props {
  readonly cartes: readonly { readonly id: string; readonly etiquette: Etiquette }[]
}

/** True when a former card was there and this one took its place. */
async function remplacer({ id, etiquette }: Props['cartes'][number]): Promise<boolean> {
  const adresse = `/carte/${id}`
  const anciennes = await adressesAnciennes(etiquette.cle, adresse)
  if (anciennes.length === 0) return false
  const page = await fetch(adresse, { redirect: 'error' })
  if (!page.ok) return false
  await garderPage({ adresse, pieces: piecesDe(await page.text()), etiquette, anciennes })
  return true
}

/** Whoever opens the installed card with network finds the cards of the day: one that was kept and is no longer the right one gives way to it. */
export function RemplacerGardees({ cartes }: Props) {
  const [remplacee, setRemplacee] = useState(false)
  useEffect(() => {
    if (!('serviceWorker' in navigator) || !('caches' in window)) return
    // Not replaced now, the next opening tries again: the former one still shows its own last day.
    Promise.all(cartes.map(remplacer)).then(
      (faites) => setRemplacee(faites.includes(true)),
      () => setRemplacee(false),
    )
  }, [cartes])
  return (
    <p role="status" className="mt-3 max-w-texte text-encre-douce print:hidden">
      {remplacee ? 'La carte gardée sur cet appareil a été remplacée par celle-ci.' : ''}
    </p>
  )
}
