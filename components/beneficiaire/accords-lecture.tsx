import { Glose } from '@/components/aide/glose'
import { Pourquoi } from '@/components/decision/pourquoi'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import type { AccordView } from '@/lib/services/lecture-soins/view'
import { ChoixLecture } from './choix-lecture'

interface Props {
  readonly accords: readonly AccordView[]
  readonly action: ActionFormulaire
}

/** What the membre participant sees of one's care, what stays unseen, and the choice, contract by contract. */
export function AccordsLecture({ accords, action }: Props) {
  return (
    <>
      {accords.map((a) => (
        <section key={a.adhesionId} aria-labelledby={`accord-${a.adhesionId}`} className="mb-12 max-w-texte">
          <h2 id={`accord-${a.adhesionId}`} className="text-xl">
            Contrat n° {a.numeroAdherent}
          </h2>
          <div data-fonde="">
            <ChoixLecture action={action} adhesion={a.adhesionId} accorde={a.accorde} phrase={a.phrase} />
            <Pourquoi
              question="Pourquoi ?"
              sujet={`pour le contrat n° ${a.numeroAdherent}`}
              etapes={a.etapes}
            />
          </div>
          <CeQuiSeVoit accorde={a.accorde} />
          {a.histoire.length === 0 ? null : (
            <>
              <h3 className="mt-6 font-semibold">Vos choix jusqu’ici</h3>
              <ul data-fait="REGISTRE" className="mt-1 list-disc pl-5">
                {a.histoire.map((phrase) => (
                  <li key={phrase}>{phrase}</li>
                ))}
              </ul>
            </>
          )}
        </section>
      ))}
    </>
  )
}

const TOUJOURS = [
  'que vous êtes couvert, votre carte et vos attestations ;',
  'ce que le contrat coûte ;',
  'le total qui lui est versé pour vous, jour par jour, tant que vous n’avez pas donné votre propre compte ;',
  'les soins que vous avez reçus avant vos 16 ans, et ce qu’il a demandé lui-même pour vous.',
] as const
const SI_ACCORD = [
  'chaque soin : ce qui a été soigné, chez qui, quand, et chaque montant ;',
  'vos forfaits utilisés, vos prises en charge et leurs courriers ;',
  'dans ses relevés, une ligne pour chacun de vos soins.',
] as const

const enPuce = (phrase: string) => (
  <li key={phrase}>
    <p>
      <Glose texte={phrase} />
    </p>
  </li>
)

function CeQuiSeVoit({ accorde }: { readonly accorde: boolean }) {
  return (
    <div data-fait="GENERALITE" className="mt-4">
      <h3 className="font-semibold">Le titulaire voit toujours</h3>
      <ul className="mt-1 list-disc pl-5">{TOUJOURS.map(enPuce)}</ul>
      <h3 className="mt-4 font-semibold">
        {accorde ? 'Avec votre accord, il voit aussi' : 'Sans votre accord, il ne voit pas'}
      </h3>
      <ul className="mt-1 list-disc pl-5">{SI_ACCORD.map(enPuce)}</ul>
      <p className="mt-3">
        Un accord retiré vaut tout de suite, pour tous vos soins depuis vos 16 ans. Un relevé déjà envoyé ne
        change plus. Nous prévenons le titulaire par courriel de chaque changement, sans dire de quel soin il
        s’agit.
      </p>
    </div>
  )
}
