import { Bouton } from '@/components/ui/bouton'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { ChampDatePeriode } from '@/components/ui/champ-date-periode'
import type { DemandeLue, Versement } from '@/lib/services/remboursement/schema'

interface Proprietes {
  readonly demande: DemandeLue
  readonly personnes: readonly { readonly id: string; readonly prenom: string }[]
  readonly raccourcis: readonly {
    readonly href: string
    readonly libelle: string
    readonly courant: boolean
  }[]
}

const VERSEMENTS: readonly { readonly valeur: string; readonly code: Versement; readonly libelle: string }[] =
  [
    { valeur: '', code: 'TOUS', libelle: 'tous' },
    { valeur: 'moi', code: 'MOI', libelle: 'à moi' },
    { valeur: 'professionnels', code: 'PROFESSIONNELS', libelle: 'aux professionnels' },
  ]

/** A plain GET form: what is asked for is in the address, so it can be kept, sent, or come back to. */
export function Filtres({ demande, personnes, raccourcis }: Proprietes) {
  const { filtres, saisie, erreurs } = demande
  const message = (champ: string) => erreurs.find((erreur) => erreur.champ === champ)?.message
  // Unfolded on a phone too when something narrower than a period was asked for, or has to be corrected.
  const ouvert = filtres.personnes.length > 0 || filtres.versement !== 'TOUS' || erreurs.length > 0
  return (
    <details open={ouvert} className="filtres mb-8 print:hidden">
      <summary className="inline-flex min-h-11 items-center font-semibold text-action underline underline-offset-4">
        Choisir les personnes, les versements, la période
      </summary>
      <search aria-label="Filtrer les remboursements">
        <form method="get" className="grid gap-x-12 gap-y-4 pt-2 lg:grid-cols-[1fr_auto] lg:pt-0">
          {personnes.length < 2 ? null : (
            <fieldset>
              <legend className="mb-1 font-semibold">Bénéficiaires</legend>
              <div className="flex flex-wrap gap-x-6">
                {personnes.map(({ id, prenom }) => (
                  <CaseACocher
                    key={id}
                    type="checkbox"
                    name="personne"
                    value={id}
                    defaultChecked={filtres.personnes.includes(id)}
                  >
                    {prenom}
                  </CaseACocher>
                ))}
              </div>
            </fieldset>
          )}
          <fieldset>
            <legend className="mb-1 font-semibold">Versements</legend>
            <div className="flex flex-wrap gap-x-6">
              {VERSEMENTS.map(({ valeur, code, libelle }) => (
                <CaseACocher
                  key={code}
                  type="radio"
                  name="verse"
                  value={valeur}
                  defaultChecked={filtres.versement === code}
                >
                  {libelle}
                </CaseACocher>
              ))}
            </div>
          </fieldset>
          <fieldset className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
            <legend className="mb-1 font-semibold">Soins reçus</legend>
            <div className="flex flex-wrap gap-x-5 gap-y-2">
              <ChampDatePeriode nom="du" libelle="Du" valeur={saisie.du} erreur={message('du')} />
              <ChampDatePeriode nom="au" libelle="Au" valeur={saisie.au} erreur={message('au')} />
            </div>
            <ul className="mt-1 flex flex-wrap gap-x-5">
              {raccourcis.map(({ href, libelle, courant }) => (
                <li key={libelle}>
                  <a
                    href={href}
                    aria-current={courant ? 'true' : undefined}
                    className="inline-flex min-h-11 items-center text-sm aria-[current]:font-bold aria-[current]:text-encre aria-[current]:no-underline"
                  >
                    {libelle}
                  </a>
                </li>
              ))}
            </ul>
          </fieldset>
          <div className="lg:col-span-full">
            <Bouton>Afficher ces remboursements</Bouton>
          </div>
        </form>
      </search>
    </details>
  )
}
