/** Where members live and how they are called: streets of a town that does not exist, numbers kept for fiction (06 39 98 …, ARCEP). */
export const VILLE = { codePostal: '99000', ville: 'Valserine-le-Pont' } as const

export const RUES = [
  '7 rue des Lavandières',
  '24 quai des Tilleuls',
  '3 place du Vieux-Marché',
  '118 route de la Fonderie',
  '15 impasse des Glycines',
  '41 boulevard de l’Écluse',
  '9 chemin des Vignes',
  '2 allée des Martinets',
] as const

export const mobileFictif = (rang: number): string => `+3363998${String(1000 + rang * 37).padStart(4, '0')}`

/** What the Assurance maladie answered of a few people; of all others it transmits what they spend. */
export const TELETRANSMISSIONS = [
  { famille: 'oeuvrard', personne: 'lina', etat: 'REJETEE', code: 'NUMERO_INCONNU', depuis: '2026-02-10' },
  { famille: 'ferreira', personne: 'loic', etat: 'REJETEE', code: 'AUTRE_MUTUELLE', depuis: '2026-01-20' },
  { famille: 'ndiaye', personne: 'awa', etat: 'INTERROMPUE', code: 'CAISSE_CHANGEE', depuis: '2026-03-02' },
  { famille: 'benamar', personne: 'ilyes', etat: 'REJETEE', code: 'NUMERO_INCONNU', depuis: '2026-02-03' },
  {
    famille: 'lemoigne',
    personne: 'titouan',
    etat: 'INTERROMPUE',
    code: 'CAISSE_CHANGEE',
    depuis: '2025-09-15',
  },
  { famille: 'wasilewska', personne: 'zofia', etat: 'REJETEE', code: 'AUTRE_MUTUELLE', depuis: '2019-06-12' },
] as const
