import { expect, test } from 'vitest'
import { THEMES } from '@/lib/lexique/aide/toute-l-aide'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { chercherAide, parametreAu } from '@/lib/services/aide/data'
import { dire, voirGlossaire, voirQuestion, voirReponses } from '@/lib/services/aide/view'

const JOUR = dateCivile('2026-03-15')
const parametre = (cle: string) => parametreAu(cle, JOUR)

test.each([
  ['lunettes', 'q/lunettes'],
  ['LUNETTES', 'q/lunettes'],
  ['remboursemant lunete', 'q/lunettes'],
  ['opticien', 'q/lunettes'],
  ['resiliation', 'q/partir'],
  ['comment resilier mon contra', 'q/partir'],
  ['bébé', 'q/naissance'],
  ['bebe né hier', 'q/naissance'],
  ['mot de passe oublié', 'q/mot-de-passe'],
  ['mot de pase', 'q/mot-de-passe'],
  ['ticket moderateur', 't/ticket-moderateur'],
  ['tiquet modérateur', 't/ticket-moderateur'],
  ['noemie', 't/teletransmission'],
  ['PORTABILITÉ', 't/portabilite'],
  ['franchize', 't/franchise'],
  ['changer de rib', 'q/changer-de-rib'],
  ['hopital', 'q/hopital'],
  ['dépassement d’honoraires', 't/depassement-d-honoraires'],
  ['échéancié', 't/echeancier'],
  ['deux mutuelles', 'q/deux-mutuelles'],
  ['ecrire un message', 'q/ecrire'],
  ['agence', 'q/nous-contacter'],
  ['assistence', 'q/assistance'],
  ['prévoyance', 'q/prevoyance'],
  ['lentilles', 'q/opticien'],
  ['quand vais-je recevoir ma carte', 'q/recevoir-ma-carte'],
  ['desactiver la teletransmission', 'q/gerer-la-teletransmission'],
])('A39 : « %s » trouve %s parmi ses trois premières réponses', async (texte, id) => {
  expect((await chercherAide(texte)).ids.slice(0, 3)).toContain(id)
})

test('A39 : un mot mal écrit est dit tel qu’il a été lu, un mot juste ne l’est pas', async () => {
  expect((await chercherAide('lunete')).corriges).toEqual(['lunettes'])
  expect((await chercherAide('lunettes')).corriges).toEqual([])
})

test.each(['', '   ', '!!!', "' OR 1=1 --", 'a & | ! ( )', '\\', 'le la les', 'zzzzzz', 'x'.repeat(200)])(
  'A39 : « %s » ne trouve rien, et ne casse rien',
  async (texte) => {
    expect((await chercherAide(texte)).ids).toEqual([])
  },
)

test('A39 : chaque question et chaque mot s’écrit avec les montants du jour', () => {
  const ecrits = [
    ...THEMES.flatMap(({ questions }) =>
      questions.flatMap(({ id }) => voirQuestion(id, parametre)?.paragraphes ?? ['absente {']),
    ),
    ...voirGlossaire(parametre).flatMap(({ paragraphes }) => paragraphes),
  ]
  expect(ecrits.filter((texte) => texte.includes('{'))).toEqual([])
  expect(ecrits.length).toBeGreaterThan(100)
})

test('A39 : la participation forfaitaire est de 2 € en 2026, de 1 € avant le 15 mai 2024', () => {
  const phrase = '{pf.montant} par consultation'
  expect(dire(phrase, parametre)).toBe('2,00\u00a0€ par consultation')
  const avant = dateCivile('2024-05-14')
  expect(dire(phrase, (cle) => parametreAu(cle, avant))).toBe('1,00\u00a0€ par consultation')
})

test('A39 : le délai de la messagerie est celui que l’organisme promet', () => {
  expect(voirQuestion('ecrire', parametre)?.paragraphes[0]).toContain('sous 48 heures, hors week-ends')
})

test('A39 : un texte disparu depuis l’indexation n’est pas montré', () => {
  expect(
    voirReponses({ ids: ['q/disparue', 't/disparu', 'q/lunettes'], corriges: [] }, parametre),
  ).toHaveLength(1)
})
