'use client'

// A client component for one reason: the form, which shows what the last submission answered, with JavaScript or without.
import type { ReactNode } from 'react'
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import type { ActionFormulaire } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  readonly caches?: Readonly<Record<string, string>>
  readonly poids?: 'principal' | 'second'
  readonly children: ReactNode
}

/** An act that asks for nothing but to be pressed. */
export const BoutonAction = ({ action, caches, poids = 'second', children }: Props) => (
  <Formulaire formulaire={useFormulaire(action)} caches={caches} bouton={children} poids={poids} />
)
