'use client'

import { useEffect, useRef } from 'react'
import { Partage } from '@/components/remboursement/partage'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
// A client component for one reason: useEnvoi, which shows the preview under the form and keeps what was typed, with JavaScript or without.
import { useEnvoi } from '@/components/ui/envoi'
import { Form } from '@/components/ui/form'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, type EtatFormulaire, VIERGE } from '@/lib/formulaire/etat'
import type { ApercuVue, DecisionVue } from '@/lib/services/prise-en-charge/view'
import { Calculs, Raisons } from './calculs'
import { LigneActe } from './ligne-acte'
import { Radios } from './ouverture'

const DEPART: EtatFormulaire<ApercuVue> = VIERGE
const SITUATIONS = [
  { valeur: 'HABITUELLE', libelle: 'Habituelle' },
  { valeur: 'ALD', libelle: 'À 100 % (ALD)' },
  { valeur: 'MATERNITE', libelle: 'Maternité' },
]
const SECTEURS = [
  { valeur: 'DPTAM', libelle: 'Secteur 1, ou OPTAM' },
  { valeur: 'NON_DPTAM', libelle: 'Sans OPTAM' },
]

interface Props {
  readonly action: ActionFormulaire<ApercuVue>
  readonly vue: DecisionVue
}

/** The acts and their prices, what they would give, then the answer. */
export function DecisionPrise({ action, vue }: Props) {
  const [etat, soumettre, enCours, formulaire] = useEnvoi(action, DEPART)
  const resume = useRef<HTMLDivElement>(null)
  const apercu = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (etat.statut === 'ERREUR') resume.current?.focus()
    if (etat.statut === 'REPONSE') apercu.current?.focus()
  }, [etat])
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const valeurs = etat.statut === 'ERREUR' || etat.statut === 'REPONSE' ? etat.valeurs : vue.valeurs
  const erreurDe = (champ: string) => erreurs.find((e) => e.champ === champ)?.message ?? null
  const reponse = etat.statut === 'REPONSE' ? etat.reponse : null
  return (
    <Form key={JSON.stringify(valeurs)} ref={formulaire} action={soumettre} noValidate className="space-y-8">
      <ResumeErreurs erreurs={erreurs} ref={resume} />
      <input type="hidden" name="prise" value={vue.prise} />
      <input type="hidden" name="version" value={vue.version} />
      <Actes vue={vue} valeurs={valeurs} erreurDe={erreurDe} />
      <div className="space-y-4">
        <Radios
          nom="situation"
          legende="Prise en charge par l’Assurance maladie"
          choix={SITUATIONS}
          valeur={valeurs.situation}
          erreur={erreurDe('situation')}
        />
        <Radios
          nom="secteur"
          legende="Tarifs du médecin"
          choix={SECTEURS}
          valeur={valeurs.secteur}
          erreur={erreurDe('secteur')}
        />
        <div className="flex flex-wrap gap-x-8 gap-y-4">
          {(['valideDu', 'valideAu'] as const).map((nom) => (
            <Champ
              key={nom}
              nom={nom}
              type="date"
              libelle={nom === 'valideDu' ? 'Valable du' : 'jusqu’au'}
              erreur={erreurDe(nom)}
              defaultValue={valeurs[nom]}
            />
          ))}
        </div>
      </div>
      <Bouton
        name="geste"
        value="APERCU"
        poids={reponse === null ? 'principal' : 'second'}
        aria-disabled={enCours}
      >
        Calculer
      </Bouton>
      {reponse === null ? null : <Apercu reponse={reponse} titre={apercu} enCours={enCours} />}
      <section aria-labelledby="titre-refuser" className="border-t border-filet pt-6">
        <h2 id="titre-refuser" className="mb-3 text-xl">
          Refuser
        </h2>
        <Champ
          nom="raison"
          libelle="Pourquoi (la personne le lira)"
          indice="Inutile si le calcul dit que la mutuelle ne paie rien : ses raisons seront jointes."
          erreur={erreurDe('raison')}
          defaultValue={valeurs.raison}
          autoComplete="off"
        />
        <Bouton name="geste" value="REFUSER" poids="second" className="mt-4" aria-disabled={enCours}>
          Refuser cette demande
        </Bouton>
      </section>
    </Form>
  )
}

interface ActesProps {
  readonly vue: DecisionVue
  readonly valeurs: Readonly<Record<string, string>>
  readonly erreurDe: (champ: string) => string | null
}

const OUVERTS = 3

/** The first rows, then the others, folded as long as they are empty. */
function Actes({ vue, valeurs, erreurDe }: ActesProps) {
  const ligne = (rang: number) => (
    <LigneActe key={rang} rang={rang} vue={vue} valeurs={valeurs} erreurDe={erreurDe} />
  )
  const autres = vue.rangs.slice(OUVERTS)
  return (
    <div className="space-y-5">
      {vue.rangs.slice(0, OUVERTS).map(ligne)}
      <details open={autres.some((rang) => (valeurs[`acte${rang}`] ?? '') !== '')}>
        <summary className="inline-flex min-h-11 items-center text-action">
          <span className="underline underline-offset-4">D’autres actes</span>
        </summary>
        <div className="mt-3 space-y-5">{autres.map(ligne)}</div>
      </details>
    </div>
  )
}

interface ApercuProps {
  readonly reponse: ApercuVue
  readonly titre: React.Ref<HTMLHeadingElement>
  readonly enCours: boolean
}

function Apercu({ reponse, titre, enCours }: ApercuProps) {
  return (
    <section aria-labelledby="titre-apercu" className="border-l-4 border-action bg-feuille px-5 py-4">
      <h2 id="titre-apercu" ref={titre} tabIndex={-1} className="mb-3 text-xl">
        Ce que la mutuelle paierait
      </h2>
      {reponse.total === null ? null : (
        <div className="mb-4">
          <Partage titre={`Formule ${reponse.formule ?? ''}`} partage={reponse.total} />
        </div>
      )}
      <Calculs calculs={reponse.calculs} />
      <Raisons raison={null} refus={reponse.refus} />
      {reponse.empechement === null ? (
        <>
          <input type="hidden" name="attendu" value={reponse.attendu} />
          <Bouton name="geste" value="ACCORDER" className="mt-4" aria-disabled={enCours}>
            Accorder et faire le document
          </Bouton>
        </>
      ) : (
        <div className="mt-4">
          <Message>Accord impossible. {reponse.empechement}</Message>
        </div>
      )}
    </section>
  )
}
