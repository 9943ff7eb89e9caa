import type { Alerte } from '@/lib/services/essais-repartis/view'

/** Passwords tried on many accounts: who answers for the portal reads it where they arrive. */
export function Alertes({ alertes }: { readonly alertes: readonly Alerte[] }) {
  if (alertes.length === 0) return null
  return (
    <section
      aria-labelledby="titre-alertes"
      className="mb-8 border-l-4 border-erreur bg-erreur-pale px-5 py-3 text-erreur"
    >
      <h2 id="titre-alertes" className="text-lg font-semibold">
        Quelqu’un essaie peut-être des mots de passe
      </h2>
      <ul className="mt-1 space-y-1">
        {alertes.map(({ quand, phrase }) => (
          <li key={quand + phrase}>
            {quand} : {phrase}
          </li>
        ))}
      </ul>
      <p className="mt-2">
        Aucun compte n’est bloqué et chacun de ces comptes attend déjà entre deux essais. Regardez les
        adresses dans les journaux du serveur placé devant le portail, et fermez-leur l’accès.
      </p>
    </section>
  )
}
