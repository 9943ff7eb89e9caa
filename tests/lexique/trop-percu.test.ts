import { describe, expect, test } from 'vitest'
import { direTropPercu, direTropPercuGestion, type SituationTropPercu } from '@/lib/lexique/trop-percu'
import { dateCivile } from '@/lib/rules/date/date-civile'

const SITUATION: SituationTropPercu = {
  depuis: dateCivile('2026-03-02'),
  limite: dateCivile('2026-03-30'),
  payeLe: null,
  executionLe: null,
  ibanFin: '7890',
  aRecompter: false,
  codeRetour: null,
  jour: dateCivile('2026-03-17'),
}

describe('Une cotisation à rendre, dite à qui l’attend et à qui la paie (A37)', () => {
  test.each<[string, Partial<SituationTropPercu>, string, boolean, string]>([
    [
      'dans les temps',
      {},
      'Elle vous sera versée sur le compte qui finit par 7890, le 30 mars 2026 au plus tard.',
      false,
      'Due depuis le 2 mars 2026, le 30 mars 2026 au plus tard. Prête à partir dans le prochain lot.',
    ],
    [
      'délai dépassé',
      { limite: dateCivile('2026-03-10') },
      'Nous devions vous la verser avant le 10 mars 2026 : nous sommes en retard. Elle partira sur le compte qui finit par 7890 avec nos prochains virements.',
      false,
      'Due depuis le 2 mars 2026, à rendre avant le 10 mars 2026, délai dépassé. Prête à partir dans le prochain lot.',
    ],
    [
      'règlement sans délai',
      { limite: null },
      'Elle vous sera versée sur le compte qui finit par 7890 avec nos prochains virements. Votre règlement ne fixe pas de date limite.',
      false,
      'Due depuis le 2 mars 2026, sans date limite dans le règlement. Prête à partir dans le prochain lot.',
    ],
    [
      'sans RIB',
      { ibanFin: null },
      'Nous n’avons pas de compte où verser cette somme.',
      true,
      'Due depuis le 2 mars 2026, le 30 mars 2026 au plus tard. Aucun RIB : rien ne peut partir avant d’en recevoir un.',
    ],
    [
      'virement revenu, compte clos',
      { ibanFin: null, codeRetour: 'AC04' },
      'Votre banque a renvoyé le virement : « Le compte est clos. »',
      true,
      'Due depuis le 2 mars 2026, le 30 mars 2026 au plus tard. Aucun RIB : rien ne peut partir avant d’en recevoir un. Dernier virement revenu : « Le compte est clos. »',
    ],
    [
      'à recompter',
      { aRecompter: true },
      'Un prélèvement est revenu impayé depuis : nous recomptons cette somme avant de la verser.',
      false,
      'Due depuis le 2 mars 2026, le 30 mars 2026 au plus tard. Un prélèvement est revenu depuis : la somme sera recomptée cette nuit avant de partir.',
    ],
    [
      'dans un lot',
      { executionLe: dateCivile('2026-03-19') },
      'Le virement part sur le compte qui finit par 7890 le 19 mars 2026.',
      false,
      'Due depuis le 2 mars 2026, le 30 mars 2026 au plus tard. Dans un lot, virement le 19 mars 2026.',
    ],
    [
      'parti, pas encore arrivé',
      { executionLe: dateCivile('2026-03-19'), payeLe: dateCivile('2026-03-19') },
      'Le virement part sur le compte qui finit par 7890 le 19 mars 2026.',
      false,
      'Due depuis le 2 mars 2026, le 30 mars 2026 au plus tard. Dans un lot, virement le 19 mars 2026.',
    ],
    [
      'rendu',
      { executionLe: dateCivile('2026-03-12'), payeLe: dateCivile('2026-03-12') },
      'Cette somme vous a été versée le 12 mars 2026 sur le compte qui finit par 7890.',
      false,
      'Due depuis le 2 mars 2026, le 30 mars 2026 au plus tard. Dans un lot, virement le 12 mars 2026.',
    ],
  ])('%s', (_cas, change, adherent, aFaire, gestion) => {
    const s = { ...SITUATION, ...change }
    const dit = direTropPercu(s)
    expect(dit.phrase).toBe(adherent)
    expect(dit.aFaire !== null).toBe(aFaire)
    expect(direTropPercuGestion(s)).toBe(gestion)
  })
})
