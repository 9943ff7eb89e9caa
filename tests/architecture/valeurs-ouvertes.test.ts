import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lireArbre } from './source'

/**
 * Who may open what is sealed: a number or an account that no module opens is on no page (S-61). Pages show the last four characters, which
 * are a column of their own.
 */
const OUVRENT: Readonly<Record<string, string>> = {
  'lib/server/jobs.ts': 'Le contenu d’une tâche, pour qui l’exécute.',
  'lib/server/rotation.ts': 'Rescelle sous la clé du jour, sans rien rendre.',
  'lib/server/stockage/fichiers.ts': 'La clé d’un fichier, pour en rendre les octets.',
  'lib/server/stockage/rotation.ts': 'Rescelle les clés des fichiers.',
  'lib/services/avance-sante/data.ts': 'L’IBAN crédité, pour l’ordre de virement.',
  'lib/services/code-acces/data.ts': 'Le code d’accès, pour l’imprimer dans la lettre de qui il est.',
  'lib/services/courriel/data.ts': 'L’adresse d’un courriel, pour le suivi des envois.',
  'lib/services/courriel/mutations.ts': 'Un courriel, pour l’expédier.',
  'lib/services/demande-contrat/mutations.ts': 'Le numéro d’un enfant qui entre, pour l’inscrire.',
  'lib/services/demarche-externe/data.ts':
    'Ce qu’un fournisseur d’identité a dit, entre l’aller et le retour ; jamais montré.',
  'lib/services/export-donnees/data.ts':
    'Tout ce qui est à la personne, dans la copie qu’elle demande, preuve à l’appui.',
  'lib/services/facteur/data.ts':
    'La graine d’une application, pour vérifier un code ; montrée une fois, à son début.',
  'lib/services/lot-bancaire/data.ts': 'L’IBAN d’un ordre, pour le fichier de la banque.',
  'lib/services/mode-paiement/data.ts': 'L’IBAN débité, pour le mandat ; sa vue n’en garde que la fin.',
  'lib/services/numero-secu/data.ts': 'Le numéro, masqué ; montré en entier à qui le demande, et noté.',
  'lib/services/portefeuille/data.ts': 'L’IBAN connu, comparé à celui d’un import.',
  'lib/services/portefeuille/mutations.ts': 'L’IBAN connu, comparé à celui d’un mandat importé.',
  'lib/services/prelevement/data.ts': 'L’IBAN débité, pour l’ordre de prélèvement.',
  'lib/services/rendu/data.ts': 'L’IBAN d’un mandat signé, imprimé en entier : le mandat est nul sans lui.',
  'lib/services/rib/data.ts': 'L’IBAN qui sert, comparé au nouveau ; sa vue n’en garde que la fin.',
  'lib/services/trop-percu/data.ts': 'L’IBAN crédité, pour l’ordre de virement.',
  'lib/services/versement/data.ts': 'L’IBAN crédité, pour l’ordre de virement.',
  'scripts/sauvegarde/archive.ts': 'La clé d’une sauvegarde.',
}

test('ce qui est scellé n’est ouvert que par les modules de cette liste (S-61)', () => {
  const ouvrent = lireArbre()
    .filter(({ chemin }) => !chemin.startsWith('tests/'))
    .filter(
      ({ chemin, imports }) =>
        imports.some(({ cible }) => cible === 'lib/server/chiffrement') &&
        /\bdechiffrer\b/.test(readFileSync(chemin, 'utf8')),
    )
    .map(({ chemin }) => chemin)
    .sort()
  expect(ouvrent).toEqual(Object.keys(OUVRENT).sort())
})
