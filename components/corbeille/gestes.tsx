import { BoutonAction } from '@/components/acces/bouton-action'
import type { ActionFormulaire } from '@/lib/formulaire/etat'
import { EQUIPES_EN_TITRE } from '@/lib/lexique/demandes'
import type { FicheVue } from '@/lib/services/corbeille/view'
import type { ChampTraitement, TextePret } from './champ-traitement'
import { FormulaireTraitement } from './formulaire-traitement'

export interface ActionsDeFiche {
  readonly rendre: ActionFormulaire
  readonly transferer: ActionFormulaire
  readonly attribuer: ActionFormulaire
  readonly demanderPiece: ActionFormulaire
  readonly refuser: ActionFormulaire
  readonly repondre: ActionFormulaire
  readonly ecrire: ActionFormulaire
  readonly noter: ActionFormulaire
  readonly defaire: ActionFormulaire
}

interface Props {
  readonly fiche: FicheVue
  readonly actions: ActionsDeFiche
  /** A fresh key for each form: sent twice, it is once. */
  readonly cles: {
    readonly repondre: string
    readonly ecrire: string
    readonly piece: string
    readonly note: string
  }
  readonly modeles: {
    readonly repondre: readonly TextePret[]
    readonly refuser: readonly TextePret[]
    readonly piece: readonly TextePret[]
  }
  /** Text put in by the address, without JavaScript. */
  readonly choisi: { readonly pour: 'REPONSE' | 'REFUS' | 'PIECE'; readonly texte: string } | null
  /** Proposed for a piece, and the first possible day. */
  readonly avant: { readonly propose: string; readonly min: string }
}

const TEXTE_REPONSE: ChampTraitement = {
  nom: 'texte',
  type: 'long',
  libelle: 'Votre réponse',
  indice: 'La personne la lit dans son espace ; un e-mail l’avertit, sans rien en dire.',
}
const PHRASE_REFUS: ChampTraitement = {
  nom: 'phrase',
  type: 'long',
  libelle: 'Pourquoi, et ce qui reste possible',
  indice: 'La personne lit cette phrase avec les motifs du règlement.',
}
const TEXTE_MESSAGE: ChampTraitement = {
  nom: 'texte',
  type: 'long',
  libelle: 'Votre message',
  indice: 'La personne le lit dans son espace ; un e-mail l’avertit, sans rien en dire.',
}
const TEXTE_NOTE: ChampTraitement = {
  nom: 'texte',
  type: 'long',
  libelle: 'La note',
  indice: 'Elle reste dans la maison : la personne ne la voit pas.',
}

/** Everything that may be done of this demande, one form an act. */
export function Gestes({ fiche, actions, cles, modeles, choisi, avant }: Props) {
  const { gestes, id } = fiche
  const ici = `/gestion/corbeille/${id}`
  const versionnee = { demande: id, version: String(fiche.version) }
  const vus = String(fiche.vus)
  const garni = (champ: ChampTraitement, pour: 'REPONSE' | 'REFUS' | 'PIECE'): ChampTraitement =>
    choisi?.pour === pour ? { ...champ, valeur: choisi.texte } : champ
  return (
    <div className="space-y-3">
      {gestes.repondre ? (
        <FormulaireTraitement
          action={actions.repondre}
          cle="repondre"
          titre="Répondre et clore"
          caches={{ demande: id, cle: cles.repondre, vus }}
          champs={[garni(TEXTE_REPONSE, 'REPONSE')]}
          bouton="Envoyer la réponse"
          poids="principal"
          modeles={{ champ: 'texte', textes: modeles.repondre, ici }}
          ouvert
        />
      ) : null}
      {gestes.ecrire ? (
        <FormulaireTraitement
          action={actions.ecrire}
          cle="ecrire"
          titre="Écrire à la personne, sans clore"
          caches={{ demande: id, cle: cles.ecrire }}
          champs={[TEXTE_MESSAGE]}
          bouton="Envoyer ce message"
        >
          <p>La demande reste ouverte, et sa date limite ne change pas.</p>
        </FormulaireTraitement>
      ) : null}
      {gestes.demanderPiece ? (
        <FormulaireTraitement
          action={actions.demanderPiece}
          cle="piece"
          titre="Demander une pièce"
          caches={{ ...versionnee, cle: cles.piece }}
          champs={champsPiece(fiche, avant).map((c) => (c.nom === 'texte' ? garni(c, 'PIECE') : c))}
          bouton="Demander cette pièce"
          modeles={{ champ: 'texte', textes: modeles.piece, ici }}
          ouvert={choisi?.pour === 'PIECE'}
        >
          <p>
            La personne est prévenue, puis rappelée cinq jours avant la date. La pièce venue, ou la date
            passée, la demande vous revient.
          </p>
        </FormulaireTraitement>
      ) : null}
      {gestes.refuser ? (
        <FormulaireTraitement
          action={actions.refuser}
          cle="refuser"
          titre="Refuser"
          caches={{ ...versionnee, vus }}
          champs={[garni(PHRASE_REFUS, 'REFUS')]}
          bouton="Refuser cette demande"
          modeles={{ champ: 'phrase', textes: modeles.refuser, ici }}
          ouvert={choisi?.pour === 'REFUS'}
        />
      ) : null}
      {gestes.noter ? (
        <FormulaireTraitement
          action={actions.noter}
          cle="note"
          titre="Écrire une note interne"
          caches={{ demande: id, cle: cles.note }}
          champs={[TEXTE_NOTE]}
          bouton="Garder cette note"
        />
      ) : null}
      <Circulation fiche={fiche} actions={actions} versionnee={versionnee} />
      {gestes.defaire ? (
        <BoutonAction action={actions.defaire} caches={versionnee}>
          Défaire cette décision
        </BoutonAction>
      ) : null}
    </div>
  )
}

