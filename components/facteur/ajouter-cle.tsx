'use client'

// A client component because a passkey is made by a script; without JavaScript the page says what else there is.
import { Champ } from '@/components/ui/champ'
import { Form } from '@/components/ui/form'
import { useFormulaire } from '@/components/ui/formulaire'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { BoutonCle, type Defi } from './bouton-cle'

interface Props {
  readonly action: ActionFormulaire
  readonly preparer: ActionFormulaire<Defi>
}

export function AjouterCle({ action, preparer }: Props) {
  const formulaire = useFormulaire(action)
  return (
    <Form ref={formulaire.element} action={formulaire.soumettre} noValidate className="space-y-4">
      {formulaire.etat.statut === 'FAIT' ? <Message>{formulaire.etat.message}</Message> : null}
      <ResumeErreurs erreurs={formulaire.erreurs} ref={formulaire.resume} />
      <Champ
        nom="nom"
        libelle="Nom de cet appareil"
        indice="Pour le reconnaître dans la liste, par exemple « Ordinateur de la maison »."
        erreur={formulaire.erreurDe('nom')}
        type="text"
        defaultValue={formulaire.valeurDe('nom', 'Cet appareil')}
        autoComplete="off"
      />
      <BoutonCle defier={preparer} geste="creer">
        Créer une clé d’accès sur cet appareil
      </BoutonCle>
      <noscript>
        <p>
          Une clé d’accès demande JavaScript, qui est coupé dans ce navigateur. Une application à codes ou une
          liste à imprimer n’en ont pas besoin.
        </p>
      </noscript>
    </Form>
  )
}
