'use client'

// A client component for one reason: useActionState, which shows what accepting would do with what was typed, before it is done.
import { useActionState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Form } from '@/components/ui/form'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import type { ApercuVu } from '@/lib/services/corbeille/view'
import { Apercu } from './apercu'
import type { ChampTraitement } from './champ-traitement'
import { FormulaireTraitement } from './formulaire-traitement'
import { ChampDeTraitement } from './saisie'

interface Props {
  readonly previsualiser: ActionFormulaire<{ readonly apercu: ApercuVu; readonly version: number }>
  readonly accepter: ActionFormulaire
  readonly caches: Readonly<Record<string, string>>
  readonly champs: readonly ChampTraitement[]
  /** With nothing typed, when that is an answer. */
  readonly initial: ApercuVu | null
  /** What staff may say beside the grounds. */
  readonly phrase: ChampTraitement
}

/** What this nature needs to be accepted: typed, shown as it would be done, then accepted. */
export function AccepterAvecSaisie({ previsualiser, accepter, caches, champs, initial, phrase }: Props) {
  const [etat, soumettre, enCours] = useActionState(previsualiser, VIERGE)
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const valeurs = etat.statut === 'ERREUR' || etat.statut === 'REPONSE' ? etat.valeurs : {}
  const apercu = etat.statut === 'REPONSE' ? etat.reponse.apercu : etat.statut === 'VIERGE' ? initial : null
  const saisis = Object.fromEntries(champs.flatMap(({ nom }) => (valeurs[nom] ? [[nom, valeurs[nom]]] : [])))
  return (
    <div className="space-y-6">
      <Form action={soumettre} noValidate className="max-w-texte space-y-4">
        <ResumeErreurs
          erreurs={erreurs.map(({ champ, message }) => ({
            champ: champ === '' ? '' : `saisie-${champ}`,
            message,
          }))}
        />
        {Object.entries(caches).map(([nom, valeur]) => (
          <input key={nom} type="hidden" name={nom} value={valeur} />
        ))}
        {champs.map((champ) => (
          <ChampDeTraitement
            key={champ.nom}
            champ={champ}
            id={`saisie-${champ.nom}`}
            valeur={valeurs[champ.nom] ?? champ.valeur ?? ''}
            erreur={erreurs.find((e) => e.champ === champ.nom)?.message ?? null}
          />
        ))}
        <Bouton poids="second" aria-disabled={enCours}>
          Voir ce qu’accepter change
        </Bouton>
      </Form>
      {apercu === null ? null : (
        <div role="status" className="space-y-4">
          <Apercu apercu={apercu} />
          {apercu.verdict === 'ACCORDEE' ? (
            <FormulaireTraitement
              action={accepter}
              cle="accepter"
              titre="Accepter"
              caches={{ ...caches, ...saisis }}
              champs={[phrase]}
              bouton="Accepter cette demande"
              poids="principal"
              ouvert
            />
          ) : null}
        </div>
      )}
    </div>
  )
}
