import { z } from 'zod'
import { dresser, fiche, fort, ligne, ligneForte, liste, paragraphe, titre } from './composition'
import { type Emission, nom, organisme } from './faits'
import type { Bloc, Papier } from './papier'

export const faitsCodeAcces = z.strictObject({
  organisme,
  /** Name first, then the address when it is known. */
  destinataire: z.array(nom).min(1).max(6),
  objet: nom,
  numeroAdherent: nom,
  /** Whose code, and which one: the code itself stays in its sealed column, and is given at each printing. */
  code: z.strictObject({ personneId: z.uuid(), marque: z.string().regex(/^[0-9a-f]{16}$/) }),
  /** Another code died with it. */
  remplace: z.boolean(),
  /** Where an account is opened. */
  adresse: z.url(),
})
export type FaitsCodeAcces = z.infer<typeof faitsCodeAcces>

const REMPLACE =
  'Le code que donnait cette lettre ne sert plus : un autre l’a remplacé, dans une lettre plus récente.'

const avecCode = (f: FaitsCodeAcces, code: string): readonly Bloc[] => [
  paragraphe(
    `Voici votre code d’accès à l’espace adhérent. Il est à vous seul : ne le donnez à personne, pas même à un proche couvert par le même contrat.${f.remplace ? ' Il remplace votre ancien code, qui ne sert plus.' : ''}`,
  ),
  fiche(ligneForte('Votre code d’accès', code), ligne('N° adhérent', f.numeroAdherent)),
  titre('À quoi il sert'),
  liste(
    `Pour ouvrir votre espace : à l’adresse ${f.adresse}, donnez ce numéro et ce code, puis choisissez une adresse e-mail et un mot de passe.`,
    'Si votre espace est déjà ouvert : votre e-mail et votre mot de passe n’ont pas changé. Le code peut servir à la place de l’e-mail, par exemple si un proche utilise la même adresse que vous.',
  ),
  paragraphe(
    'Gardez cette lettre. Si vous la perdez, appelez-nous : nous vous enverrons un nouveau code, et celui-ci ne servira plus.',
  ),
  fort(f.organisme.nom),
]

/** The code of one person, to that person. */
export function composerCodeAcces(f: FaitsCodeAcces, emission: Emission): Papier {
  const { codeAcces = null } = emission
  return dresser(
    {
      organisme: f.organisme,
      titre: f.objet,
      destinataire: f.destinataire,
      reference: `N° adhérent ${f.numeroAdherent}`,
    },
    emission,
    codeAcces === null ? [fort(REMPLACE)] : avecCode(f, codeAcces),
    [],
  )
}