interface PropsCirculation {
  readonly fiche: FicheVue
  readonly actions: Pick<ActionsDeFiche, 'rendre' | 'transferer' | 'attribuer'>
  readonly versionnee: Readonly<Record<string, string>>
}

function Circulation({ fiche, actions, versionnee }: PropsCirculation) {
  const autres = Object.entries(EQUIPES_EN_TITRE).filter(([equipe]) => equipe !== fiche.equipe)
  return (
    <>
      {fiche.gestes.attribuer && fiche.collegues.length > 0 ? (
        <FormulaireTraitement
          action={actions.attribuer}
          cle="attribuer"
          titre="Confier à quelqu’un de l’équipe"
          caches={versionnee}
          champs={[{ nom: 'agent', type: 'choix', libelle: 'À qui', options: fiche.collegues }]}
          bouton="Confier cette demande"
        >
          <p>Elle passe dans ses demandes, avec ce qui a été fait. La date limite ne change pas.</p>
        </FormulaireTraitement>
      ) : null}
      {fiche.gestes.transferer ? (
        <FormulaireTraitement
          action={actions.transferer}
          cle="transferer"
          titre="Transférer à une autre équipe"
          caches={versionnee}
          champs={[
            {
              nom: 'equipe',
              type: 'choix',
              libelle: 'À quelle équipe',
              options: autres.map(([valeur, libelle]) => ({ valeur, libelle })),
            },
          ]}
          bouton="Transférer cette demande"
        >
          <p>La date limite ne change pas : le délai continue de courir.</p>
        </FormulaireTraitement>
      ) : null}
      {fiche.gestes.rendre ? (
        <div className="pt-2">
          <BoutonAction action={actions.rendre} caches={versionnee}>
            Rendre à l’équipe
          </BoutonAction>
        </div>
      ) : null}
    </>
  )
}

const SANS_CHOIX = { valeur: '', libelle: 'Une autre : je la dis ci-dessous' }

function champsPiece(fiche: FicheVue, avant: Props['avant']): ChampTraitement[] {
  const liste: ChampTraitement[] =
    fiche.piecesPossibles.length === 0
      ? []
      : [
          {
            nom: 'choix',
            type: 'choix',
            libelle: 'Quelle pièce',
            indice: 'Celles que le règlement cite pour cette demande.',
            options: [...fiche.piecesPossibles, SANS_CHOIX],
          },
        ]
  return [
    ...liste,
    {
      nom: 'mots',
      type: 'texte',
      libelle: liste.length === 0 ? 'Quelle pièce' : 'Une autre pièce',
      indice: 'Par exemple : la copie de votre facture acquittée.',
      facultatif: liste.length > 0,
    },
    { nom: 'avant', type: 'date', libelle: 'Avant le', valeur: avant.propose, min: avant.min },
    {
      nom: 'bloquante',
      type: 'case',
      libelle: 'Indispensable : rien n’est décidé sans elle',
      valeur: 'oui',
    },
    { nom: 'texte', type: 'long', libelle: 'Un mot avec la demande', facultatif: true },
  ]
}
