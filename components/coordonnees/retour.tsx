/** The way back from one matter to all of them. */
export const RetourCoordonnees = () => (
  <p className="mb-2 print:hidden">
    <a href="/adherent/coordonnees" className="inline-flex min-h-11 items-center">
      ← Mes coordonnées
    </a>
  </p>
)
