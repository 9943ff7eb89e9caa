'use client'

// A client component for one reason: useActionState, which shows the errors of the last submission, with JavaScript or without.
import { useActionState, useEffect, useRef, useState } from 'react'
import { ChampFichiers } from '@/components/depot/champ-fichiers'
import { Bouton, LienBouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { ZoneTexte } from '@/components/ui/zone-texte'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'

interface Proprietes {
  readonly action: ActionFormulaire
  readonly cle: string
  readonly adhesion: string
  /** The calculator's questions and answers. */
  readonly parametres: Readonly<Record<string, string>>
  /** Who enters is to be named. */
  readonly identite: boolean
  readonly bouton: string
}

export function FormulaireContrat({ action, cle, adhesion, parametres, identite, bouton }: Proprietes) {
  const [etat, soumettre, enCours] = useActionState(action, VIERGE)
  const [bloque, setBloque] = useState(false)
  const resume = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (etat.statut === 'ERREUR') resume.current?.focus()
  }, [etat])
  if (etat.statut === 'FAIT')
    return (
      <>
        <Message>{etat.message}</Message>
        {etat.suite === undefined ? null : (
          <p className="mt-6">
            <LienBouton href={etat.suite.href}>{etat.suite.libelle}</LienBouton>
          </p>
        )}
      </>
    )
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const champ = (nom: string, libelle: string, indice?: string) => (
    <Champ
      nom={nom}
      libelle={libelle}
      indice={indice}
      erreur={erreurs.find((erreur) => erreur.champ === nom)?.message ?? null}
      type="text"
      autoComplete="off"
      defaultValue={etat.statut === 'ERREUR' ? (etat.valeurs[nom] ?? '') : ''}
    />
  )
  return (
    <form action={soumettre} noValidate className="space-y-6">
      <ResumeErreurs erreurs={erreurs} ref={resume} />
      {Object.entries({ ...parametres, cle, adhesion }).map(([nom, valeur]) => (
        <input key={nom} type="hidden" name={nom} value={valeur} />
      ))}
      {identite ? (
        <>
          {champ('prenom', 'Son prénom')}
          {champ('nom', 'Son nom')}
          {champ(
            'nir',
            'Son numéro de sécurité sociale (facultatif)',
            '15 caractères, sur son attestation de droits. Pour un nouveau-né, celui du parent qui le déclare.',
          )}
          {champ(
            'rang',
            'Si c’est un jumeau : son ordre de naissance (facultatif)',
            '1 ou 2. Laissez vide sinon.',
          )}
        </>
      ) : null}
      <ChampFichiers
        etat={etat}
        erreur={erreurs.find((erreur) => erreur.champ === 'fichiers')?.message ?? null}
        libelle="Les documents demandés"
        surBlocage={setBloque}
      />
      <ZoneTexte
        nom="texte"
        libelle="Un mot pour nous (facultatif)"
        erreur={erreurs.find((erreur) => erreur.champ === 'texte')?.message ?? null}
        valeur={etat.statut === 'ERREUR' ? (etat.valeurs.texte ?? '') : ''}
        lignes={3}
      />
      <Bouton aria-disabled={enCours || bloque}>{enCours ? 'Envoi en cours…' : bouton}</Bouton>
    </form>
  )
}
