'use client'

// A client component for one reason: the form, which says that the tariff is in force, with JavaScript or without.
import { Formulaire, useFormulaire } from '@/components/ui/formulaire'
import { Message } from '@/components/ui/message'
import type { ActionFormulaire } from '@/lib/formulaire/etat'

interface Props {
  readonly action: ActionFormulaire
  readonly tarif: string
}

export function MiseEnVigueur({ action, tarif }: Props) {
  const formulaire = useFormulaire(action)
  const { etat, enCours } = formulaire
  if (etat.statut === 'FAIT') return <Message>{etat.message}</Message>
  return (
    <Formulaire
      formulaire={formulaire}
      caches={{ tarif }}
      bouton={enCours ? 'Un instant…' : 'Mettre ce tarif en vigueur'}
      className="space-y-4"
    >
      <p className="max-w-texte">
        Une fois en vigueur, ce tarif ne se modifie plus : pour le corriger, on saisit une nouvelle version.
      </p>
    </Formulaire>
  )
}
