import type { Metadata } from 'next'
import { RechercheAide } from '@/components/aide/recherche'
import { Reponses } from '@/components/aide/reponses'
import { TitrePage } from '@/components/ui/titre-page'
import { chercherAide, parametreAu } from '@/lib/services/aide/data'
import { rechercheSchema } from '@/lib/services/aide/schema'
import { voirReponses, voirThemes } from '@/lib/services/aide/view'
import { lireCadre } from '@/lib/services/cadre/data'

export const metadata: Metadata = { title: 'Aide et questions fréquentes' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const texte = rechercheSchema.parse((await searchParams).q)
  const { jour, organisme } = lireCadre()
  const trouve = texte === '' ? null : await chercherAide(texte)
  return (
    <>
      <TitrePage titre="Aide et questions fréquentes">
        <p>Cherchez un mot, ou choisissez une question.</p>
      </TitrePage>
      <RechercheAide texte={texte} />
      {trouve === null ? null : (
        <div className="mt-8">
          <Reponses
            texte={texte}
            corriges={trouve.corriges}
            reponses={voirReponses(trouve, (cle) => parametreAu(cle, jour))}
            contact={organisme}
          />
        </div>
      )}
      <div className="mt-10 grid gap-x-10 gap-y-8 md:grid-cols-2">
        {voirThemes().map(({ id, titre, questions }) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id} className="text-xl">
              {titre}
            </h2>
            <ul className="mt-2">
              {questions.map(({ href, question }) => (
                <li key={href}>
                  <a href={href} className="inline-flex min-h-11 items-center">
                    {question}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="mt-8">
        <a href="/aide/glossaire" className="inline-flex min-h-11 items-center">
          Glossaire : les mots du métier, expliqués
        </a>
      </p>
    </>
  )
}
