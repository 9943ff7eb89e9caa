import { z } from 'zod'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import {
  dresser,
  fiche,
  ligne,
  ligneForte,
  nommer,
  ouiNon,
  paragraphe,
  tableauBeneficiaires,
  tableauFormules,
} from './composition'
import { adherent, beneficiaire, type Emission, formuleDatee, jour, nom, organisme } from './faits'
import type { Papier } from './papier'

export const faitsCertificat = z
  .strictObject({
    organisme,
    adherent,
    dateEffet: jour,
    /** Last day; null while it runs. */
    dateFin: jour.nullable(),
    reglement: nom,
    responsable: z.boolean().nullable(),
    /** Oldest first; the last is the one in force. */
    /** Empty under a règlement that prints no table. */
    formules: z.array(formuleDatee),
    beneficiaires: z.array(beneficiaire).min(1),
  })
  .refine(
    ({ dateEffet, dateFin }) => dateFin === null || dateFin >= dateEffet,
    'l’adhésion finit avant de commencer',
  )
export type FaitsCertificat = z.infer<typeof faitsCertificat>

export function composerCertificat(f: FaitsCertificat, emission: Emission): Papier {
  const qui = nommer(f.adherent)
  const depuis = formatDateEnLettres(f.dateEffet)
  const duree =
    f.dateFin === null
      ? `est adhérent depuis le ${depuis}`
      : `a été adhérent du ${depuis} au ${formatDateEnLettres(f.dateFin)}`
  return dresser(
    {
      organisme: f.organisme,
      titre: 'Certificat d’adhésion',
      sousTitre: `Adhésion n° ${f.adherent.numeroAdherent}`,
      destinataire: [qui, `N° adhérent ${f.adherent.numeroAdherent}`],
    },
    emission,
    [
      paragraphe(`${f.organisme.nom} certifie que ${qui} ${duree}.`),
      fiche(
        ligne('Adhérent', qui),
        ligne('N° adhérent', f.adherent.numeroAdherent),
        ligneForte('Prise d’effet', depuis),
        ...(f.dateFin === null ? [] : [ligneForte('Fin', formatDateEnLettres(f.dateFin))]),
        ligne('Règlement', f.reglement),
        ...(f.responsable === null ? [] : [ligne('Contrat responsable', ouiNon(f.responsable))]),
      ),
      ...(f.formules.length === 0 ? [] : [tableauFormules('Formules choisies', f.formules)]),
      tableauBeneficiaires('Personnes inscrites', f.beneficiaires, null),
      paragraphe(`Fait le ${formatDateEnLettres(emission.emisLe)}, pour ${f.organisme.nom}.`),
    ],
    ['Les garanties et leurs conditions sont celles du règlement nommé ci-dessus.'],
  )
}
