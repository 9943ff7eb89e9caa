import { SaisieRefusee } from '@/lib/formulaire/refus'
import { phraseMaintien, suiteDesaccord } from '@/lib/lexique/contestation'
import { formatMontant } from '@/lib/lexique/formats'
import { PHRASES_INDU } from '@/lib/lexique/indu'
import { CHOIX_RAISONS, phraseDejaRendu, RAISONS_REMISE } from '@/lib/lexique/remise'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Ecriture } from '@/lib/server/db'
import { organisme } from '@/lib/server/organisme'
import type { PorteeGestion } from '@/lib/server/portee'
import { lockSomme } from '../contestation/data'
import { abandonner, maintenir, rouvrirContestation } from '../contestation/mutations'
import {
  type EffetRemise,
  effetRemiseSchema,
  type SaisieRemise,
  saisieRemiseSchema,
} from '../contestation/schema'
import { reglementDe } from '../cotisation/view'
import type { LigneApercu } from '../demande/schema'
import { versionDe } from '../demande-contrat/view'
import { direParole } from '../demande-parole/data'
import { type FaitsParole, faitsParoleSchema } from '../demande-parole/schema'
import { type InduLu, lockIndu } from '../indu/data'
import { fonderRemise } from '../indu/view'
import { peutPreparerLot } from '../lot-bancaire/access'
import type { Apercu, EffetRefus, EnTraitement, NatureTraitee, SansSaisie } from '../nature-demande/schema'

type Traitement = EnTraitement<FaitsParole, SaisieRemise | null>
type Verrou = (client: Ecriture, id: string, jour: DateCivile) => Promise<InduLu | null>

/** @throws {SaisieRefusee} when it contests nothing: no form sends one. */
async function sommeDe(
  { client, faits, jour }: Pick<Traitement, 'client' | 'faits' | 'jour'>,
  verrou: Verrou,
): Promise<InduLu> {
  const indu = faits.reference === null ? null : await verrou(client, faits.reference, jour)
  if (indu === null) throw new SaisieRefusee({ champ: '', message: PHRASES_INDU.INTROUVABLE })
  return indu
}

const ligne = (libelle: string, apres: string, plus: Partial<LigneApercu> = {}): LigneApercu => ({
  libelle,
  avant: null,
  apres,
  motifs: [],
  ...plus,
})

async function apercu(t: Traitement): Promise<Apercu> {
  // A preview only reads: the debts are locked when it is done.
  const indu = await sommeDe(t, lockIndu)
  if (indu.reste === 0) return { verdict: 'INCOMPLETE', manque: [PHRASES_INDU.RIEN_A_REMETTRE] }
  if (t.saisie === null) return { verdict: 'INCOMPLETE', manque: [PHRASES_INDU.RAISON] }
  const motifs = fonderRemise(indu.reste)
  const deja = indu.montant - indu.remis - indu.reste
  return {
    verdict: 'ACCORDEE',
    // The law, not the règlement.
    reglement: null,
    motifs,
    lignes: [
      ligne('Ce qui reste à rendre', `${formatMontant(0)} : nous y renonçons`, {
        avant: formatMontant(indu.reste),
        motifs: [...motifs],
      }),
      ligne('Raison', RAISONS_REMISE[t.saisie.raison]),
      ...(deja > 0 ? [ligne('Ce qui a déjà été rendu', phraseDejaRendu(deja), { motifs: [...motifs] })] : []),
    ],
  }
}

async function appliquer(
  t: EnTraitement<FaitsParole, SaisieRemise>,
  acteur: PorteeGestion,
): Promise<EffetRemise> {
  if (!peutPreparerLot(acteur)) throw new SaisieRefusee({ champ: '', message: PHRASES_INDU.ROLE_REMISE })
  const { client, demande, jour, saisie } = t
  const indu = await sommeDe(t, lockSomme)
  if (indu.reste === 0) throw new SaisieRefusee({ champ: '', message: PHRASES_INDU.RIEN_A_REMETTRE })
  const remiseId = await abandonner(client, acteur, indu, {
    raison: saisie.raison,
    phrase: null,
    demandeId: demande.id,
    jour,
  })
  return { remiseId }
}

/** The sum stays due: from when, and what is possible. Given back or settled otherwise meanwhile, the words alone are the answer. */
async function refuser(
  t: SansSaisie<FaitsParole>,
  phrase: string,
  acteur: PorteeGestion,
): Promise<EffetRefus> {
  const indu = await sommeDe(t, lockSomme)
  const possible = ligne('Si vous n’êtes toujours pas d’accord', suiteDesaccord(organisme()))
  const tenue =
    indu.etat === 'CONTESTE' ? await maintenir(t.client, acteur, indu, { jour: t.jour, phrase }) : null
  if (tenue === null) return { reglement: null, motifs: [], lignes: [possible] }
  const { motifs } = tenue
  const reglement = versionDe(reglementDe(tenue.indu.reglement))
  const reste = ligne('Ce qui reste à rendre', phraseMaintien(tenue.indu), { motifs: [...motifs] })
  return { reglement, motifs: [...motifs], lignes: [reste, possible] }
}

/** A sum that its debtor says not to owe: given up, or kept, by the decision itself. */
export const NATURE_CONTESTATION: NatureTraitee<FaitsParole, SaisieRemise, EffetRemise> = {
  nature: 'CONTESTATION_INDU',
  faits: faitsParoleSchema,
  saisie: saisieRemiseSchema,
  effet: effetRemiseSchema,
  champs: () => [
    { nom: 'raison', type: 'choix', libelle: 'Pourquoi nous y renonçons', options: CHOIX_RAISONS },
  ],
  dire: (faits) => direParole('CONTESTATION_INDU', faits),
  lien: ({ reference }, acteur) =>
    reference === null || !peutPreparerLot(acteur)
      ? null
      : {
          href: `/gestion/paiements/indus?indu=${reference}`,
          libelle: 'Voir cette somme et ce qui en a été rendu',
        },
  apercu,
  appliquer,
  refuser,
  // The letter that gives it up has left: an acceptance is not undone.
  async reprendre(t, acteur) {
    const { reference } = t.faits
    const rouverte = reference !== null && (await rouvrirContestation(t.client, acteur, reference, t.jour))
    return rouverte ? null : PHRASES_INDU.SOLDE
  },
}
