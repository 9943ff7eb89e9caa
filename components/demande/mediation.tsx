import { Pourquoi } from '@/components/decision/pourquoi'
import type { MediationVue } from '@/lib/services/mes-demandes/view'

interface Props {
  readonly mediation: MediationVue
  readonly mediateur: { readonly nom: string; readonly adresse: readonly string[]; readonly site: string }
}

/** When we do not agree: who decides next, from when, how, and until when. */
export function Mediation({ mediation, mediateur }: Props) {
  return (
    <section
      aria-labelledby="titre-mediateur"
      {...(mediation.etapes.length === 0 ? { 'data-fait': 'GENERALITE' } : { 'data-fonde': '' })}
      className={`mt-12 border-l-4 py-1 pl-5 ${mediation.maintenant ? 'border-action' : 'border-filet'}`}
    >
      <h2 id="titre-mediateur" className="text-xl">
        Le médiateur
      </h2>
      <div className="texte mt-2">
        <p>
          Il est indépendant de la mutuelle, et c’est gratuit. {mediation.quand}
          {mediation.jusquau === null ? null : ` Au plus tard le ${mediation.jusquau}.`}
        </p>
        {mediation.etapes.length === 0 ? null : (
          <Pourquoi question="Pourquoi ces dates ?" sujet="pour le médiateur" etapes={mediation.etapes} />
        )}
        <p>
          Par son site : <a href={mediateur.site}>{mediateur.site.replace(/^https?:\/\//, '')}</a>. Ou par
          courrier : {[mediateur.nom, ...mediateur.adresse].join(', ')}. Joignez le dossier complet,
          téléchargeable ci-dessous : il contient votre réclamation, nos réponses et vos pièces.
        </p>
      </div>
    </section>
  )
}
