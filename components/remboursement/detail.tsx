import { Terme } from '@/components/aide/terme'
import { Etapes } from '@/components/decision/pourquoi'
import { Montant } from '@/components/ui/montant'
import { TitrePage } from '@/components/ui/titre-page'
import type { LigneView } from '@/lib/services/remboursement/view'
import { Etat } from './etat'
import { Partage } from './partage'

/** One reimbursement on a page of its own, made to be read, kept and printed. */
export function Detail({ ligne, organisme }: { readonly ligne: LigneView; readonly organisme: string }) {
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
      <TitrePage titre={titre}>
        <p>
          Soin du {ligne.dateEnMots}, pour {ligne.nomComplet}
          {ligne.executant === null ? null : `, ${ligne.executant}`}.
        </p>
      </TitrePage>
      <p className="mb-6">
        <Etat etat={ligne.etat} />
      </p>
      <Partage titre="Dépense" partage={partage} />
      <section aria-labelledby="titre-pourquoi" className="mt-12">
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
