import type { ComponentProps } from 'react'
import { ChoixLiens } from '@/components/ui/choix-liens'

/** Whose page this is, and a link to each other's. */
export const ChoixBeneficiaire = ({ choix }: Pick<ComponentProps<typeof ChoixLiens>, 'choix'>) => (
  <ChoixLiens nom="Choisir une personne" choix={choix} className="mb-8" />
)
