/** A visitor of the demonstration has no phone that knows this account: its code is told. */
export function CodeDeDemonstration({ code }: { readonly code: string | null }) {
  return (
    <p
      data-fait="GENERALITE"
      className="max-w-texte border-l-4 border-a-faire bg-a-faire-pale px-4 py-3 text-a-faire"
    >
      {code === null ? (
        'Démonstration : le dernier code vient de servir. Rechargez cette page dans trente secondes.'
      ) : (
        <>
          Démonstration : votre application afficherait en ce moment le code{' '}
          <strong data-code-demonstration className="font-mono text-lg">
            {code}
          </strong>
          . Il ne sert qu’une fois.
        </>
      )}
    </p>
  )
}
