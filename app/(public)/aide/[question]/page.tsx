import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TitrePage } from '@/components/ui/titre-page'
import { parametreAu } from '@/lib/services/aide/data'
import { voirQuestion } from '@/lib/services/aide/view'
import { lireCadre } from '@/lib/services/cadre/data'

interface Props {
  readonly params: Promise<{ readonly question: string }>
}

const charger = async ({ params }: Props) => {
  const { question } = await params
  const { jour } = lireCadre()
  return voirQuestion(question, (cle) => parametreAu(cle, jour))
}

export const generateMetadata = async (props: Props): Promise<Metadata> => ({
  title: (await charger(props))?.question ?? 'Introuvable',
})

export default async function Page(props: Props) {
  const vue = await charger(props)
  if (vue === null) notFound()
  return (
    <>
      <TitrePage titre={vue.question} />
      <div className="texte space-y-4">
        {vue.paragraphes.map((paragraphe) => (
          <p key={paragraphe}>{paragraphe}</p>
        ))}
      </div>
      {vue.liens.length === 0 ? null : (
        <ul className="mt-4">
          {vue.liens.map(({ href, libelle }) => (
            <li key={href}>
              <a href={href} className="inline-flex min-h-11 items-center font-semibold">
                {libelle}
              </a>
            </li>
          ))}
        </ul>
      )}
      <section aria-labelledby="titre-voisines" className="mt-10">
        <h2 id="titre-voisines" className="text-xl">
          {vue.theme} : les autres questions
        </h2>
        <ul className="mt-2">
          {vue.voisines.map(({ href, question }) => (
            <li key={href}>
              <a href={href} className="inline-flex min-h-11 items-center">
                {question}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <p className="mt-6">
        <a href="/aide" className="inline-flex min-h-11 items-center">
          Toute l’aide
        </a>
      </p>
    </>
  )
}
