import { composer, type Modele, type Signature } from './cadre'

export interface AnnonceDite {
  readonly paiementDirect: boolean
  readonly attestationPropre: boolean
}

/** To whom the contract belongs: neither name nor care. `url`: the page that says it of whom. */
export const courrielSeizeAns = (
  { paiementDirect, attestationPropre }: AnnonceDite,
  url: string,
  signature: Signature,
): Modele =>
  composer(
    {
      code: 'SEIZE_ANS',
      sujet: 'Bientôt 16 ans : ce qui change pour un de vos bénéficiaires',
      paragraphes: [
        'Bonjour,',
        'Une personne inscrite à votre contrat aura bientôt 16 ans. À cet âge :',
        'Elle peut ouvrir son propre espace, avec votre numéro d’adhérent et son code d’accès personnel, que nous lui envoyons par courrier à ses 16 ans. Elle y trouve sa carte et son attestation de droits.',
        'Le détail de ses soins devient le sien : vous continuez à voir les soins reçus avant ses 16 ans et les sommes qui vous sont versées, mais ses nouveaux soins seulement si elle vous donne son accord, depuis son espace.',
        ...(paiementDirect
          ? [
              'Ses remboursements lui reviennent directement, sauf si elle le refuse. Pour les recevoir, elle donne un compte à son nom dans son espace ; d’ici là, ils arrivent sur le compte du contrat.',
            ]
          : []),
        ...(attestationPropre
          ? [
              'L’Assurance maladie lui donne son propre numéro : envoyez-nous sa propre attestation de droits, pour que nous continuions à recevoir ses décomptes.',
            ]
          : []),
      ],
      liens: [{ libelle: 'Voir de qui il s’agit et ce qu’il faut faire', url }],
      fin: ['Vous vous connecterez avec vos identifiants habituels.'],
    },
    signature,
  )
