'use client'

// A client component for one reason: useEnvoi, which gives the typed grid back with what is wrong in it, with JavaScript or without.
import { Bouton } from '@/components/ui/bouton'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { Champ } from '@/components/ui/champ'
import { useEnvoi } from '@/components/ui/envoi'
import { Form } from '@/components/ui/form'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import type { ChampsTarif } from '@/lib/services/tarif/view'
import { ChampsTarifDe } from './champs-tarif'

interface Props {
  readonly action: ActionFormulaire
  readonly champs: ChampsTarif
}

export function SaisieTarif({ action, champs }: Props) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const valeurs = etat.statut === 'ERREUR' ? etat.valeurs : champs.valeurs
  const erreurDe = (champ: string) => erreurs.find((erreur) => erreur.champ === champ)?.message ?? null
  const valeurDe = (champ: string) => valeurs[champ] ?? ''
  const invente = etat.statut === 'ERREUR' ? valeurs.demonstration === 'oui' : champs.demonstration
  return (
    // The key: fields that React does not control take what was typed when they are drawn anew.
    <Form ref={formulaire} key={JSON.stringify(valeurs)} action={soumettre} noValidate className="space-y-6">
      <ResumeErreurs erreurs={erreurs} />
      <input type="hidden" name="reglement" value={champs.reglement} />
      <input type="hidden" name="formule" value={champs.formule} />
      <Champ
        nom="annee"
        libelle="Année"
        erreur={erreurDe('annee')}
        defaultValue={valeurDe('annee')}
        inputMode="numeric"
        className="max-w-28"
      />
      <ChampsTarifDe champs={champs} valeurDe={valeurDe} erreurDe={erreurDe} />
      {champs.demonstration ? (
        <CaseACocher type="checkbox" name="demonstration" value="oui" defaultChecked={invente}>
          Ces montants sont inventés, pour une démonstration
        </CaseACocher>
      ) : null}
      <Bouton aria-disabled={enCours}>
        {enCours ? 'Enregistrement…' : 'Enregistrer le brouillon et voir ce qu’il change'}
      </Bouton>
    </Form>
  )
}
