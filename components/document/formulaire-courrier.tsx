'use client'

// A client component for one reason: useActionState, which gives back what was typed beside its errors, with JavaScript or without.
import { useActionState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { ZoneTexte } from '@/components/ui/zone-texte'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'

const INDICE_TEXTE = 'Une ligne vide sépare deux paragraphes. Le texte part tel quel, sans mise en forme.'

export function FormulaireCourrier({ action }: { readonly action: ActionFormulaire }) {
  const [etat, soumettre, enCours] = useActionState(action, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const valeurs = etat.statut === 'ERREUR' ? etat.valeurs : {}
  const erreur = (nom: string) => erreurs.find(({ champ }) => champ === nom)?.message ?? null
  return (
    <form action={soumettre} noValidate className="max-w-texte space-y-6">
      <ResumeErreurs erreurs={erreurs} />
      <Champ
        nom="numeroAdherent"
        libelle="Numéro d’adhérent"
        indice="Celui du contrat, tel qu’il est sur la carte. Les zéros du début ne comptent pas."
        erreur={erreur('numeroAdherent')}
        defaultValue={valeurs.numeroAdherent}
        autoComplete="off"
        required
      />
      <Champ
        nom="objet"
        libelle="Objet"
        indice="Par exemple : Votre demande de prise en charge du 2 mars."
        erreur={erreur('objet')}
        defaultValue={valeurs.objet}
        autoComplete="off"
        required
      />
      <ZoneTexte
        nom="texte"
        libelle="Texte"
        indice={INDICE_TEXTE}
        erreur={erreur('texte')}
        valeur={valeurs.texte ?? ''}
        lignes={14}
      />
      <p className="text-encre-douce">Une fois écrit, un courrier ne se modifie plus : l’adhérent le voit.</p>
      <Bouton aria-disabled={enCours}>{enCours ? 'Un instant…' : 'Écrire ce courrier à l’adhérent'}</Bouton>
    </form>
  )
}
