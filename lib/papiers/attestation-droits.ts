import { z } from 'zod'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import {
  dresser,
  fiche,
  fort,
  ligne,
  ligneForte,
  nommer,
  ouiNon,
  paragraphe,
  tableauBeneficiaires,
} from './composition'
import { adherent, beneficiaire, type Emission, jour, nom, organisme } from './faits'
import type { Papier } from './papier'

export const faitsAttestation = z.strictObject({
  organisme,
  adherent,
  /** The day the situation is that of: another day is another attestation. */
  situationAu: jour,
  /** Name of the règlement, as a member reads it. */
  reglement: nom,
  /** null: the règlement prints no table, there is no formule to name. */
  formule: nom.nullable(),
  responsable: z.boolean().nullable(),
  /** Those covered on that day, and those who were or will be, each with their dates. */
  beneficiaires: z.array(beneficiaire),
  /** Nothing is guaranteed since that day; absent: not suspended. */
  suspendueDepuis: jour.exactOptional(),
})
export type FaitsAttestation = z.infer<typeof faitsAttestation>

export function composerAttestation(f: FaitsAttestation, emission: Emission): Papier {
  const le = formatDateEnLettres(f.situationAu)
  const qui = nommer(f.adherent)
  const personnes =
    f.beneficiaires.length === 0
      ? paragraphe(`Au ${le}, aucune personne n’est couverte par ce contrat.`)
      : tableauBeneficiaires(`Droits au ${le}`, f.beneficiaires, f.situationAu)
  return dresser(
    {
      organisme: f.organisme,
      titre: 'Attestation de droits',
      sousTitre: `Situation au ${le}`,
      destinataire: [qui, `N° adhérent ${f.adherent.numeroAdherent}`],
    },
    emission,
    [
      paragraphe(
        `${f.organisme.nom} atteste que les personnes nommées ci-dessous sont inscrites à sa complémentaire santé, aux dates indiquées, au titre du contrat de ${qui}.`,
      ),
      fiche(
        ligne('Adhérent', qui),
        ligne('N° adhérent', f.adherent.numeroAdherent),
        ligne('Règlement', f.reglement),
        f.formule === null ? ligne('Garanties', 'celles de votre contrat') : ligneForte('Formule', f.formule),
        ...(f.responsable === null ? [] : [ligne('Contrat responsable', ouiNon(f.responsable))]),
        ligne('Télétransmission, n° AMC', f.organisme.numeroAmc),
      ),
      personnes,
      ...(f.suspendueDepuis === undefined
        ? []
        : [
            fort(
              `Au ${le}, les garanties de ce contrat sont suspendues, depuis le ${formatDateEnLettres(f.suspendueDepuis)} : les soins reçus pendant la suspension ne sont pas remboursés.`,
            ),
          ]),
      paragraphe('Attestation remise à l’adhérent pour faire valoir ses droits.'),
      paragraphe(`Fait le ${formatDateEnLettres(emission.emisLe)}, pour ${f.organisme.nom}.`),
    ],
    ['Cette attestation dit la situation au jour indiqué ; un changement postérieur peut la modifier.'],
  )
}
