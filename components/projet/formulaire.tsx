import { Bouton } from '@/components/ui/bouton'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { Champ, descriptionChamp, PrecisionsChamp } from '@/components/ui/champ'
import { SITUATIONS } from '@/lib/lexique/projet'
import type { ProjetView } from '@/lib/services/projet/view'

type Props = Pick<ProjetView, 'formulaire' | 'cache' | 'saisie' | 'erreurs'>

const LIENS: readonly (readonly [string, string])[] = [
  ['CONJOINT', 'mon mari ou ma femme'],
  ['PACS', 'mon partenaire de Pacs'],
  ['CONCUBIN', 'la personne avec qui je vis'],
  ['ENFANT', 'mon enfant'],
]
const OUI_NON: readonly (readonly [string, string])[] = [
  ['oui', 'Oui'],
  ['non', 'Non'],
]

/** A plain GET form: the question is in the address, and nobody's name is. */
export function FormulaireProjet({ formulaire: f, cache, saisie, erreurs }: Props) {
  if (f === null) return null
  const erreurDe = (champ: string) => erreurs.find((erreur) => erreur.champ === champ)?.message ?? null
  const jour = (nom: string, libelle: string, indice?: string) => (
    <Champ
      nom={nom}
      libelle={libelle}
      indice={indice}
      erreur={erreurDe(nom)}
      defaultValue={saisie[nom]}
      type="date"
      className="max-w-52 tabular-nums"
    />
  )
  const choix = (nom: string, libelle: string, options: readonly (readonly [string, string])[]) => (
    <Choix nom={nom} libelle={libelle} options={options} valeur={saisie[nom]} erreur={erreurDe(nom)} />
  )
  return (
    <form method="get" noValidate className="space-y-6 print:hidden">
      {Object.entries(cache).map(([nom, valeur]) => (
        <input key={nom} type="hidden" name={nom} value={valeur} />
      ))}
      {f.formules === null || f.formules.length === 0 ? null : (
        <Liste
          nom="formule"
          libelle="La formule que vous aimeriez"
          options={f.formules.map(({ id, libelle }) => [id, libelle])}
          valeur={saisie.formule}
          erreur={erreurDe('formule')}
        />
      )}
      {f.personnes === null || f.personnes.length === 0
        ? null
        : choix(
            'personne',
            'La personne à retirer',
            f.personnes.map(({ rang, nom }) => [`${rang}`, nom]),
          )}
      {f.lien ? choix('lien', 'Pour vous, cette personne est…', LIENS) : null}
      {f.evenement === null ? null : jour('evenement', f.evenement)}
      {f.naissance ? <Naissance saisie={saisie} erreur={erreurDe('naissance-jour')} /> : null}
      {f.situation ? choix('situation', 'Que fait cet enfant ?', Object.entries(SITUATIONS)) : null}
      {f.celibataire ? choix('celibataire', 'Est-il célibataire ?', OUI_NON) : null}
      {f.rattache ? choix('rattache', 'Est-il rattaché à votre foyer fiscal ?', OUI_NON) : null}
      {f.avisRecu ? (
        <>
          {choix('avis-recu', 'Avez-vous reçu votre avis d’échéance ?', OUI_NON)}
          {jour('avis', 'Si oui, quel jour a-t-il été envoyé ?')}
        </>
      ) : null}
      {f.famille ? (
        <CaseACocher type="checkbox" name="famille" value="oui" defaultChecked={saisie.famille === 'oui'}>
          Ma famille vient de changer (mariage, naissance, séparation…)
        </CaseACocher>
      ) : null}
      {jour(
        'demande',
        'Le jour où la mutuelle recevrait votre demande',
        'Aujourd’hui, si vous ne changez rien.',
      )}
      {f.postee
        ? jour('postee', 'Le jour où la lettre serait postée', 'Facultatif si c’est le même jour.')
        : null}
      {f.souhait
        ? jour('souhait', 'À partir de quel jour ?', 'Facultatif : au plus tôt, si vous ne dites rien.')
        : null}
      <Bouton>Voir la réponse</Bouton>
    </form>
  )
}

interface ChampDeChoix {
  readonly nom: string
  readonly libelle: string
  readonly options: readonly (readonly [string, string])[]
  readonly valeur: string | undefined
  readonly erreur: string | null
}

function Liste({ nom, libelle, options, valeur, erreur }: ChampDeChoix) {
  return (
    <div className="max-w-lg">
      <label htmlFor={nom} className="block font-semibold">
        {libelle}
      </label>
      <PrecisionsChamp nom={nom} indice={undefined} erreur={erreur} />
      <select
        id={nom}
        name={nom}
        defaultValue={valeur}
        {...descriptionChamp(nom, undefined, erreur)}
        className="mt-1 min-h-11 w-full rounded-md border-2 border-bord bg-feuille px-3 py-1.5 text-encre aria-invalid:border-erreur"
      >
        <option value="">Choisissez</option>
        {options.map(([code, texte]) => (
          <option key={code} value={code}>
            {texte}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Round buttons; the first has the name of the field, where the summary of errors leads. */
function Choix({ nom, libelle, options, valeur, erreur }: ChampDeChoix) {
  return (
    <fieldset {...descriptionChamp(nom, undefined, erreur)} className="max-w-lg">
      <legend className="font-semibold">{libelle}</legend>
      <PrecisionsChamp nom={nom} indice={undefined} erreur={erreur} />
      {options.map(([code, texte], rang) => (
        <CaseACocher
          key={code}
          type="radio"
          name={nom}
          value={code}
          defaultChecked={valeur === code}
          {...(rang === 0 ? { id: nom } : {})}
        >
          {texte}
        </CaseACocher>
      ))}
    </fieldset>
  )
}

const PARTIES = [
  ['naissance-jour', 'Jour', 'max-w-18'],
  ['naissance-mois', 'Mois', 'max-w-18'],
  ['naissance-annee', 'Année', 'max-w-24'],
] as const

function Naissance({
  saisie,
  erreur,
}: {
  readonly saisie: Readonly<Record<string, string>>
  readonly erreur: string | null
}) {
  return (
    <fieldset {...descriptionChamp('naissance-jour', 'indice', erreur)}>
      <legend className="font-semibold">Sa date de naissance</legend>
      <PrecisionsChamp nom="naissance-jour" indice="Par exemple 14 3 1986." erreur={erreur} />
      <div className="mt-1 flex flex-wrap gap-4">
        {PARTIES.map(([nom, libelle, largeur]) => (
          <div key={nom}>
            <label htmlFor={nom} className="block text-sm">
              {libelle}
            </label>
            <input
              id={nom}
              name={nom}
              inputMode="numeric"
              defaultValue={saisie[nom]}
              aria-invalid={erreur === null ? undefined : true}
              className={`min-h-11 ${largeur} rounded-md border-2 border-bord bg-feuille px-3 py-1.5 tabular-nums text-encre aria-invalid:border-erreur`}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
