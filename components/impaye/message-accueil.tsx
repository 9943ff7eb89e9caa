interface Props {
  /** Null: nothing is unpaid. */
  readonly phrase: string | null
  /** Where the member reads more. */
  readonly href: string
  readonly lien: string
}

/** On the first page, before the reimbursements: what to do, without alarm. */
export function MessageImpaye({ phrase, href, lien }: Props) {
  if (phrase === null) return null
  return (
    <section
      aria-label="Cotisation à payer"
      className="mb-8 max-w-texte border-l-4 border-a-faire bg-a-faire-pale px-5 py-4"
    >
      <p>{phrase}</p>
      <a href={href} className="mt-1 inline-flex min-h-11 items-center font-semibold">
        {lien}
      </a>
    </section>
  )
}
