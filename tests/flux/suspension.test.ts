import { describe, expect, test } from 'vitest'
import { droitsAu, type Rattachement } from '@/lib/flux/liquidation/situation'
import { mutami } from '@/lib/reglements/mutami/reglement'
import { dateCivile } from '@/lib/rules/date/date-civile'

const du = dateCivile('2022-03-01')
const contrat = (numeroAdherent: string, formule: string, suspendu = true): Rattachement => ({
  du,
  au: null,
  adhesionId: numeroAdherent,
  numeroAdherent,
  reglement: mutami,
  adhesion: { du, au: null },
  formules: [{ formule, du, au: null }],
  suspensions: suspendu ? [{ du: dateCivile('2026-04-15'), au: dateCivile('2026-05-20') }] : [],
})
const droits = (rattachements: readonly Rattachement[], jour: string, nomme?: string) =>
  droitsAu({ personneId: 'p', dateNaissance: '1980-01-01', rattachements }, dateCivile(jour), nomme)

describe('un contrat suspendu ne répond plus', () => {
  test('seul, il ferme les droits et dit sa suspension', () => {
    expect(droits([contrat('1', 'tribu-equilibre')], '2026-05-20')).toMatchObject({
      ouverts: false,
      sens: 'SUSPENDUS',
      proche: { numeroAdherent: '1' },
      suspension: { du: '2026-04-15', au: '2026-05-20' },
    })
    expect(droits([contrat('1', 'tribu-equilibre')], '2026-05-21')).toMatchObject({ ouverts: true })
  })

  test('l’autre contrat de l’enfant répond à sa place, même si le décompte nomme le premier', () => {
    const deux = [contrat('1', 'tribu-equilibre'), contrat('2', 'tribu-premium', false)]
    expect(droits(deux, '2026-05-01', '1')).toMatchObject({
      ouverts: true,
      multiples: false,
      rattachement: { numeroAdherent: '2' },
    })
  })

  test('après la fin de l’adhésion, c’est la fin qui est dite', () => {
    const fini = { ...contrat('1', 'tribu-equilibre'), au: dateCivile('2026-04-30') }
    expect(droits([fini], '2026-05-01')).toMatchObject({ ouverts: false, sens: 'APRES' })
  })
})
