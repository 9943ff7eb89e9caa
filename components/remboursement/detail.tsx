import { Terme } from '@/components/aide/terme'
import { Etapes, Pourquoi } from '@/components/decision/pourquoi'
import { Montant } from '@/components/ui/montant'
import { TitrePage } from '@/components/ui/titre-page'
import type { EtapeView, LigneView } from '@/lib/services/remboursement/view'
import { Etat } from './etat'
import { Partage } from './partage'

interface Props {
  readonly ligne: LigneView
  readonly organisme: string
  /** Why it is paid on that account, when another was possible. */
  readonly versement: readonly EtapeView[]
}

/** One reimbursement on a page of its own, made to be read, kept and printed. */
export function Detail({ ligne, organisme, versement }: Props) {
  const { partage } = ligne
  const titre = `${ligne.annulation ? 'Annulation : ' : ''}${ligne.libelle}`
  return (
    <>
      <title>{`${titre}, ${ligne.date} – ${organisme}`}</title>
      <p className="mb-4 print:hidden">
        <a href="/adherent/remboursements" className="inline-flex min-h-11 items-center">
          ← Mes remboursements en détail
        </a>
      </p>
      <TitrePage titre={titre} fait="LIBELLE">
        <p data-fait="REGISTRE">
          Soin du {ligne.dateEnMots}, pour {ligne.nomComplet}
          {ligne.executant === null ? null : `, ${ligne.executant}`}.
        </p>
      </TitrePage>
      <div data-fonde="#motifs-du-soin" className="mb-6">
        <p>
          <Etat etat={ligne.etat} />
        </p>
        {versement.length === 0 ? null : (
          <Pourquoi question="Pourquoi sur ce compte ?" sujet="pour ce remboursement" etapes={versement} />
        )}
      </div>
      <div data-fonde="#motifs-du-soin">
        <Partage titre="Dépense" partage={partage} />
      </div>
      <section id="motifs-du-soin" aria-labelledby="titre-pourquoi" data-fonde="" className="mt-12">
        <h2 id="titre-pourquoi" className="mb-3 text-xl">
          Pourquoi ce montant ?
        </h2>
        <p className="mb-4 max-w-texte">
          {ligne.base === 0 ? (
            'L’Assurance maladie ne fixe pas de tarif pour ce soin : elle n’en rembourse rien.'
          ) : (
            <>
              La <Terme id="base-de-remboursement">base de remboursement</Terme> de ce soin est de{' '}
              <Montant valeur={ligne.base} /> : c’est le tarif sur lequel l’Assurance maladie calcule sa part,
              quel que soit le prix payé.
            </>
          )}
        </p>
        <Etapes etapes={ligne.etapes} />
      </section>
      <section aria-labelledby="titre-desaccord" className="mt-12 print:hidden">
        <h2 id="titre-desaccord" className="mb-3 text-xl">
          Vous n’êtes pas d’accord ?
        </h2>
        <p className="max-w-texte">
          <a href={`/adherent/demandes/reclamation?remboursement=${ligne.id}`}>Faites une réclamation</a>, qui
          portera sur ce soin, ou appelez-nous en citant la référence{' '}
          <span className="whitespace-nowrap">{ligne.reference}</span> : nous avons sous les yeux le même
          calcul que vous. Cette page s’imprime telle quelle.
        </p>
      </section>
    </>
  )
}
