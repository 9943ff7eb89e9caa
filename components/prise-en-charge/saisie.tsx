'use client'

import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
// A client component for one reason: useEnvoi, which gives back what was typed beside its errors, with JavaScript or without.
import { useEnvoi } from '@/components/ui/envoi'
import { Form } from '@/components/ui/form'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import type { SaisieVue } from '@/lib/services/prise-en-charge/view'
import { Radios } from './ouverture'

interface Props {
  readonly action: ActionFormulaire
  readonly vue: SaisieVue
}

/** What was received, as it was received; the acts and their prices come with the decision. */
export function SaisiePrise({ action, vue }: Props) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const valeurs = etat.statut === 'ERREUR' ? etat.valeurs : {}
  const champ = (nom: string, libelle: string, indice?: string) => (
    <Champ
      nom={nom}
      libelle={libelle}
      indice={indice}
      erreur={erreurs.find((e) => e.champ === nom)?.message ?? null}
      defaultValue={valeurs[nom]}
      autoComplete="off"
      {...(nom === 'jour' ? { type: 'date', className: 'max-w-56' } : {})}
    />
  )
  return (
    <Form
      key={JSON.stringify(valeurs)}
      ref={formulaire}
      action={soumettre}
      noValidate
      className="max-w-texte space-y-5"
    >
      <ResumeErreurs erreurs={erreurs} />
      <input type="hidden" name="adhesion" value={vue.adhesion} />
      <input type="hidden" name="genre" value={vue.genre} />
      <input type="hidden" name="nature" value={vue.nature} />
      <Radios
        nom="personne"
        legende="Pour qui ?"
        choix={vue.personnes}
        valeur={valeurs.personne}
        erreur={erreurs.find((e) => e.champ === 'personne')?.message ?? null}
      />
      {champ(
        'professionnel',
        vue.sejour ? 'Établissement' : 'Professionnel',
        'Son nom, comme sur le devis ou le bulletin.',
      )}
      {champ('finess', 'Numéro FINESS (facultatif)', '9 caractères.')}
      {champ('jour', vue.sejour ? 'Date d’entrée' : 'Date prévue des soins')}
      {vue.sejour ? (
        <>
          {champ(
            'dmt',
            vue.exige ? 'DMT' : 'DMT (facultatif)',
            'Discipline médico-tarifaire : 3 chiffres, ou 5 avec le mode de traitement.',
          )}
          {champ(
            'codeRisque',
            vue.exige ? 'Code risque' : 'Code risque (facultatif)',
            '10 maladie, 30 maternité, 41 accident du travail.',
          )}
        </>
      ) : null}
      <Bouton aria-disabled={enCours}>Enregistrer et chiffrer</Bouton>
    </Form>
  )
}
