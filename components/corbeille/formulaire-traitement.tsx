'use client'

// A client component for one reason: useActionState, which gives back what was typed beside its errors, with JavaScript or without.
import { type ReactNode, useActionState, useEffect, useId, useRef, useState } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Form } from '@/components/ui/form'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'
import type { ChampTraitement, TextePret } from './champ-traitement'
import { ChampDeTraitement } from './saisie'
import { TextesPrets } from './textes-prets'

interface Props {
  readonly action: ActionFormulaire
  /** Of the section, and what comes before the fields' ids. */
  readonly cle: string
  readonly titre: string
  /** What will happen, said before the button. */
  readonly children?: ReactNode
  readonly caches: Readonly<Record<string, string>>
  readonly champs: readonly ChampTraitement[]
  readonly bouton: string
  readonly poids?: 'principal' | 'second'
  /** Texts for the field of that name. */
  readonly modeles?: { readonly champ: string; readonly textes: readonly TextePret[]; readonly ici: string }
  /** Shown unfolded. */
  readonly ouvert?: boolean
}

/** One act on a demande, folded until it is wanted; an error keeps it open, with what was typed. */
export function FormulaireTraitement(props: Props) {
  const { action, cle, titre, children, caches, champs, bouton, poids = 'second', modeles, ouvert } = props
  const [etat, soumettre, enCours] = useActionState(action, VIERGE)
  const [pret, choisir] = useState<string | null>(null)
  const resume = useRef<HTMLDivElement>(null)
  const idTitre = useId()
  useEffect(() => {
    if (etat.statut === 'ERREUR') resume.current?.focus()
  }, [etat])
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const valeurs = etat.statut === 'ERREUR' ? etat.valeurs : {}
  return (
    <details
      id={cle}
      open={ouvert === true || erreurs.length > 0}
      className="border-l-4 border-filet pl-5 open:border-action"
    >
      <summary className="flex min-h-11 cursor-pointer items-center">
        <h3 id={idTitre} className="text-lg text-action underline underline-offset-4">
          {titre}
        </h3>
      </summary>
      <Form
        action={soumettre}
        noValidate
        aria-labelledby={idTitre}
        className="max-w-texte space-y-4 pt-2 pb-4"
      >
        <ResumeErreurs
          ref={resume}
          erreurs={erreurs.map(({ champ, message }) => ({
            champ: champs.some(({ nom }) => nom === champ) ? `${cle}-${champ}` : '',
            message,
          }))}
        />
        {modeles === undefined ? null : (
          <TextesPrets textes={modeles.textes} ici={modeles.ici} ancre={cle} choisir={choisir} />
        )}
        {children}
        {Object.entries(caches).map(([nom, valeur]) => (
          <input key={nom} type="hidden" name={nom} value={valeur} />
        ))}
        {champs.map((champ) => (
          <ChampDeTraitement
            key={champ.nom === modeles?.champ ? `${champ.nom} ${pret}` : champ.nom}
            champ={champ}
            id={`${cle}-${champ.nom}`}
            valeur={(champ.nom === modeles?.champ ? pret : null) ?? valeurs[champ.nom] ?? champ.valeur ?? ''}
            erreur={erreurs.find((e) => e.champ === champ.nom)?.message ?? null}
          />
        ))}
        <Bouton poids={poids} aria-disabled={enCours}>
          {enCours ? 'Un instant…' : bouton}
        </Bouton>
      </Form>
    </details>
  )
}
