import type { NatureDemande } from '@/generated/prisma/enums'
import { type Chiffrage, chiffrer } from '@/lib/flux/simulation/chiffrer'
import { SaisieRefusee } from '@/lib/formulaire/refus'
import { PHRASES_REMBOURSEMENT_DEMANDE as P } from '@/lib/lexique/demande-remboursement'
import { ecrireNumeroDemande, PHRASES_DEMANDE } from '@/lib/lexique/demandes'
import { formatDateEnLettres, formatMontant } from '@/lib/lexique/formats'
import { instantMetier } from '@/lib/server/clock'
import type { Ecriture } from '@/lib/server/db'
import { SYSTEME } from '@/lib/server/portee'
import { recevoirManuel, reprendreManuel } from '../decompte-manuel/mutations'
import type { DemandeLue, LigneApercu } from '../demande/schema'
import { liquider } from '../liquidation/mutations'
import type { Apercu, EnTraitement, FaitDit, NatureTraitee } from '../nature-demande/schema'
import { lireDossierDe, refuserChiffrage, soinDemande } from '../simulation/data'
import { type Demande, simulationSchema } from '../simulation/schema'
import {
  type EffetRemboursement,
  effetRemboursementSchema,
  type FaitsRemboursement,
  faitsRemboursementSchema,
  type SaisieRemboursement,
  saisieRemboursementSchema,
} from './schema'

/** @throws {Error} for facts that the form did not read: nothing else writes them. */
const demandeDe = ({ valeurs }: FaitsRemboursement): Demande => simulationSchema.parse(valeurs)

/** What the papers give, by the function that pays. @throws {SaisieRefusee} */
async function chiffrerDemande(
  faits: FaitsRemboursement,
): Promise<{ demande: Demande; chiffrage: Chiffrage | null; prenom: string }> {
  const demande = demandeDe(faits)
  const lu = await lireDossierDe(SYSTEME, demande.personne, demande.jour)
  if (lu === null) throw new SaisieRefusee({ champ: '', message: PHRASES_DEMANDE.PERSONNE })
  try {
    const reponse = chiffrer(lu.dossier, soinDemande(demande))
    return { demande, chiffrage: reponse.ouverts ? reponse.chiffrage : null, prenom: lu.personne.prenom }
  } catch (erreur) {
    return refuserChiffrage(erreur, lu.personne.prenom)
  }
}

/** The lines to write: the AMO's share as its décompte prints it, when staff has it, else as the rules compute it. */
function contenusDe({ actes }: Chiffrage, saisie: SaisieRemboursement | null) {
  const [premier] = actes
  const paye = saisie?.montantRO ?? null
  if (paye === null || premier === undefined) return actes.map(({ ligne }) => ligne.contenu)
  if (actes.length > 1) throw new SaisieRefusee({ champ: 'montantRO', message: P.UN_SEUL_ACTE })
  const { contenu } = premier.ligne
  const { participationForfaitaire: _p, franchise: _f, ...montants } = contenu.montants
  if (paye > montants.depense) throw new SaisieRefusee({ champ: 'montantRO', message: P.AMO_TROP })
  return [{ ...contenu, montants: { ...montants, montantRO: paye } }]
}

async function apercu({
  client,
  faits,
  saisie,
}: EnTraitement<FaitsRemboursement, SaisieRemboursement | null>): Promise<Apercu> {
  const { demande, chiffrage, prenom } = await chiffrerDemande(faits)
  if (chiffrage === null) {
    const lu = await lireDossierDe(SYSTEME, demande.personne, demande.jour)
    const reponse = lu === null ? null : chiffrer(lu.dossier, soinDemande(demande))
    const motifs = reponse === null || reponse.ouverts ? [] : reponse.motifs
    return { verdict: 'REFUSEE', motifs, possible: null, reglement: null }
  }
  const contenus = contenusDe(chiffrage, saisie)
  const amo = contenus.reduce((somme, { montants }) => somme + montants.montantRO, 0)
  const calculee = amo === chiffrage.partage.partAmo
  const lignes: LigneApercu[] = [
    {
      libelle: `Soin du ${formatDateEnLettres(demande.jour)}, ${prenom}`,
      avant: null,
      apres: formatMontant(chiffrage.partage.depense),
      motifs: [],
    },
    { libelle: 'Part de l’Assurance maladie', avant: null, apres: formatMontant(amo), motifs: [] },
    calculee
      ? {
          libelle: 'Part de la mutuelle',
          avant: null,
          apres: formatMontant(chiffrage.partage.partMutuelle),
          motifs: chiffrage.actes.flatMap((acte) => [...acte.motifs]),
        }
      : { libelle: 'Part de la mutuelle', avant: null, apres: P.CALCULEE_ENSUITE, motifs: [] },
    ...(await dejaConnus(client, demande)),
  ]
  return {
    verdict: 'ACCORDEE',
    lignes,
    motifs: lignes.flatMap(({ motifs }) => motifs),
    reglement: chiffrage.actes[0]?.prestation.versionReglement ?? null,
  }
}

