interface Props {
  readonly demande: string
  /** Read aloud after the link, so that each one on the page is told from the others. */
  readonly sujet: string
}

/** An end that the member asked for: the demande says what was decided, and on what grounds. */
export const PourquoiDemande = ({ demande, sujet }: Props) => (
  <p className="print:hidden">
    <a
      href={`/adherent/demandes/${demande}`}
      data-vers-motifs=""
      className="inline-flex min-h-11 items-center"
    >
      Pourquoi cette fin ? Votre demande, et notre décision
      <span data-fait="LIBELLE" className="sr-only">{` ${sujet}`}</span>
    </a>
  </p>
)
