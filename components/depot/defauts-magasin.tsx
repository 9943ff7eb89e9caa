import { instantEnMots } from '@/lib/lexique/attente'
import type { DefautsDuMagasin } from '@/lib/services/depot/view'

/** Stored files that the nightly sweep did not find whole: whoever runs the server must act. */
export function DefautsMagasin({ le, nombre }: DefautsDuMagasin) {
  return (
    <p role="alert" className="mb-6 max-w-texte border-l-4 border-erreur bg-erreur-pale px-4 py-3">
      {nombre === 1
        ? 'Un fichier rangé manque ou est abîmé'
        : `${nombre} fichiers rangés manquent ou sont abîmés`}{' '}
      (contrôle fait {instantEnMots(le)}). Prévenez la personne qui administre le serveur : « npm run files »
      les nomme, une sauvegarde les rend.
    </p>
  )
}
