import { dateCivile } from '@/lib/rules/date/date-civile'
import type { SerieDatee } from '@/lib/rules/reglement/serie-datee'

const RELEVE = dateCivile('2026-11-21')

export const taux = {
  'regime_local.complement.medecin': {
    nom: 'Régime local Alsace-Moselle : complément Honoraires médecins (taux général 0.70)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2024-01-01'),
        valeur: 20,
        article: 'css/D325-1',
        source:
          'règlement mutualiste Mutami l.2006-2087 (colonne « + complément régime local », au 2024-01-01)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'regime_local.complement.dentaire': {
    nom: 'Régime local Alsace-Moselle : complément Soins et prothèses dentaires (taux général 0.60)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2024-01-01'),
        valeur: 30,
        article: 'css/D325-1',
        source:
          'règlement mutualiste Mutami l.2006-2087 (colonne « + complément régime local », au 2024-01-01)',
        confiance: 'medium',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'regime_local.complement.auxiliaire': {
    nom: 'Régime local Alsace-Moselle : complément Auxiliaires médicaux (taux général 0.60)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2024-01-01'),
        valeur: 30,
        article: 'css/D325-1',
        source:
          'règlement mutualiste Mutami l.2006-2087 (colonne « + complément régime local », au 2024-01-01)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'regime_local.complement.biologie': {
    nom: 'Régime local Alsace-Moselle : complément Biologie (taux général 0.60)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2024-01-01'),
        valeur: 30,
        article: 'css/D325-1',
        source:
          'règlement mutualiste Mutami l.2006-2087 (colonne « + complément régime local », au 2024-01-01)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'regime_local.complement.medicament_65': {
    nom: 'Régime local Alsace-Moselle : complément Médicaments 65 % (taux général 0.65)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2024-01-01'),
        valeur: 25,
        article: 'css/D325-1',
        source:
          'règlement mutualiste Mutami l.2006-2087 (colonne « + complément régime local », au 2024-01-01)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'regime_local.complement.medicament_30': {
    nom: 'Régime local Alsace-Moselle : complément Médicaments 30 % (taux général 0.30)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2024-01-01'),
        valeur: 50,
        article: 'css/D325-1',
        source:
          'règlement mutualiste Mutami l.2006-2087 (colonne « + complément régime local », au 2024-01-01)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'regime_local.complement.medicament_15': {
    nom: 'Régime local Alsace-Moselle : complément Médicaments 15 % (taux général 0.15)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2024-01-01'),
        valeur: 0,
        article: 'css/D325-1',
        source:
          'règlement mutualiste Mutami l.2006-2087 (colonne « + complément régime local », au 2024-01-01)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'regime_local.complement.lpp': {
    nom: 'Régime local Alsace-Moselle : complément LPP : optique, audio, appareillage (taux général 0.60)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2024-01-01'),
        valeur: 30,
        article: 'css/D325-1',
        source:
          'règlement mutualiste Mutami l.2006-2087 (colonne « + complément régime local », au 2024-01-01)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'regime_local.complement.hospitalisation': {
    nom: 'Régime local Alsace-Moselle : complément Hospitalisation (taux général 0.80)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2024-01-01'),
        valeur: 20,
        article: 'css/D325-1',
        source:
          'règlement mutualiste Mutami l.2006-2087 (colonne « + complément régime local », au 2024-01-01)',
        confiance: 'high',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'regime_local.complement.transport': {
    nom: 'Régime local Alsace-Moselle : complément Transports (taux général 0.55)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2024-01-01'),
        valeur: 45,
        article: 'css/D325-1',
        source:
          'règlement mutualiste Mutami l.2006-2087 (colonne « + complément régime local », au 2024-01-01)',
        confiance: 'medium',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'regime_local.complement.cure_thermale': {
    nom: 'Régime local Alsace-Moselle : complément Cure thermale (surveillance) (taux général 0.70)',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2024-01-01'),
        valeur: 20,
        article: 'css/D325-1',
        source:
          'règlement mutualiste Mutami l.2006-2087 (colonne « + complément régime local », au 2024-01-01)',
        confiance: 'medium',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
  'regime_local.fjh': {
    nom: 'RL : prise en charge du FJH',
    unite: '%',
    etapes: [
      {
        depuis: dateCivile('2016-01-01'),
        valeur: 100,
        article: 'css/D325-1',
        source: 'Code de la sécurité sociale au 2026-03-14, art. D325-6 2°',
        confiance: 'medium',
      },
    ],
    fin: null,
    releveLe: RELEVE,
  },
} satisfies Record<string, SerieDatee<number>>
