import { describe, expect, test } from 'vitest'
import { COLONNES_RETOURS, FORMAT_RETOURS, lireRetours } from '@/lib/flux/teletransmission/lecture'
import { dateCivile } from '@/lib/rules/date/date-civile'

const JOUR = dateCivile('2026-03-17')
const CODES = ['AUTRE_MUTUELLE', 'DROITS_FERMES'] as const
const ENTETE = [FORMAT_RETOURS, COLONNES_RETOURS.join(';')]
const NIR = '282039999900248'
const octets = (lignes: readonly string[]) => new TextEncoder().encode(lignes.join('\n'))
const lire = (...lignes: readonly string[]) => lireRetours(octets([...ENTETE, ...lignes]), CODES, JOUR)

describe('A29 : le fichier des réponses de la caisse', () => {
  test('se lit ligne par ligne, le numéro sans sa clé, la date de naissance comme la caisse l’écrit', () => {
    expect(
      lire(`${NIR};1982-03-01;;ACTIVE;;2026-03-01`, `${NIR};1951-25-00;2;REJETEE;AUTRE_MUTUELLE;2026-02-10`),
    ).toEqual({
      erreurs: [],
      retours: [
        {
          ligne: 3,
          nir: NIR.slice(0, 13),
          dateNaissance: '1982-03-01',
          rang: 1,
          etat: 'ACTIVE',
          code: null,
          depuis: '2026-03-01',
        },
        {
          ligne: 4,
          nir: NIR.slice(0, 13),
          dateNaissance: '1951-25-00',
          rang: 2,
          etat: 'REJETEE',
          code: 'AUTRE_MUTUELLE',
          depuis: '2026-02-10',
        },
      ],
    })
  })

  test.each([
    ['une clé fausse', `${NIR.slice(0, 13)}49;1982-03-01;1;ACTIVE;;2026-03-01`, 'nir', /clé/],
    ['un numéro trop court', '28203999;1982-03-01;1;ACTIVE;;2026-03-01', 'nir', /15 caractères/],
    ['une naissance illisible', `${NIR};01/03/1982;1;ACTIVE;;2026-03-01`, 'date_naissance', /AAAA-MM-JJ/],
    ['un rang de 12', `${NIR};1982-03-01;12;ACTIVE;;2026-03-01`, 'rang_naissance', /1 à 9/],
    ['un état inconnu', `${NIR};1982-03-01;1;OUVERTE;;2026-03-01`, 'etat', /OUVERTE.*ACTIVE/],
    ['un refus sans raison', `${NIR};1982-03-01;1;REJETEE;;2026-03-01`, 'code', /Dites pourquoi/],
    ['une raison inconnue', `${NIR};1982-03-01;1;INTERROMPUE;X9;2026-03-01`, 'code', /AUTRE_MUTUELLE/],
    ['une raison sans refus', `${NIR};1982-03-01;1;ACTIVE;DROITS_FERMES;2026-03-01`, 'code', /reste vide/],
    ['un jour qui n’existe pas', `${NIR};1982-03-01;1;ACTIVE;;2026-02-30`, 'depuis', /2026-03-15/],
    ['un jour à venir', `${NIR};1982-03-01;1;ACTIVE;;2026-03-18`, 'depuis', /à venir/],
    ['une colonne de trop', `${NIR};1982-03-01;1;ACTIVE;;2026-03-01;x`, null, /7 colonnes, il en faut 6/],
  ])('dit où et quoi : %s', (_quoi, fautive, colonne, message) => {
    const { erreurs } = lire(`${NIR};1982-03-01;1;ACTIVE;;2026-03-01`, fautive)
    expect(erreurs).toEqual([{ ligne: 4, colonne, message: expect.stringMatching(message) }])
    expect(JSON.stringify(erreurs)).not.toContain(NIR.slice(0, 8))
  })

  test('dit toutes les fautes d’un coup', () => {
    const { erreurs } = lire('x;y;z;t;;u', `${NIR};1982-03-01;1;REFUSEE;X;2026-13-01`)
    expect(erreurs.map(({ ligne, colonne }) => [ligne, colonne])).toEqual([
      [3, 'nir'],
      [3, 'date_naissance'],
      [3, 'rang_naissance'],
      [3, 'etat'],
      [3, 'depuis'],
      [4, 'code'],
      [4, 'depuis'],
    ])
  })

  test.each([
    ['un autre format', ['retours-teletransmission/2', ...ENTETE.slice(1)], 1],
    ['d’autres colonnes', [FORMAT_RETOURS, 'nir;etat'], 2],
    ['aucune ligne', ENTETE, 2],
    ['rien', [''], 1],
  ])('refuse %s', (_quoi, lignes, ligne) => {
    expect(lireRetours(octets(lignes), CODES, JOUR)).toMatchObject({
      retours: [],
      erreurs: [{ ligne, colonne: null }],
    })
  })

  test('refuse ce qui n’est pas en UTF-8, accepte la marque d’ordre des octets', () => {
    const latin = Uint8Array.from([...octets(ENTETE), 0xe9])
    expect(lireRetours(latin, CODES, JOUR).erreurs[0]?.message).toMatch(/UTF-8/)
    const marque = Uint8Array.from([
      0xef,
      0xbb,
      0xbf,
      ...octets([...ENTETE, `${NIR};1982-03-01;1;ACTIVE;;2026-03-01`]),
    ])
    expect(lireRetours(marque, CODES, JOUR).retours).toHaveLength(1)
  })
})
