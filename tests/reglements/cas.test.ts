import { describe, expect, test } from 'vitest'
import { reglements } from '@/lib/reglements/catalogue'
import { repondreALaLigne } from '@/lib/services/question/view'
import type { Cas, CasDirect, CasImpossible, CasRepondu } from '../support/cas'
import { cas as mieuxEtre } from './mieux-etre/faq.cas'
import { cas as mutamePlus } from './mutame-plus/faq.cas'
import { cas as smbAides } from './mutame-smb/aides.cas'
import { cas as smbCotisation } from './mutame-smb/cotisation.cas'
import { cas as smbDepart } from './mutame-smb/depart.cas'
import { cas as smbEntree } from './mutame-smb/entree.cas'
import { cas as smbVie } from './mutame-smb/vie.cas'
import { cas as mutamiCotisation } from './mutami/cotisation.cas'
import { cas as mutamiDepart } from './mutami/depart.cas'
import { cas as mutamiEntree } from './mutami/entree.cas'
import { cas as mutamiVie } from './mutami/vie.cas'
import { cas as ocianeCotisation } from './ociane-collectif/cotisation.cas'
import { cas as ocianeDepart } from './ociane-collectif/depart.cas'
import { cas as ocianeEntree } from './ociane-collectif/entree.cas'
import { cas as ocianeVie } from './ociane-collectif/vie.cas'

const CAS: Readonly<Record<keyof typeof reglements, readonly Cas[]>> = {
  mutami: [...mutamiEntree, ...mutamiVie, ...mutamiDepart, ...mutamiCotisation],
  'mutame-smb': [...smbEntree, ...smbVie, ...smbDepart, ...smbCotisation, ...smbAides],
  'ociane-collectif': [...ocianeEntree, ...ocianeVie, ...ocianeDepart, ...ocianeCotisation],
  'mutame-plus': mutamePlus,
  'mieux-etre': mieuxEtre,
}
const MINIMUM = { mutami: 40, 'mutame-smb': 40, 'ociane-collectif': 40, 'mutame-plus': 15, 'mieux-etre': 15 }

function poser(code: string, cas: CasRepondu | CasImpossible) {
  return repondreALaLigne(JSON.stringify({ question: cas.question, reglement: code, ...cas.faits }))
}

/** « Mutami, art. 8 » se lit « art. 8 » dans les cas ; un article de loi garde son code. */
const sansNom = (nom: string, reference: string): string =>
  reference.startsWith(`${nom}, `) ? reference.slice(nom.length + 2) : reference

function verifierRepondu(code: keyof typeof reglements, cas: CasRepondu): void {
  const reponse = poser(code, cas)
  expect(reponse).toMatchObject({ ok: true })
  if (!reponse.ok) return
  expect(reponse.result).toEqual(cas.attendu)
  const cites = reponse.motifs.map(({ reference }) => sansNom(reglements[code].nom, reference))
  expect([...new Set(cites)]).toEqual(cas.articles)
}

function verifierImpossible(code: string, cas: CasImpossible): void {
  const reponse = poser(code, cas)
  const attendue = cas.chemin === undefined ? { code: cas.erreur } : { code: cas.erreur, path: cas.chemin }
  expect(reponse).toMatchObject({ ok: false, error: attendue })
}

function verifierDirect(code: keyof typeof reglements, cas: CasDirect): void {
  const decision = cas.decide(reglements[code])
  expect(decision.verdict).toBe(cas.verdict)
  expect(decision.motifs.map((motif) => motif.code)).toEqual(cas.codes)
  if (decision.verdict === 'INCOMPLETE') expect(decision.manque).toEqual(cas.valeur)
  else expect(decision.valeur).toEqual(cas.valeur ?? null)
}

for (const code of Object.keys(CAS) as (keyof typeof CAS)[]) {
  describe(`règlement ${code}`, () => {
    test.each(CAS[code].map((cas) => [cas.nom, cas] as const))('%s', (_, cas) => {
      if ('decide' in cas) verifierDirect(code, cas)
      else if ('erreur' in cas) verifierImpossible(code, cas)
      else verifierRepondu(code, cas)
    })

    test('assez de cas, tous différents', () => {
      expect(CAS[code].length).toBeGreaterThanOrEqual(MINIMUM[code])
      expect(new Set(CAS[code].map(({ nom }) => nom)).size).toBe(CAS[code].length)
    })
  })
}
