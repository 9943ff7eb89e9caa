import Link from 'next/link'

/** Where nothing is really sent, the way to the mails. */
export function CourrielsDeDemonstration({ lisibles }: { readonly lisibles: boolean }) {
  if (!lisibles) return null
  return (
    <p>
      Démonstration : aucun e-mail ne part. <Link href="/dev/courriels">Lire les e-mails écrits</Link>.
    </p>
  )
}
