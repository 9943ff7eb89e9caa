import { Message } from '@/components/ui/message'
import type { VerificationVue } from '@/lib/services/document/view'

interface Props {
  readonly contact: { readonly nom: string; readonly telephone: string; readonly horaires: string }
  /** Too many tries: when the next one is possible. */
  readonly attente: string | null
  /** Null: no paper has this address. */
  readonly vue: VerificationVue | null
}

/** For whoever holds a paper and does not know the person: is it true, is it still good. */
export function Verification({ contact, attente, vue }: Props) {
  return (
    <>
      <h1>Vérifier un document</h1>
      {attente === null ? (
        vue === null ? (
          <Inconnu />
        ) : (
          <Connu vue={vue} organisme={contact.nom} />
        )
      ) : (
        <p>
          Trop de vérifications viennent de cette connexion à Internet. La prochaine sera possible {attente}.
        </p>
      )}
      <p>
        Un doute ? Appelez {contact.nom} au {contact.telephone}, {contact.horaires}.
      </p>
    </>
  )
}

function Inconnu() {
  return (
    <>
      <p className="font-semibold">Aucun document de la mutuelle ne porte cette adresse.</p>
      <p>
        L’adresse est peut-être incomplète : recopiez-la entièrement, ou visez de nouveau le code imprimé. Si
        elle est exacte, ce document n’a pas été émis par nous.
      </p>
    </>
  )
}

function Connu({ vue, organisme }: { readonly vue: VerificationVue; readonly organisme: string }) {
  const bon = vue.etat === 'EN_VIGUEUR' || vue.etat === 'AUTHENTIQUE'
  return (
    <>
      {bon ? (
        <Message>{vue.phrase}</Message>
      ) : (
        <p
          role="status"
          className="max-w-texte border-l-4 border-a-faire bg-a-faire-pale px-4 py-3 text-a-faire"
        >
          {vue.phrase}
        </p>
      )}
      <dl className="my-6 grid gap-x-8 gap-y-1 sm:grid-cols-[auto_1fr]">
        <dt className="text-encre-douce">Document</dt>
        <dd className="font-semibold">{vue.titre}</dd>
        <dt className="text-encre-douce">Émis par</dt>
        <dd>{organisme}</dd>
        <dt className="text-encre-douce">Émis le</dt>
        <dd>{vue.emis}</dd>
        {vue.periode === null ? null : (
          <>
            <dt className="text-encre-douce">Période</dt>
            <dd>{vue.periode}</dd>
          </>
        )}
        {vue.personnes.length === 0 ? null : (
          <>
            <dt className="text-encre-douce">Personnes (initiales)</dt>
            <dd>
              <ul>
                {vue.personnes.map(({ rang, initiales, couvert }) => (
                  <li key={rang}>
                    {initiales} : {couvert ? 'droits ouverts aujourd’hui' : 'droits fermés aujourd’hui'}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      <p className="text-encre-douce">
        Pour protéger les personnes, cette page ne montre que leurs initiales : comparez-les avec le document.
      </p>
    </>
  )
}
