import { Papier as PageJumelle } from '@/components/papier/papier'
import { LienBouton } from '@/components/ui/bouton'
import type { Papier } from '@/lib/papiers/papier'
import type { DocumentVu } from '@/lib/services/document/view'

interface Props {
  readonly organisme: string
  readonly document: DocumentVu
  readonly papier: Papier
  /** Address of the same paper as a file. */
  readonly pdf: string
  /** What anyone who reads its code is shown. */
  readonly verification: string
  readonly retour: { readonly href: string; readonly libelle: string }
}

/** A paper to read on the screen: what the PDF says, and the PDF. */
export function PageDocument({ organisme, document, papier, pdf, verification, retour }: Props) {
  return (
    <>
      <title>{`${papier.titre} – ${organisme}`}</title>
      <p className="mb-2 print:hidden">
        <a href={retour.href} className="inline-flex min-h-11 items-center">
          ← {retour.libelle}
        </a>
      </p>
      <div className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
        <LienBouton href={pdf}>Télécharger en PDF</LienBouton>
        <p data-fait="DOCUMENT" className="text-encre-douce">
          Document fait le {document.emis}
        </p>
        <a href={verification} className="inline-flex min-h-11 items-center">
          Ce que le code imprimé montre à un professionnel
        </a>
      </div>
      <PageJumelle papier={papier} />
    </>
  )
}
