import { acte, SEANCES, type SoinASimuler } from './soin'

export const OREILLES: readonly SoinASimuler[] = [
  {
    code: 'aide-auditive',
    famille: 'oreilles',
    libelle: 'Aide auditive',
    actes: [
      acte('AUD-I-20', 'Classe I (100 % Santé), 20 ans et plus'),
      acte('AUD-II-20', 'Classe II (prix libre), 20 ans et plus'),
      acte('AUD-I-ENF', 'Classe I (100 % Santé), moins de 20 ans'),
      acte('AUD-II-ENF', 'Classe II (prix libre), moins de 20 ans'),
    ],
    champs: ['acte', 'prix', 'oreille', 'base', 'situation', 'regimeLocal', 'autres'],
  },
  {
    code: 'piles-aide-auditive',
    famille: 'oreilles',
    libelle: 'Piles d’aide auditive',
    actes: [acte('PILES-AUD', 'Un paquet')],
    champs: SEANCES,
    unite: { libelle: 'Nombre de paquets', prix: 'Prix de tous les paquets' },
  },
]
