'use client'

// A client component for two reasons: useActionState, and a cut network that must not lose what is written.
import {
  type ChangeEvent,
  type FormEvent,
  useActionState,
  useEffect,
  useRef,
  useState,
  useTransition,
} from 'react'
import { Bouton } from '@/components/ui/bouton'
import { Champ } from '@/components/ui/champ'
import { Form } from '@/components/ui/form'
import { Message } from '@/components/ui/message'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { ZoneTexte } from '@/components/ui/zone-texte'
import { type ActionFormulaire, type EtatFormulaire, VIERGE } from '@/lib/formulaire/etat'
import { ACCEPTES, refusAuChoix, refusEnvoi } from '@/lib/formulaire/piece'
import { phraseRefusNomme, phraseRefusPiece } from '@/lib/lexique/depot'
import { PHRASES_RESEAU } from '@/lib/lexique/reseau'

interface Props {
  readonly action: ActionFormulaire
  readonly demandeId: string
  readonly cle: string
  readonly bouton: string
  readonly libelle: string
  readonly indice: string
}

/** Why what was chosen will not go; the field is emptied of it. */
function trier(champ: HTMLInputElement): string | null {
  const fichiers = [...(champ.files ?? [])]
  const refuse = fichiers.find((fichier) => refusAuChoix(fichier) !== null)
  const code = refuse === undefined ? refusEnvoi(fichiers) : refusAuChoix(refuse)
  if (code === null) return null
  champ.value = ''
  return refuse === undefined ? phraseRefusPiece(code) : phraseRefusNomme(refuse.name, code, 'CHOIX')
}

export function FormulaireSuite({ action, demandeId, cle, bouton, libelle, indice }: Props) {
  const [recu, soumettre] = useActionState(action, VIERGE)
  const [vif, setVif] = useState<EtatFormulaire>(VIERGE)
  const [coupe, setCoupe] = useState(false)
  const [refus, setRefus] = useState<string | null>(null)
  const [enCours, commencer] = useTransition()
  const etat = vif.statut === 'VIERGE' ? recu : vif
  const erreurs = etat.statut === 'ERREUR' ? etat.erreurs : []
  const resume = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (vif.statut === 'ERREUR') resume.current?.focus()
  }, [vif])
  const envoyer = (evenement: FormEvent<HTMLFormElement>) => {
    evenement.preventDefault()
    if (enCours) return
    const formulaire = evenement.currentTarget
    commencer(async () => {
      const suite = await action(VIERGE, new FormData(formulaire)).catch(() => null)
      setCoupe(suite === null)
      if (suite === null) return
      setVif(suite)
      if (suite.statut === 'FAIT') formulaire.reset()
    })
  }
  const erreurDe = (champ: string) => erreurs.find((erreur) => erreur.champ === champ)?.message ?? null
  return (
    <Form action={soumettre} onSubmit={envoyer} noValidate className="space-y-5">
      {etat.statut === 'FAIT' ? <Message>{etat.message}</Message> : null}
      <ResumeErreurs erreurs={erreurs} ref={resume} />
      <input type="hidden" name="demande" value={demandeId} />
      <input type="hidden" name="cle" value={cle} />
      <ZoneTexte
        nom="texte"
        libelle={libelle}
        indice={indice}
        erreur={erreurDe('texte')}
        lignes={5}
        valeur={etat.statut === 'ERREUR' ? (etat.valeurs.texte ?? '') : ''}
      />
      <Champ
        nom="fichiers"
        libelle="Vos pièces (facultatif)"
        indice="PDF ou photos (JPEG, PNG), 10 Mo chacune, 5 à la fois."
        erreur={refus ?? erreurDe('fichiers')}
        type="file"
        className="file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-action-pale file:px-3 file:py-1 file:font-semibold file:text-action"
        multiple
        accept={ACCEPTES}
        onChange={({ target }: ChangeEvent<HTMLInputElement>) => setRefus(trier(target))}
      />
      <div aria-live="polite">
        {coupe ? (
          <p className="max-w-texte border-l-4 border-a-faire bg-a-faire-pale px-4 py-3 text-a-faire">
            {PHRASES_RESEAU.PAS_PARTI}
          </p>
        ) : null}
      </div>
      <Bouton aria-disabled={enCours}>{enCours ? PHRASES_RESEAU.ENVOI : bouton}</Bouton>
    </Form>
  )
}
