import type { Ref } from 'react'
import { Glose } from '@/components/aide/glose'
import { Pourquoi } from '@/components/decision/pourquoi'
import { Partage } from '@/components/remboursement/partage'
import { LienBouton } from '@/components/ui/bouton'
import { Montant } from '@/components/ui/montant'
import type { AutreFormuleView, ReponseSimulation, ResultatView } from '@/lib/services/simulation/view'

/** What the care would give, then the same elsewhere and later. */
export function Reponse({
  reponse,
  soin,
  titre,
}: {
  readonly reponse: ReponseSimulation
  /** The care simulated, as its addresses name it. */
  readonly soin: string
  readonly titre: Ref<HTMLHeadingElement>
}) {
  const { resultat, bases, forfaits, autres, apres, pieces } = reponse
  return (
    <div className="mt-12 space-y-10 border-t-2 border-filet pt-8">
      <section id="motifs-simulation" aria-labelledby="titre-reponse" data-fonde="">
        <h2 id="titre-reponse" ref={titre} tabIndex={-1} className="mb-4 text-xl">
          {reponse.titre}
        </h2>
        <Resultat resultat={resultat} sujet="de ce remboursement" />
        <Phrases titre="Base de remboursement" phrases={bases} />
        <p className="texte mt-4 text-encre-douce">
          C’est le calcul que nous ferons quand l’Assurance maladie nous enverra le décompte. Il change si le
          prix, la date ou vos remboursements d’ici là changent.
        </p>
      </section>
      <Liste titre="Ce qu’il restera de vos forfaits" phrases={forfaits} />
      {apres === null ? null : (
        <section aria-labelledby="titre-apres" data-fonde="">
          <h2 id="titre-apres" className="mb-2 text-xl">
            La même chose à partir du {apres.date}
          </h2>
          <p className="texte mb-4">
            En attendant ce jour, votre mutuelle paierait <strong>{apres.gain} de plus</strong>.
          </p>
          <Resultat resultat={apres} sujet={`à partir du ${apres.date}`} />
        </section>
      )}
      {autres.length === 0 ? null : <AutresFormules autres={autres} />}
      <Pieces pieces={pieces} soin={soin} />
    </div>
  )
}

function Resultat({ resultat, sujet }: { readonly resultat: ResultatView; readonly sujet: string }) {
  return (
    <>
      <Partage titre={`Avec votre formule ${resultat.formule}`} partage={resultat.partage} />
      <div className="mt-2 flex flex-wrap gap-x-8">
        {resultat.calculs.map(({ cle, sujet: soin, etapes }) => (
          <Pourquoi
            key={cle}
            question={resultat.calculs.length === 1 ? 'Pourquoi ce montant ?' : `Pourquoi ? ${soin}`}
            sujet={sujet}
            etapes={etapes}
          />
        ))}
      </div>
    </>
  )
}

function Phrases({ titre, phrases }: { readonly titre: string; readonly phrases: readonly string[] }) {
  if (phrases.length === 0) return null
  return (
    <p className="texte mt-2">
      <strong>{titre}</strong> : {phrases.join(' ')}
    </p>
  )
}

function Liste({ titre, phrases }: { readonly titre: string; readonly phrases: readonly string[] }) {
  if (phrases.length === 0) return null
  return (
    <section data-fonde="#motifs-simulation">
      <h2 className="mb-2 text-xl">{titre}</h2>
      <ul className="texte list-disc space-y-1 pl-6">
        {phrases.map((phrase) => (
          <li key={phrase}>
            <Glose texte={phrase} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function AutresFormules({ autres }: { readonly autres: readonly AutreFormuleView[] }) {
  return (
    <section aria-labelledby="titre-autres">
      <h2 id="titre-autres" className="text-xl">
        Le même soin avec une autre formule
      </h2>
      <table className="mt-3 w-full max-w-texte">
        <caption className="texte mb-2 text-left text-encre-douce">
          Même prix, même jour, avec ce que vous avez déjà utilisé de vos forfaits. Une formule plus forte
          coûte plus cher chaque mois.
        </caption>
        <thead>
          <tr className="border-b-2 border-bord text-left align-bottom">
            <th scope="col" className="py-2 pr-3">
              Formule
            </th>
            <th scope="col" className="py-2 pr-3 text-right">
              La mutuelle paie
            </th>
            <th scope="col" className="py-2 text-right">
              Il vous reste
            </th>
          </tr>
        </thead>
        <tbody>
          {autres.map((autre) => (
            <tr
              key={autre.formule}
              data-fonde=""
              className={`border-b border-filet ${autre.reelle ? 'bg-action-pale' : ''}`}
            >
              <th scope="row" className="py-2 pr-3 pl-2 text-left font-semibold">
                {autre.formule}
                <Pourquoi question="Pourquoi ?" sujet={`avec ${autre.formule}`} etapes={autre.etapes} />
              </th>
              <td className="py-2 pr-3 text-right">
                <Montant valeur={autre.mutuelle} />
                <span className="block text-sm text-encre-douce">{autre.difference}</span>
              </td>
              <td className="py-2 pr-2 text-right">
                <Montant valeur={autre.reste} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Pieces({ pieces, soin }: { readonly pieces: readonly string[]; readonly soin: string }) {
  return (
    <section aria-labelledby="titre-pieces">
      <h2 id="titre-pieces" className="text-xl">
        Ce qu’il faudra nous envoyer
      </h2>
      {pieces.length === 0 ? (
        <p className="texte mt-1">
          Rien, si votre caisse nous transmet ses décomptes. Gardez la facture jusqu’au remboursement.
        </p>
      ) : (
        <>
          <p className="texte mt-1">Après le soin, gardez et envoyez-nous {pieces.join(' et ')}.</p>
          <LienBouton poids="second" href={`/adherent/demandes/remboursement/${soin}`} className="mt-3">
            Me faire rembourser ce soin
          </LienBouton>
        </>
      )}
    </section>
  )
}
