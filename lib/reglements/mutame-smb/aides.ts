import type { ParametresAides } from '@/lib/rules/aide/regle-aide'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

const SOCIAL = 'mutame-smb/art-7-9'
const FAMILLE = 'mutame-smb/art-7-10'

/**
 * Articles 7-9 à 7-11 et 20. L'assemblée générale fixe chaque montant et le texte n'en imprime aucun : ceux-ci sont de
 * démonstration. Les durées, âges, quotas et parts sont ceux du texte.
 */
export const aides: SerieDatee<ParametresAides> = {
  nom: 'Aides et avance santé',
  unite: 'règle',
  fin: null,
  releveLe: dateCivile('2026-11-22'),
  etapes: [
    {
      depuis: dateCivile('2020-01-01'),
      article: SOCIAL,
      valeur: {
        cotisationsAJour: 'mutame-smb/art-19-c',
        enveloppe: {
          article: SOCIAL,
          aides: [
            'VACANCES_RETRAITE',
            'VACANCES_ENFANT',
            'LOISIRS_HANDICAP',
            'AIDE_FAMILIALE',
            'AIDE_MENAGERE',
            'EXCEPTIONNELLE',
          ],
        },
        demonstration: 'mutame-smb/annexe-1',
        regles: {
          VACANCES_RETRAITE: {
            article: SOCIAL,
            pieces: 'AIDE_VACANCES',
            plusDe: 60,
            joursMin: 5,
            parAnnee: 1,
            montant: montant(80_00),
          },
          // Cinq jours au moins et trente au plus : imprimés sous les séjours en famille, dérogations comprises.
          VACANCES_ENFANT: {
            article: SOCIAL,
            pieces: 'AIDE_VACANCES',
            moinsDe: 18,
            joursParAn: 45,
            modes: {
              PARENTS: { joursMin: 5, joursParAn: 30, accordMois: null },
              SANS_PARENTS: { joursMin: 5, joursParAn: 30, accordMois: 1 },
              CHEZ_PROCHES: { joursMin: 5, joursParAn: 30, accordMois: 1 },
              ORGANISME: { joursMin: 4, joursParAn: 45, accordMois: null },
            },
            parJour: montant(3_50),
          },
          LOISIRS_HANDICAP: {
            article: SOCIAL,
            pieces: 'AIDE_LOISIRS_HANDICAP',
            jusqua: 20,
            jusquaSansEmploi: 30,
            preuve: 'mutame-smb/art-18',
            montant: montant(200_00),
          },
          AIDE_FAMILIALE: { article: SOCIAL, pieces: 'AIDE_FAMILIALE', pourcentage: 50, heuresParAn: 240 },
          AIDE_MENAGERE: {
            article: SOCIAL,
            pieces: 'AIDE_MENAGERE',
            plusDe: 60,
            heuresParAn: 240,
            parHeure: montant(2_40),
          },
          EXCEPTIONNELLE: { article: SOCIAL, pieces: 'AIDE_EXCEPTIONNELLE', decideur: 'BUREAU' },
          NAISSANCE: {
            article: FAMILLE,
            pieces: 'AIDE_NAISSANCE',
            inscriptionMois: 2,
            dureeMois: 12,
            montant: montant(160_00),
          },
          UNION: { article: FAMILLE, pieces: 'AIDE_UNION', montant: montant(120_00) },
          OBSEQUES: { article: FAMILLE, pieces: 'AIDE_OBSEQUES', montant: montant(750_00) },
          ORPHELIN: { article: FAMILLE, pieces: 'AIDE_ORPHELIN', montant: montant(600_00), jusqua: 18 },
          AVANCE: {
            article: 'mutame-smb/art-7-11',
            conditions: 'mutame-smb/art-20',
            pieces: 'AVANCE_SANTE',
            decideur: 'CONSEIL',
            mois: 24,
            plafond: montant(1_500_00),
          },
        },
      },
    },
  ],
}
