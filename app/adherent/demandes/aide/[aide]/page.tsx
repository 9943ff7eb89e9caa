import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { FormulaireAide } from '@/components/demande/formulaire-aide'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { AIDES } from '@/lib/lexique/aides'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { aidesDuContrat, loadContratsAides } from '@/lib/services/demande-aide/data'
import { aideDeLAdresse } from '@/lib/services/demande-aide/view'
import { champsDeLAide } from '@/lib/services/formulaire-aide/view'
import { demanderUneAide } from '../actions'

// The form says its own title, prefixed when something is to be corrected.
export const metadata = { title: null }

interface Props {
  readonly params: Promise<{ readonly aide: string }>
}

export default async function AidePage({ params }: Props) {
  const acteur = await exigerAdherent()
  const code = aideDeLAdresse((await params).aide)
  if (code === null) notFound()
  const { jour, organisme } = lireCadre()
  const contrats = (await loadContratsAides(acteur, jour)).filter((c) =>
    aidesDuContrat(c, jour).includes(code),
  )
  const [contrat] = contrats
  if (contrat === undefined) notFound()
  const { titre, phrase } = AIDES[code]
  const champs = champsDeLAide(code, contrat)
  return (
    <>
      <TitrePage titre={titre}>
        <p>{phrase}</p>
        {contrats.length > 1 ? <p>Contrat n° {contrat.numeroAdherent}</p> : null}
      </TitrePage>
      {champs === null ? (
        <>
          <title>{`${titre} – ${organisme.nomCourt}`}</title>
          <EtatVide titre="Personne de votre contrat n’est concerné">
            <p>
              Cette aide est pour une personne couverte par votre contrat.{' '}
              <a href="/adherent/contrats/que-puis-je-faire?faire=ajouter">Ajouter quelqu’un</a>
            </p>
          </EtatVide>
        </>
      ) : (
        <FormulaireAide
          action={demanderUneAide}
          caches={{ cle: randomUUID(), aide: code }}
          champs={champs}
          organisme={organisme.nomCourt}
          titre={titre}
        />
      )}
      <p className="mt-10">
        <a href="/adherent/demandes/aide" className="inline-flex min-h-11 items-center">
          Toutes les aides
        </a>
      </p>
    </>
  )
}
