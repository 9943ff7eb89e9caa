import { dateCivile } from '@/lib/rules/date/date-civile'
import type { ContratVecu } from '@/lib/services/contrat/view'
import { lireProjet, type Parametres } from '@/lib/services/projet/schema'
import { type ProjetView, voirProjet } from '@/lib/services/projet/view'
import { articleCite } from '@/lib/services/remboursement/data'

/** Contracts told in a line, and the calculator asked as an address asks it. */
export const JOUR_PROJET = dateCivile('2026-03-17')

interface Voulu {
  readonly reglement: string
  readonly du: string
  readonly au?: string
  readonly formules: readonly (readonly [formule: string, du: string, au?: string])[]
  readonly titulaire?: boolean
}

const personne = (lien: 'MEMBRE_PARTICIPANT' | 'CONJOINT' | 'ENFANT', prenom: string, du: string) => ({
  personneId: `personne-${prenom}`,
  prenom,
  nom: 'Essai',
  dateNaissance: lien === 'ENFANT' ? '2015-05-05' : '1980-05-05',
  rang: 1,
  lien,
  du: dateCivile(du),
  au: null,
})

export const contratDeTest = ({ reglement, du, au, formules, titulaire = true }: Voulu): ContratVecu => ({
  id: 'contrat',
  numeroAdherent: '00400001',
  reglement,
  titulaire,
  lecteur: 'personne-Ana',
  du: dateCivile(du),
  au: au === undefined ? null : dateCivile(au),
  formules: formules.map(([formule, debut, fin]) => ({
    formule,
    du: dateCivile(debut),
    au: fin === undefined ? null : dateCivile(fin),
  })),
  beneficiaires: [
    personne('MEMBRE_PARTICIPANT', 'Ana', du),
    personne('CONJOINT', 'Ben', du),
    personne('ENFANT', 'Cloé', du),
  ],
  suspensions: [],
  resiliePourImpaye: false,
  demandeDeFin: null,
})

export function demander(contrat: ContratVecu, parametres: Parametres): ProjetView {
  const projet = lireProjet({ demande: JOUR_PROJET, ...parametres }, JOUR_PROJET)
  const vue = voirProjet(projet, [contrat], {
    jour: JOUR_PROJET,
    article: articleCite,
    cotisant: null,
    prestationsDepuis: false,
  })
  if (vue === null) throw new Error('aucun contrat')
  return vue
}
