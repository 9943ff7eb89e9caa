import type { Metadata } from 'next'
import { TitrePage } from '@/components/ui/titre-page'
import { parametreAu } from '@/lib/services/aide/data'
import { voirGlossaire } from '@/lib/services/aide/view'
import { lireCadre } from '@/lib/services/cadre/data'

export const metadata: Metadata = { title: 'Glossaire' }

export default function Page() {
  const { jour } = lireCadre()
  return (
    <>
      <TitrePage titre="Glossaire">
        <p>Les mots du métier, avec les montants en vigueur aujourd’hui.</p>
      </TitrePage>
      <dl className="max-w-texte space-y-6">
        {voirGlossaire((cle) => parametreAu(cle, jour)).map(({ id, nom, paragraphes }) => (
          <div
            key={id}
            id={id}
            className="scroll-mt-4 border-l-4 border-transparent pl-4 target:border-action"
          >
            <dt className="font-semibold">{nom}</dt>
            {paragraphes.map((paragraphe) => (
              <dd key={paragraphe}>{paragraphe}</dd>
            ))}
          </div>
        ))}
      </dl>
      <p className="mt-8">
        <a href="/aide" className="inline-flex min-h-11 items-center">
          Toute l’aide
        </a>
      </p>
    </>
  )
}
