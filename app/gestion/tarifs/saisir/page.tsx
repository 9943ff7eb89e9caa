import type { Metadata } from 'next'
import { ChoixFormule } from '@/components/tarif/choix-formule'
import { SaisieTarif } from '@/components/tarif/saisie'
import { TitrePage } from '@/components/ui/titre-page'
import { annee } from '@/lib/rules/date/date-civile'
import { aujourdhui } from '@/lib/server/clock'
import { organisme } from '@/lib/server/organisme'
import { exigerGestion } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { loadTarif } from '@/lib/services/tarif/data'
import { choixFormuleSchema, identifiantTarifSchema } from '@/lib/services/tarif/schema'
import { champsDe, formulesATarifer, lireChoix } from '@/lib/services/tarif/view'
import { saisir } from '../actions'

export const metadata: Metadata = { title: 'Saisir un tarif' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('SUPERVISEUR', 'ADMINISTRATEUR')
  const recherche = await searchParams
  const depuis = identifiantTarifSchema.safeParse(recherche.depuis)
  const modele = depuis.success ? await loadTarif(acteur, depuis.data) : null
  if (depuis.success && modele === null) return refuserPage(acteur)
  const demandee = choixFormuleSchema.parse(recherche.formule ?? null)
  const choisie = demandee ?? (modele === null ? '' : `${modele.reglement}.${modele.formule}`)
  const an = modele?.annee ?? annee(aujourdhui())
  const choix = formulesATarifer(organisme().reglements, an)
  const permise = choix.some(({ formules }) => formules.some(({ cle }) => cle === choisie))
  const { reglement, formule } = lireChoix(choisie)
  const champs = permise ? champsDe(reglement, formule, an, modele) : null
  const autre = depuis.success ? `?depuis=${depuis.data}&formule=` : ''
  return (
    <>
      <p className="mb-4">
        {champs === null ? (
          <a href="/gestion/tarifs" className="inline-flex min-h-11 items-center">
            ← Tarifs
          </a>
        ) : (
          <a href={`/gestion/tarifs/saisir${autre}`} className="inline-flex min-h-11 items-center">
            ← Choisir une autre formule
          </a>
        )}
      </p>
      <TitrePage titre={champs === null ? 'Saisir un tarif' : `Tarif ${champs.libelle}`}>
        <p>
          {champs === null
            ? 'Un tarif vaut pour une formule et une année. Son règlement dit de quoi il est fait.'
            : modele === null
              ? 'Rien n’entre en vigueur tout de suite : ce que la grille change se lit d’abord.'
              : `La grille ${modele.libelle} de ${modele.annee} est recopiée : changez l’année, les âges ou les montants.`}
        </p>
      </TitrePage>
      {champs === null ? (
        <ChoixFormule
          choix={choix}
          choisie={permise ? choisie : ''}
          depuis={depuis.success ? depuis.data : null}
          erreur={demandee === null || autre !== '' ? null : 'Choisissez une formule.'}
        />
      ) : (
        <SaisieTarif action={saisir} champs={champs} />
      )}
    </>
  )
}
