'use client'

// A client component for one reason: the answer of the form holds the codes, which are told once, with JavaScript or without.
import { Bouton } from '@/components/ui/bouton'
import { useEnvoi } from '@/components/ui/envoi'
import { Form } from '@/components/ui/form'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import { type ActionFormulaire, VIERGE } from '@/lib/formulaire/etat'

interface Codes {
  readonly codes: readonly string[]
}

interface Props {
  readonly action: ActionFormulaire<Codes>
  readonly bouton: string
}

export function CreerListe({ action, bouton }: Props) {
  const [etat, soumettre, enCours, element] = useEnvoi<Codes>(action, VIERGE as { statut: 'VIERGE' })
  return (
    <>
      <Form ref={element} action={soumettre} noValidate className="print:hidden">
        <ResumeErreurs erreurs={etat.statut === 'ERREUR' ? etat.erreurs : []} ref={null} />
        <input type="hidden" name="nature" value="CODES" />
        <Bouton aria-disabled={enCours} poids="second">
          {bouton}
        </Bouton>
      </Form>
      {etat.statut === 'REPONSE' ? <Liste codes={etat.reponse.codes} /> : null}
    </>
  )
}

const Liste = ({ codes }: Codes) => (
  <div role="status" className="mt-4 max-w-texte border-l-4 border-action bg-action-pale px-4 py-3">
    <p className="font-semibold">Vos codes. Ils ne seront plus jamais affichés.</p>
    <p>
      Imprimez cette page, ou recopiez-les, et gardez-les avec vos papiers, jamais près de votre mot de passe.
      Chacun sert une fois.
    </p>
    <ul
      data-codes
      className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-2 font-mono text-lg"
    >
      {codes.map((code) => (
        <li key={code} data-fait="REGISTRE">
          {code}
        </li>
      ))}
    </ul>
  </div>
)