/** The same day, the same person, the same expense: it may have come by another way. */
async function dejaConnus(client: Ecriture, { personne, jour, actes }: Demande): Promise<LigneApercu[]> {
  const { rows } = await client.query<{ libelle: string; depense: number }>(
    `SELECT libelle, depense FROM prestations WHERE personne_id = $1 AND date_soins = $2 AND annule_id IS NULL AND etat <> 'ANNULEE'`,
    [personne, jour],
  )
  const prix = actes.reduce((somme, acte) => somme + (acte.prix ?? 0), 0)
  return rows.map(({ libelle, depense }) => ({
    libelle: depense === prix ? P.SANS_DOUTE_DEJA_PAYE : P.MEME_JOUR,
    avant: null,
    apres: `${libelle}, ${formatMontant(depense)}`,
    motifs: [],
  }))
}

async function appliquer({
  client,
  demande,
  faits,
  saisie,
}: EnTraitement<FaitsRemboursement, SaisieRemboursement>): Promise<EffetRemboursement> {
  const { demande: soin, chiffrage } = await chiffrerDemande(faits)
  if (chiffrage === null) throw new SaisieRefusee({ champ: '', message: P.HORS_DROITS })
  const lignes = await recevoirManuel(client, {
    cle: `${demande.id}/${demande.version}`,
    personneId: soin.personne,
    idDecompte: `${ecrireNumeroDemande(demande.numero)}/${demande.version}`,
    contenus: contenusDe(chiffrage, saisie),
    creeLe: instantMetier(),
  })
  return { lignes }
}

async function defaire(
  {
    client,
    demande,
    faits,
  }: { readonly client: Ecriture; readonly demande: DemandeLue; readonly faits: FaitsRemboursement },
  { lignes }: EffetRemboursement,
): Promise<string | null> {
  const { rowCount } = await client.query(
    `SELECT FROM prestations p WHERE p.ligne_id = ANY ($1::uuid[]) AND (p.etat = 'PAYEE'
      OR EXISTS (SELECT FROM ordres_prestations o WHERE o.prestation_id = p.id AND o.vivant))`,
    [lignes.map(({ id }) => id)],
  )
  if (rowCount !== 0) return P.DEJA_PAYEE
  await reprendreManuel(
    client,
    {
      cle: `${demande.id}/${demande.version}`,
      personneId: demandeDe(faits).personne,
      idDecompte: `${ecrireNumeroDemande(demande.numero)}/${demande.version}`,
      creeLe: instantMetier(),
    },
    lignes,
  )
  return null
}

function dire(faits: FaitsRemboursement): FaitDit[] {
  const { soin, jour, actes, autres, parcours } = demandeDe(faits)
  const prix = actes.reduce((somme, acte) => somme + (acte.prix ?? 0), 0)
  return [
    { libelle: 'Soin', valeur: soin.libelle },
    { libelle: 'Date du soin', valeur: formatDateEnLettres(jour) },
    { libelle: 'Prix payé', valeur: formatMontant(prix) },
    { libelle: 'Assurance maladie', valeur: P.AMO[faits.amo] },
    ...(autres === 0 ? [] : [{ libelle: 'Payé par une autre mutuelle', valeur: formatMontant(autres) }]),
    ...(parcours ? [] : [{ libelle: 'Parcours de soins', valeur: 'sans passer par le médecin traitant' }]),
  ]
}

const deRemboursement = (
  nature: NatureDemande,
): NatureTraitee<FaitsRemboursement, SaisieRemboursement, EffetRemboursement> => ({
  nature,
  faits: faitsRemboursementSchema,
  saisie: saisieRemboursementSchema,
  champs: () => [
    {
      nom: 'montantRO',
      type: 'montant',
      libelle: 'Ce que l’Assurance maladie a payé',
      indice: 'En euros, comme son décompte l’imprime. Vide : le calcul des règles.',
      facultatif: true,
    },
  ],
  effet: effetRemboursementSchema,
  dire,
  apercu,
  appliquer,
  defaire,
  // The lines wait for the liquidation anyway: this only makes it start now.
  apres: async () => {
    await liquider()
  },
})

export const NATURES_REMBOURSEMENT = [
  deRemboursement('REMBOURSEMENT'),
  deRemboursement('COMPLEMENT'),
] as const
