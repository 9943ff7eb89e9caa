'use client'

// A client component for two reasons: useActionState, and a draft that keeps itself and survives a cut network (brouillon-vivant).
import { type ReactNode, useActionState, useEffect, useRef, useSyncExternalStore } from 'react'
import { Bouton } from '@/components/ui/bouton'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { Champ, PrecisionsChamp } from '@/components/ui/champ'
import { Form } from '@/components/ui/form'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { ZoneTexte } from '@/components/ui/zone-texte'
import { type ActionFormulaire, type EtatFormulaire, VIERGE } from '@/lib/formulaire/etat'
import { ACCEPTES } from '@/lib/formulaire/piece'
import { octetsEnMots } from '@/lib/lexique/formats'
import { PHRASES_RESEAU } from '@/lib/lexique/reseau'
import type { BrouillonGarde, PieceGardee } from '@/lib/services/demande-parole/schema'
import { useBrouillon } from './brouillon-vivant'

interface Props {
  readonly action: ActionFormulaire<BrouillonGarde>
  readonly caches: Readonly<Record<string, string>>
  /** Who writes. */
  readonly compte: string
  readonly sujets: {
    readonly legende: string
    readonly choix: readonly { readonly valeur: string; readonly libelle: string }[]
  } | null
  /** Which contract it is about, when there are several. */
  readonly contrats?: {
    readonly choix: readonly { readonly valeur: string; readonly libelle: string }[]
    readonly depart: string
  } | null
  readonly texte: { readonly libelle: string; readonly indice: string }
  readonly depart: {
    readonly sujet: string | null
    readonly texte: string | null
    readonly pieces: readonly PieceGardee[]
  }
  readonly bouton: string
  readonly titre: string
  readonly organisme: string
  /** What will happen and until when, said before the button. */
  readonly children: ReactNode
}

const jamais = () => () => {}
/** True once the page answers by itself. */
const useVivant = (): boolean =>
  useSyncExternalStore(
    jamais,
    () => true,
    () => false,
  )

const valeurDe = (etat: EtatFormulaire<BrouillonGarde>, nom: string, depart: string | null): string =>
  etat.statut === 'ERREUR' || etat.statut === 'REPONSE' ? (etat.valeurs[nom] ?? depart ?? '') : (depart ?? '')

