'use client'

// A client component for one reason: useEnvoi, which shows the answer under the form and keeps what was typed, with JavaScript or without.
import { type Ref, useEffect, useRef, useState } from 'react'
import { Etapes } from '@/components/decision/pourquoi'
import { ChampFichiers } from '@/components/depot/champ-fichiers'
import { ChampSimulation } from '@/components/simulation/champ-simulation'
import { Bouton } from '@/components/ui/bouton'
import { useEnvoi } from '@/components/ui/envoi'
import { Form } from '@/components/ui/form'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { ZoneTexte } from '@/components/ui/zone-texte'
import { type ActionFormulaire, type EtatFormulaire, VIERGE } from '@/lib/formulaire/etat'
import type { ReponseAide } from '@/lib/services/demande-aide/view'
import type { ChampView } from '@/lib/services/formulaire-simulation/view'
import { DemandeEnvoyee } from './demande-envoyee'

interface Proprietes {
  readonly action: ActionFormulaire<ReponseAide>
  /** The key of this form, and the aid. */
  readonly caches: Readonly<Record<string, string>>
  readonly champs: readonly ChampView[]
  readonly organisme: string
  readonly titre: string
}

const DEPART: EtatFormulaire<ReponseAide> = VIERGE

/** First what the rules answer, then, if they open it, the papers and the demande. */
export function FormulaireAide({ action, caches, champs, organisme, titre }: Proprietes) {
  const [etat, soumettre, enCours, element] = useEnvoi(action, DEPART)
  const [bloque, setBloque] = useState(false)
  const resume = useRef<HTMLDivElement>(null)
  const reponse = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (etat.statut === 'ERREUR') resume.current?.focus()
    if (etat.statut === 'REPONSE') reponse.current?.focus()
  }, [etat])
  if (etat.statut === 'FAIT') return <DemandeEnvoyee {...etat} />
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const valeurs: Readonly<Record<string, string>> = etat.statut === 'VIERGE' ? {} : etat.valeurs
  const erreurDe = (nom: string) => erreurs.find((e) => e.champ === nom)?.message ?? null
  const ouverte = etat.statut === 'REPONSE' && etat.reponse.verdict === 'ACCORDEE'
  // A demande that could not leave keeps what it was about to send.
  const aEnvoyer = ouverte || (etat.statut === 'ERREUR' && valeurs.etape === 'envoyer')
  return (
    <>
      <title>{`${erreurs.length > 0 ? 'Erreur : ' : ''}${titre} – ${organisme}`}</title>
      <Form ref={element} action={soumettre} noValidate className="max-w-texte space-y-6">
        <ResumeErreurs erreurs={erreurs} ref={resume} />
        {Object.entries(caches).map(([nom, valeur]) => (
          <input key={nom} type="hidden" name={nom} value={valeur} />
        ))}
        {champs.map((champ) => (
          <ChampSimulation
            key={champ.nom}
            champ={champ}
            valeur={valeurs[champ.nom] ?? champ.depart}
            erreur={erreurDe(champ.nom)}
          />
        ))}
        <Bouton name="etape" value="voir" aria-disabled={enCours} poids={aEnvoyer ? 'second' : 'principal'}>
          {enCours ? 'Un instant…' : 'Voir à quoi j’ai droit'}
        </Bouton>
        {etat.statut === 'REPONSE' ? <Reponse reponse={etat.reponse} titre={reponse} /> : null}
        {aEnvoyer ? (
          <>
            <ChampFichiers
              etat={etat.statut === 'ERREUR' ? etat : VIERGE}
              erreur={erreurDe('fichiers')}
              libelle="Vos documents"
              indice="PDF ou photos. Sans eux, envoyez quand même : nous vous les demanderons."
              surBlocage={setBloque}
            />
            <ZoneTexte
              nom="texte"
              libelle={
                etat.statut === 'REPONSE' && etat.reponse.aExpliquer
                  ? 'Expliquez votre situation'
                  : 'Un mot pour nous (facultatif)'
              }
              erreur={erreurDe('texte')}
              valeur={valeurs.texte ?? ''}
              lignes={4}
            />
            <Bouton name="etape" value="envoyer" aria-disabled={enCours || bloque}>
              {enCours ? 'Envoi en cours…' : 'Envoyer cette demande'}
            </Bouton>
          </>
        ) : null}
      </Form>
    </>
  )
}

interface PropsReponse {
  readonly reponse: ReponseAide
  readonly titre: Ref<HTMLHeadingElement>
}

function Reponse({ reponse, titre }: PropsReponse) {
  const { montant, phrases, etapes, pieces } = reponse
  return (
    <section className="space-y-4 border-t-2 border-filet pt-8" aria-labelledby="titre-reponse" data-fonde="">
      <h2 id="titre-reponse" ref={titre} tabIndex={-1} className="text-xl">
        {reponse.titre}
      </h2>
      {montant === null ? null : <p className="text-2xl font-semibold tabular-nums">{montant}</p>}
      {phrases.map((phrase) => (
        <p key={phrase}>{phrase}</p>
      ))}
      {etapes.length === 0 ? null : (
        <>
          <h3 className="font-semibold">Pourquoi</h3>
          <Etapes etapes={etapes} />
        </>
      )}
      {pieces.length === 0 ? null : (
        <>
          <h3 className="font-semibold">Ce qu’il faut joindre</h3>
          <ul className="list-disc pl-6">
            {pieces.map((piece) => (
              <li key={piece}>{piece}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
