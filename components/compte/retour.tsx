interface Props {
  readonly espace: 'adherent' | 'gestion'
}

/** The way back from one matter to all of them. */
export const RetourCompte = ({ espace }: Props) => (
  <p className="mb-2 print:hidden">
    <a href={`/${espace}/mon-compte`} className="inline-flex min-h-11 items-center">
      ← Mon compte extranet
    </a>
  </p>
)