export function Redaction(props: Props) {
  const {
    action,
    caches,
    compte,
    sujets,
    contrats = null,
    texte,
    depart,
    bouton,
    titre,
    organisme,
    children,
  } = props
  const [recu, soumettre] = useActionState<EtatFormulaire<BrouillonGarde>, FormData>(action, VIERGE)
  const formulaire = useRef<HTMLFormElement>(null)
  const b = useBrouillon(action, formulaire, depart.pieces, compte)
  const vivant = useVivant()
  const erreurs = b.erreurs.length > 0 || recu.statut !== 'ERREUR' ? b.erreurs : recu.erreurs
  const resume = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (erreurs.length > 0) resume.current?.focus()
  }, [erreurs])
  const erreurDe = (champ: string) => erreurs.find((erreur) => erreur.champ === champ)?.message ?? null
  return (
    <Form
      ref={formulaire}
      action={soumettre}
      onSubmit={b.soumettre}
      onInput={b.noter}
      noValidate
      className="space-y-6"
    >
      <title>{`${erreurs.length > 0 ? 'Erreur : ' : ''}${titre} – ${organisme}`}</title>
      {recu.statut === 'REPONSE' ? <Message>{recu.reponse.phrase}</Message> : null}
      <ResumeErreurs erreurs={erreurs} ref={resume} />
      {Object.entries(caches).map(([nom, valeur]) => (
        <input key={nom} type="hidden" name={nom} value={valeur} />
      ))}
      {sujets === null ? null : (
        <fieldset id="sujet" aria-describedby={erreurDe('sujet') === null ? undefined : 'sujet-erreur'}>
          <legend className="font-semibold">{sujets.legende}</legend>
          <PrecisionsChamp nom="sujet" indice={undefined} erreur={erreurDe('sujet')} />
          {sujets.choix.map(({ valeur, libelle }) => (
            <CaseACocher
              key={valeur}
              type="radio"
              name="sujet"
              value={valeur}
              defaultChecked={valeur === valeurDe(recu, 'sujet', depart.sujet)}
            >
              {libelle}
            </CaseACocher>
          ))}
        </fieldset>
      )}
      {contrats === null ? null : (
        <fieldset id="contrat">
          <legend className="font-semibold">De quel contrat s’agit-il ?</legend>
          {contrats.choix.map(({ valeur, libelle }) => (
            <CaseACocher
              key={valeur}
              type="radio"
              name="contrat"
              value={valeur}
              defaultChecked={valeur === valeurDe(recu, 'contrat', contrats.depart)}
            >
              <span data-fait="LIBELLE">{libelle}</span>
            </CaseACocher>
          ))}
        </fieldset>
      )}
      <ZoneTexte
        nom="texte"
        {...texte}
        erreur={erreurDe('texte')}
        valeur={valeurDe(recu, 'texte', depart.texte)}
      />
      <div className="max-w-texte">
        <Champ
          nom="fichiers"
          libelle="Vos pièces (facultatif)"
          indice="PDF ou photos (JPEG, PNG), 10 Mo chacune, 5 au plus."
          erreur={erreurDe('fichiers')}
          type="file"
          className="file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-action-pale file:px-3 file:py-1 file:font-semibold file:text-action"
          multiple
          accept={ACCEPTES}
          onInput={(evenement) => evenement.stopPropagation()}
          onChange={b.choisir}
        />
        <Jointes b={b} vivant={vivant} />
      </div>
      <div className="texte border-l-4 border-filet pl-5">{children}</div>
      <div aria-live="polite" className="max-w-texte empty:hidden">
        {b.phrase === '' ? null : (
          <p
            className={
              b.coupe
                ? 'border-l-4 border-a-faire bg-a-faire-pale px-4 py-3 text-a-faire'
                : 'text-encre-douce'
            }
          >
            {b.phrase}
          </p>
        )}
        {b.coupe ? (
          <Bouton type="button" poids="discret" onClick={() => void b.reprendre()}>
            Réessayer maintenant
          </Bouton>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Bouton name="geste" value="ENVOYER" aria-disabled={b.envoi}>
          {bouton}
        </Bouton>
        <Bouton name="geste" value="GARDER" poids="second">
          Enregistrer le brouillon
        </Bouton>
      </div>
    </Form>
  )
}

/** What is with the draft, what is on its way, what will not go. */
function Jointes({ b, vivant }: { readonly b: ReturnType<typeof useBrouillon>; readonly vivant: boolean }) {
  return (
    <>
      <div aria-live="polite" className="space-y-2">
        {b.ecartes.map((phrase) => (
          <p key={phrase} className="mt-2 border-l-4 border-erreur pl-3 text-erreur">
            {phrase}
          </p>
        ))}
      </div>
      {b.pieces.length + b.enRoute.length === 0 ? null : (
        <ul aria-label="Pièces jointes" className="mt-2">
          {b.pieces.map(({ id, nom, taille }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4">
              <span className="wrap-anywhere">
                {nom} <span className="whitespace-nowrap text-encre-douce">({taille}, jointe)</span>
              </span>
              {vivant ? (
                <Bouton type="button" poids="discret" onClick={() => void b.retirer(id)}>
                  Retirer<span className="sr-only"> {nom}</span>
                </Bouton>
              ) : (
                <CaseACocher type="checkbox" name="retirer" value={id}>
                  La retirer à l’enregistrement du brouillon
                </CaseACocher>
              )}
            </li>
          ))}
          {b.enRoute.map(({ rang, fichier, coupe }) => (
            <li key={rang} className="flex flex-wrap items-center gap-x-4">
              <span className={`wrap-anywhere ${coupe ? 'text-a-faire' : ''}`}>
                {fichier.name}{' '}
                <span className="whitespace-nowrap text-encre-douce">({octetsEnMots(fichier.size)})</span>
                {coupe ? `, ${PHRASES_RESEAU.PAS_JOINT}` : '…'}
              </span>
              {coupe ? (
                <Bouton type="button" poids="discret" onClick={() => b.laisser(rang)}>
                  Ne pas la joindre<span className="sr-only"> ({fichier.name})</span>
                </Bouton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
