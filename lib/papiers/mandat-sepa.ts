import { z } from 'zod'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { type MentionMandat, pageMandat, phraseSignature } from '@/lib/lexique/mandat-sepa'
import { dresser, fiche, ligne, ligneForte, nommer, paragraphe, titre } from './composition'
import { adherent, type Emission, jour, nom, organisme } from './faits'
import type { Bloc, Papier } from './papier'

export const faitsMandat = z.strictObject({
  organisme,
  adherent,
  ics: nom,
  rum: nom,
  /** The account by its id and its last four characters: the number itself stays in its sealed column, and is given at each printing. */
  compte: z.strictObject({ id: z.uuid(), titulaire: nom, fin: z.string().length(4) }),
  signature: z.strictObject({
    le: jour,
    lieu: nom,
    /** With the password typed again, or by hand on paper kept by the mutuelle. */
    maniere: z.enum(['EN_LIGNE', 'PAPIER']),
  }),
})
export type FaitsMandatSigne = z.infer<typeof faitsMandat>

const remplies = (mentions: readonly MentionMandat[]) =>
  mentions
    .filter(({ valeur }) => valeur !== '')
    .map(({ libelle, valeur }, rang) => (rang === 0 ? ligneForte : ligne)(libelle, valeur))

const section = (intitule: string, mentions: readonly MentionMandat[]): readonly Bloc[] => [
  titre(intitule),
  fiche(...remplies(mentions)),
]

/** The account is the one that the facts name. @throws {Error} */
function ibanDe({ compte }: FaitsMandatSigne, { iban }: Emission): string {
  if (iban === undefined || !iban.endsWith(compte.fin))
    throw new Error('le compte de ce mandat n’est pas celui que nomment ses faits')
  return iban
}

/** The signed mandate, with everything that the EPC asks of one; the creditor may not change its authorisation. */
export function composerMandat(f: FaitsMandatSigne, emission: Emission): Papier {
  const qui = nommer(f.adherent)
  const { le, lieu } = f.signature
  const page = pageMandat({
    rum: f.rum,
    creancier: { nom: f.organisme.nom, ics: f.ics, adresse: f.organisme.adresse },
    debiteur: { nom: f.compte.titulaire, adresse: [], iban: ibanDe(f, emission) },
    type: 'RECURRENT',
  })
  return dresser(
    {
      organisme: f.organisme,
      titre: page.titre,
      destinataire: [qui, `N° adhérent ${f.adherent.numeroAdherent}`],
    },
    emission,
    [
      fiche(...remplies(page.reference)),
      ...page.autorisation.map(paragraphe),
      ...section('Débiteur', page.debiteur),
      ...section('Créancier', [...page.creancier, ...page.paiement]),
      paragraphe(
        `Fait à ${lieu}, le ${formatDateEnLettres(le)}. ${phraseSignature(f.signature.maniere, qui)}`,
      ),
    ],
    [
      'Vous pouvez révoquer ce mandat à tout moment, dans votre espace adhérent ou par courrier. Sans prélèvement pendant 36 mois, il prend fin de lui-même.',
    ],
  )
}
