import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_DEMANDE } from '@/lib/lexique/demandes'
import { lettreResiliationDemandee } from '@/lib/lexique/lettre-resiliation'
import { FAIRE, type Faire } from '@/lib/lexique/projet'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { chiffrer } from '@/lib/server/chiffrement'
import { aujourdhui } from '@/lib/server/clock'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { organisme } from '@/lib/server/organisme'
import type { PorteeAdherent } from '@/lib/server/portee'
import { SYSTEME } from '@/lib/server/portee'
import { type Envoyee, envoyerDemande } from '../demande/mutations'
import type { DemandeLue } from '../demande/schema'
import { contexteNir, loadIssue } from '../demande-contrat/mutations'
import {
  type DemandeContratSaisie,
  type FaitsContrat,
  NATURE_DE,
  PARAMETRES,
} from '../demande-contrat/schema'
import { vecu } from '../demande-contrat/view'
import { loadContrat } from '../document/data'
import { ecrireLettre } from '../document/mutations'
import type { Issue } from '../issue/view'
import { personnesRetirables } from '../projet-famille/view'

const estFaire = (texte: string | undefined): texte is Faire =>
  texte !== undefined && Object.hasOwn(FAIRE, texte)

/**
 * Asks for what the calculator said possible: who enters, who leaves, another formule, the end. The rules answer again, today; a
 * termination is acknowledged by a letter in the same transaction. @throws {SaisieRefusee}
 */
export async function demanderPourContrat(
  acteur: PorteeAdherent,
  saisie: DemandeContratSaisie,
): Promise<Envoyee> {
  const { adhesion, cle, faire } = saisie
  if (!acteur.adhesions.includes(adhesion) || !estFaire(faire))
    throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.SANS_CONTRAT })
  const jour = aujourdhui()
  const faits = await ecrire(SYSTEME, async (client) => lireFaits(client, saisie, jour))
  if (faire === 'ajouter') exigerIdentite(saisie)
  const issue = await ecrire(SYSTEME, (client) => loadIssue(client, adhesion, faits))
  const possible = exigerPossible(issue)
  return envoyerDemande(acteur, {
    nature: NATURE_DE[faire],
    cle,
    adhesionId: adhesion,
    personneId: faits.personneId,
    faits,
    texte: saisie.texte,
    fichiers: saisie.fichiers,
    uneFois: true,
    ...(faire === 'partir' ? { apres: (client, demande) => accuser(client, demande, possible, jour) } : {}),
  })
}

async function lireFaits(
  client: Ecriture,
  saisie: DemandeContratSaisie,
  jour: DateCivile,
): Promise<FaitsContrat> {
  const parametres: Record<string, string> = {}
  for (const nom of PARAMETRES) {
    const valeur = saisie[nom]
    if (valeur !== undefined && valeur !== '' && nom !== 'personne') parametres[nom] = valeur
  }
  const { personne, prenom, nom, rang, nir } = saisie
  const retirables =
    personne === undefined ? [] : personnesRetirables(vecu(await loadContrat(client, saisie.adhesion)), jour)
  return {
    parametres,
    recueLe: jour,
    personneId: retirables[Number(personne) - 1]?.personneId ?? null,
    identite:
      prenom === null || nom === null
        ? null
        : {
            prenom,
            nom,
            rang,
            nirScelle:
              nir === null ? null : chiffrer(nir.slice(0, 13), contexteNir(saisie.cle)).toString('base64'),
          },
  }
}

function exigerIdentite({ prenom, nom }: DemandeContratSaisie): void {
  const fautes = [
    ...(prenom === null ? [{ champ: 'prenom', message: 'Écrivez le prénom de cette personne.' }] : []),
    ...(nom === null ? [{ champ: 'nom', message: 'Écrivez le nom de cette personne.' }] : []),
  ]
  if (fautes.length > 0) throw new SaisieRefusee(...fautes)
}

function exigerPossible(issue: Issue | null): Issue {
  if (issue === null) throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.REPONSE_INCOMPLETE })
  if (issue.verdict !== 'POSSIBLE')
    throw new SaisieRefusee({
      champ: '',
      message: [issue.titre, ...issue.phrases, issue.possible?.phrase ?? '']
        .filter((t) => t !== '')
        .join('. '),
    })
  return issue
}

/** The durable medium of a termination: a letter of the day it was asked, with its date and why. */
async function accuser(
  client: Ecriture,
  { adhesionId, numero }: DemandeLue,
  issue: Issue,
  jour: DateCivile,
): Promise<void> {
  if (adhesionId === null || issue.dateEffet === null) return
  const contrat = await loadContrat(client, adhesionId)
  const lettre = lettreResiliationDemandee({
    recueLe: jour,
    dernierJour: issue.dateEffet,
    numero,
    ...organisme(),
  })
  await ecrireLettre(client, contrat, jour, {
    ...lettre,
    motifs: issue.motifs,
    service: 'Service des contrats',
  })
}
