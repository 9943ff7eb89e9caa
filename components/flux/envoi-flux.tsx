'use client'

// A client component for one reason: useEnvoi, which shows what the import answered, with JavaScript or without.
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { useEnvoi } from '@/components/ui/envoi'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'

export function EnvoiFlux({ action }: { readonly action: ActionFormulaire }) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  return (
    <>
      {etat.statut === 'FAIT' ? <Message>{etat.message}</Message> : null}
      <form ref={formulaire} action={soumettre} noValidate className="mt-4 space-y-4">
        <ResumeErreurs erreurs={erreurs} />
        <Champ
          nom="fichier"
          libelle="Fichier de décomptes"
          indice="Au format flux-decomptes/1 (JSON), 20 Mo au plus. Un fichier déjà importé ne change rien."
          erreur={erreurs.find((erreur) => erreur.champ === 'fichier')?.message ?? null}
          type="file"
          accept=".json,application/json"
          required
        />
        <Bouton aria-disabled={enCours}>{enCours ? 'Import en cours…' : 'Importer le fichier'}</Bouton>
      </form>
    </>
  )
}
