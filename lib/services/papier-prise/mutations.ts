import { formatDateEnLettres } from '@/lib/lexique/formats'
import { direQuantite, nommerPrise } from '@/lib/lexique/prises-en-charge'
import { faitsPriseEnCharge } from '@/lib/papiers/prise-en-charge'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Motif } from '@/lib/rules/decision/motif'
import type { Ecriture } from '@/lib/server/db'
import type { Calcul } from '../calcul-prise/data'
import { enteteOrganisme, loadContrat, reglementDuContrat } from '../document/data'
import { type AEmettre, ecrireLettre } from '../document/mutations'
import type { PriseLue } from '../prise-en-charge/data'
import { articleCite } from '../remboursement/data'
import { nommerArticle } from '../remboursement/view'

const fondement = (motif: Motif) => {
  const article = articleCite(motif.article)
  return { motif, article: article === undefined ? motif.article : nommerArticle(article) }
}

const objetDe = (prise: PriseLue): string =>
  `${nommerPrise(prise.genre, prise.nature)}, ${prise.professionnel}, pour ${prise.prenom} ${prise.nom}`

const RESERVEE = `SELECT EXISTS (SELECT FROM lectures_soins(ARRAY[$2::uuid]) l WHERE l.personne_id = $3 AND l.lisible_avant <= $4::date)
    AND NOT EXISTS (SELECT FROM prises_en_charge e JOIN adhesions a ON a.id = e.adhesion_id
      JOIN comptes c ON c.id = e.demande_par_id AND c.personne_id = a.membre_participant_id WHERE e.id = $1) AS reservee`

/** Who is answered: the person, when the membre participant neither reads their care nor asked it themselves. Undefined: the latter. */
async function loadDestinataire(client: Ecriture, prise: PriseLue) {
  const { rows } = await client.query<{ reservee: boolean }>(RESERVEE, [
    prise.id,
    prise.adhesionId,
    prise.personneId,
    prise.jour,
  ])
  const { personneId: id, prenom, nom } = prise
  return rows[0]?.reservee === true ? { id, prenom, nom } : undefined
}

/** The accord, or the answer to an estimate, to be written in the caller's transaction. */
export async function papierDAccord(
  client: Ecriture,
  prise: PriseLue,
  { actes, formule }: Calcul,
  { du, au, jour }: { readonly du: DateCivile; readonly au: DateCivile; readonly jour: DateCivile },
): Promise<AEmettre> {
  const contrat = await loadContrat(client, prise.adhesionId)
  const { prenom, nom, dateNaissance } = prise
  const faits = faitsPriseEnCharge.parse({
    organisme: enteteOrganisme(),
    adherent: {
      prenom: contrat.membre.prenom,
      nom: contrat.membre.nom,
      numeroAdherent: contrat.numeroAdherent,
    },
    genre: prise.genre,
    nature: prise.nature,
    objet: objetDe(prise),
    numero: prise.numero,
    personne: { prenom, nom, dateNaissance },
    professionnel: prise.professionnel,
    finess: prise.finess,
    jour: prise.jour,
    dmt: prise.dmt,
    codeRisque: prise.codeRisque,
    du,
    au,
    calculeeLe: jour,
    reglement: reglementDuContrat(contrat).nom,
    formule: formule?.libelle,
    actes: actes.map(({ soin, quantite, prestation: { libelle, partage: p }, motifs }) => ({
      libelle,
      nombre: direQuantite(soin, quantite),
      depense: p.depense,
      partAmo: p.partAmo,
      regimeLocal: p.partRegimeLocal,
      autres: p.autresRemboursements,
      partMutuelle: p.partMutuelle,
      resteACharge: p.resteACharge,
      fondements: motifs.map(fondement),
    })),
  })
  return {
    nature: prise.genre === 'DEVIS' ? 'REPONSE_DEVIS' : 'PRISE_EN_CHARGE',
    gabarit: 'prise-en-charge/1',
    envoi: 'COURRIERS',
    adhesionId: prise.adhesionId,
    personneId: prise.personneId,
    destinataireId: (await loadDestinataire(client, prise))?.id ?? contrat.membre.id,
    numero: null,
    du,
    au,
    emisLe: jour,
    donnees: {
      faits,
      sources: { prestations: [], personnes: [prise.personneId], formule: null, jour: null },
    },
  }
}

const SERVICE = 'Service des prises en charge'
const DESACCORD =
  'Vous n’êtes pas d’accord ? Écrivez-nous ou appelez-nous en citant ce numéro : nous regarderons votre demande avec vous.'

const sujet = (prise: PriseLue): string =>
  `${prise.genre === 'DEVIS' ? 'le devis' : 'la prise en charge'} n° ${prise.numero} : ${prise.professionnel}, pour ${prise.prenom} ${prise.nom}, le ${formatDateEnLettres(prise.jour)}`

/** The letter that says no, and why. Returns its id. */
export async function ecrireRefus(
  client: Ecriture,
  prise: PriseLue,
  {
    motifs,
    raison,
    jour,
  }: { readonly motifs: readonly Motif[]; readonly raison: string | null; readonly jour: DateCivile },
): Promise<string> {
  return ecrireLettre(client, await loadContrat(client, prise.adhesionId), jour, {
    objet: `${nommerPrise(prise.genre, prise.nature)} n° ${prise.numero} : nous ne paierons pas`,
    paragraphes: [
      'Madame, Monsieur,',
      `Nous ne paierons rien pour ${sujet(prise)}.`,
      ...(raison === null ? [] : [raison]),
    ],
    suite: [DESACCORD],
    motifs,
    service: SERVICE,
    pour: await loadDestinataire(client, prise),
  })
}

/** An accord was taken back: who relied on it is told. */
export async function ecrireAnnulation(
  client: Ecriture,
  prise: PriseLue,
  raison: string,
  jour: DateCivile,
): Promise<string> {
  return ecrireLettre(client, await loadContrat(client, prise.adhesionId), jour, {
    objet: `${nommerPrise(prise.genre, prise.nature)} n° ${prise.numero} : annulation`,
    paragraphes: [
      'Madame, Monsieur,',
      `Nous avions accepté ${sujet(prise)}. Cette réponse ne vaut plus, ne présentez plus le document.`,
      raison,
    ],
    suite: [DESACCORD],
    motifs: [],
    service: SERVICE,
    pour: await loadDestinataire(client, prise),
  })
}
