interface Props {
  readonly personne: string
  /** A new code may be sent. */
  readonly code: boolean
  /** There is an account whose access may be cut off. */
  readonly coupure: boolean
}

/** What staff may do of somebody's way in. */
export function SonAcces({ personne, code, coupure }: Props) {
  if (!code && !coupure) return null
  const gestes = [
    ...(code ? [{ page: 'code-acces', dit: 'Lui envoyer un nouveau code d’accès' }] : []),
    ...(coupure ? [{ page: 'acces', dit: 'Fermer ses connexions, suspendre ou rouvrir son accès' }] : []),
  ]
  return (
    <section aria-labelledby="titre-son-acces" className="mt-12">
      <h2 id="titre-son-acces" className="text-xl">
        Son accès
      </h2>
      <ul>
        {gestes.map(({ page, dit }) => (
          <li key={page}>
            <a href={`/gestion/adherents/${personne}/${page}`} className="inline-flex min-h-11 items-center">
              {dit}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
