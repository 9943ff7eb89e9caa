import { Bouton } from '@/components/ui/bouton'
import { CaseACocher } from '@/components/ui/case-a-cocher'
import { Champ, PrecisionsChamp } from '@/components/ui/champ'
import { ResumeErreurs } from '@/components/ui/resume-erreurs'
import type { ErreurChamp } from '@/lib/formulaire/etat'
import { CHOIX_DEVENIR, CHOIX_FIN } from '@/lib/lexique/depart-employeur'
import type { Cadre, SaisieDepart } from '@/lib/services/depart-employeur/schema'

interface Props {
  readonly cadre: Cadre
  readonly saisie: SaisieDepart
  readonly erreurs: readonly ErreurChamp[]
}

/** A plain GET form: nothing is written, and the answer can be printed or sent. */
export function FormulaireDepart({ cadre, saisie, erreurs }: Props) {
  const erreurDe = (champ: string) => erreurs.find((e) => e.champ === champ)?.message ?? null
  return (
    <form method="get" noValidate aria-labelledby="titre-situation" className="space-y-6">
      <h2 id="titre-situation" className="text-xl">
        Votre situation
      </h2>
      <ResumeErreurs erreurs={erreurs} />
      {cadre === 'MAINTIEN' ? (
        <Choix
          nom="suite"
          legende="Que devenez-vous ensuite ?"
          choix={CHOIX_DEVENIR}
          valeur={saisie.suite}
          erreur={erreurDe('suite')}
        />
      ) : null}
      {cadre === 'OUVERTURE' ? (
        <Choix
          nom="fin"
          legende="Comment se termine votre contrat de travail ?"
          choix={CHOIX_FIN}
          valeur={saisie.fin}
          erreur={erreurDe('fin')}
        />
      ) : null}
      {cadre === 'OUVERTURE' ? null : (
        <Champ
          nom="cessation"
          libelle={cadre === 'AGENT' ? 'Jour de votre départ' : 'Dernier jour du contrat de travail'}
          indice={cadre === 'AGENT' ? undefined : 'En cas de décès, le jour du décès.'}
          erreur={erreurDe('cessation')}
          type="date"
          defaultValue={saisie.cessation}
        />
      )}
      {cadre === 'MAINTIEN' ? (
        <fieldset className="space-y-6 border-l-4 border-filet pl-5">
          <legend className="mb-3 font-semibold">Si l’assurance chômage vous indemnise</legend>
          <Champ
            nom="indemnisation"
            libelle="Dernier jour d’indemnisation"
            indice="Sur votre notification de droits. Laissez vide si vous ne le connaissez pas."
            erreur={erreurDe('indemnisation')}
            type="date"
            defaultValue={saisie.indemnisation}
          />
          <Champ
            nom="duree"
            libelle="Durée de votre dernier contrat de travail, en mois"
            indice="Un mois commencé compte entier. Par exemple 8. Au-delà de douze, écrivez 12."
            erreur={erreurDe('duree')}
            inputMode="numeric"
            defaultValue={saisie.duree}
          />
        </fieldset>
      ) : null}
      <Bouton>Voir mes droits</Bouton>
    </form>
  )
}

interface PropsChoix {
  readonly nom: string
  readonly legende: string
  readonly choix: readonly { readonly valeur: string; readonly libelle: string }[]
  readonly valeur: string
  readonly erreur: string | null
}

function Choix({ nom, legende, choix, valeur, erreur }: PropsChoix) {
  return (
    <fieldset id={nom} aria-describedby={erreur === null ? undefined : `${nom}-erreur`}>
      <legend className="font-semibold">{legende}</legend>
      <PrecisionsChamp nom={nom} indice={undefined} erreur={erreur} />
      {choix.map((c) => (
        <CaseACocher
          key={c.valeur}
          type="radio"
          name={nom}
          value={c.valeur}
          defaultChecked={valeur === c.valeur}
        >
          {c.libelle}
        </CaseACocher>
      ))}
    </fieldset>
  )
}
