import type { ReactNode } from 'react'

/** Running text under one title. */
export function PageLegale({ titre, children }: { readonly titre: string; readonly children: ReactNode }) {
  return (
    <article className="texte">
      <h1 className="text-2xl">{titre}</h1>
      {children}
    </article>
  )
}

export function Adresse({ lignes }: { readonly lignes: readonly string[] }) {
  return (
    <address className="not-italic">
      {lignes.map((ligne) => (
        <span key={ligne} className="block">
          {ligne}
        </span>
      ))}
    </address>
  )
}

/** What the legal pages need to know of the house. */
export interface OrganismeLegal {
  readonly nom: string
  readonly forme: string
  readonly siren: string
  readonly adresse: readonly string[]
  readonly telephone: string
  readonly horaires: string
  readonly email: string
  readonly site: string
  readonly dpo: string
  readonly hebergeur: string
  readonly directeurPublication: string
  readonly mediateur: { readonly nom: string; readonly adresse: readonly string[]; readonly site: string }
  readonly fictif: boolean
}
