import { CaseACocher } from '@/components/ui/case-a-cocher'
import { Champ, descriptionChamp, PrecisionsChamp } from '@/components/ui/champ'
import type { ChampsTarif } from '@/lib/services/tarif/view'

interface Props {
  readonly champs: ChampsTarif
  readonly valeurDe: (champ: string) => string
  readonly erreurDe: (champ: string) => string | null
}
type Lecture = Omit<Props, 'champs'>

/** The fields of a tariff, in the shape that its règlement reads. */
export function ChampsTarifDe({ champs, ...lecture }: Props) {
  const { forme } = champs
  switch (forme.forme) {
    case 'BASE':
      return <Euros {...lecture} nom="base" libelle="Tarif de base, par mois" />
    case 'MODULES':
      return <Modules {...lecture} nombre={forme.modules} />
    case 'TRANCHES':
      return (
        <>
          <Euros {...lecture} nom="enfant" libelle="Tarif enfant, par mois" />
          <Tranches {...lecture} rangs={champs.rangs} />
        </>
      )
    case 'PAR_ROLE':
      return <ParRole {...lecture} />
  }
}

interface PropsEuros extends Lecture {
  readonly nom: string
  readonly libelle: string
  readonly indice?: string
}

function Euros({ nom, libelle, indice = 'En euros, par exemple 21,20.', valeurDe, erreurDe }: PropsEuros) {
  return (
    <Champ
      nom={nom}
      libelle={libelle}
      indice={indice}
      erreur={erreurDe(nom)}
      defaultValue={valeurDe(nom)}
      inputMode="decimal"
      className="max-w-28"
    />
  )
}

const MODULES = ['Soins courants', 'Dentaire, optique, audition', 'Hospitalisation']

function Modules({ nombre, ...lecture }: Lecture & { readonly nombre: number }) {
  return (
    <fieldset className="space-y-4">
      <legend className="mb-2 font-semibold">Tarif de base de chaque module, par mois</legend>
      <p className="max-w-texte text-sm text-encre-douce">
        Les modules de cette formule ne montent pas du même pas avec l’âge : chacun a sa base.
      </p>
      {[...Array(nombre).keys()].map((rang) => (
        <Euros
          key={rang}
          {...lecture}
          nom={`module-${rang}`}
          libelle={`Module ${rang + 1}${nombre === MODULES.length ? ` : ${MODULES[rang]?.toLowerCase()}` : ''}`}
        />
      ))}
    </fieldset>
  )
}

/** Both ways are in the page; the one that is not chosen leaves the screen by CSS alone, when the browser can. */
function ParRole({ valeurDe, erreurDe }: Lecture) {
  const expression = valeurDe('expression')
  const erreur = erreurDe('expression')
  return (
    <div className="group space-y-6">
      <fieldset id="expression" {...descriptionChamp('expression', undefined, erreur)}>
        <legend className="font-semibold">Ce tarif est exprimé</legend>
        <PrecisionsChamp nom="expression" indice={undefined} erreur={erreur} />
        {(['MONTANTS', 'POURCENTAGE'] as const).map((valeur) => (
          <CaseACocher
            key={valeur}
            type="radio"
            name="expression"
            id={`expression-${valeur.toLowerCase()}`}
            value={valeur}
            defaultChecked={expression === valeur}
          >
            {valeur === 'MONTANTS'
              ? 'en euros, pour chaque personne'
              : 'en pourcentage du plafond mensuel de la sécurité sociale'}
          </CaseACocher>
        ))}
      </fieldset>
      <fieldset className="space-y-4 group-has-[#expression-pourcentage:checked]:hidden">
        <legend className="mb-2 font-semibold">En euros, par mois</legend>
        <Euros {...{ valeurDe, erreurDe }} nom="adherent" libelle="Adhérent" indice="Par exemple 58,40." />
        <Euros {...{ valeurDe, erreurDe }} nom="conjoint" libelle="Conjoint" indice="Par exemple 58,40." />
        <Euros {...{ valeurDe, erreurDe }} nom="enfant" libelle="Enfant" indice="Par exemple 29,20." />
      </fieldset>
      <div className="group-has-[#expression-montants:checked]:hidden">
        <Champ
          nom="pourcentage"
          libelle="Pourcentage du plafond, le même pour chaque personne"
          indice="Par exemple 1,46."
          erreur={erreurDe('pourcentage')}
          defaultValue={valeurDe('pourcentage')}
          inputMode="decimal"
          className="max-w-28"
        />
      </div>
    </div>
  )
}

const CASE =
  'min-h-11 w-full min-w-0 rounded-md border-2 border-bord bg-feuille px-2 py-1.5 text-right tabular-nums text-encre aria-invalid:border-erreur'

function Tranches({ rangs, ...lecture }: Lecture & { readonly rangs: number }) {
  return (
    <fieldset>
      <legend className="font-semibold">Tranches d’âge</legend>
      <p className="max-w-texte text-sm text-encre-douce">
        Chaque tranche commence à l’âge qui suit la précédente. Laissez vide le dernier âge : la dernière
        tranche n’a pas de fin. Les lignes vides ne comptent pas.
      </p>
      <table className="mt-2 w-full max-w-md table-fixed text-left">
        <thead>
          <tr className="align-bottom">
            <th scope="col" className="w-12 py-1 pr-2">
              N°
            </th>
            <th scope="col" className="py-1 pr-3">
              Jusqu’à (ans, compris)
            </th>
            <th scope="col" className="py-1">
              Par mois (€)
            </th>
          </tr>
        </thead>
        <tbody>
          {[...Array(rangs).keys()].map((rang) => (
            <tr key={rang} className="align-bottom">
              <th scope="row" className="py-1 pr-2 pb-3 font-normal">
                {rang + 1}
              </th>
              <td className="py-1 pr-3">
                <Case
                  {...lecture}
                  nom={`jusqua-${rang}`}
                  libelle={`Tranche ${rang + 1}, jusqu’à quel âge compris`}
                  inputMode="numeric"
                />
              </td>
              <td className="py-1">
                <Case
                  {...lecture}
                  nom={`mensuel-${rang}`}
                  libelle={`Tranche ${rang + 1}, euros par mois`}
                  inputMode="decimal"
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}

interface PropsCase extends Lecture {
  readonly nom: string
  readonly libelle: string
  readonly inputMode: 'numeric' | 'decimal'
}

function Case({ nom, libelle, inputMode, valeurDe, erreurDe }: PropsCase) {
  const erreur = erreurDe(nom)
  return (
    <>
      <div className="wrap-break-word">
        <PrecisionsChamp nom={nom} indice={undefined} erreur={erreur} />
      </div>
      <input
        id={nom}
        name={nom}
        aria-label={libelle}
        defaultValue={valeurDe(nom)}
        inputMode={inputMode}
        {...descriptionChamp(nom, undefined, erreur)}
        className={CASE}
      />
    </>
  )
}
