import type { Adresse } from '@/tests/support/visiter'

/**
 * Every page of the two spaces, with the addresses at which it asks the base the most. In an address, `$name` is an id of the visitor's
 * own (PLACES, in the test). A page without a row here is refused by the test, and so is a row whose page nobody can see.
 */
export type Table = Readonly<Record<string, readonly Adresse[]>>

const SEULE: readonly Adresse[] = [{}]
/** A page to write in gives itself a key, at the same address. */
const CLE: readonly Adresse[] = [{ recherche: { cle: '01890a5d-ac96-774b-bcce-b302099a8057' } }]

export const ADHERENT: Table = {
  'app/adherent/beneficiaires/page.tsx': SEULE,
  'app/adherent/carte/page.tsx': SEULE,
  'app/adherent/contrats/depart-employeur/page.tsx': SEULE,
  'app/adherent/contrats/droits/page.tsx': [{}, { recherche: { au: '2026-03-01' } }],
  'app/adherent/contrats/page.tsx': SEULE,
  'app/adherent/contrats/que-puis-je-faire/page.tsx': [
    {},
    { recherche: { faire: 'option', formule: 'tribu-premium', demande: '2026-03-17' } },
    {
      recherche: {
        faire: 'partir',
        motif: 'PERTE_REGIME_OBLIGATOIRE',
        demande: '2026-03-17',
        evenement: '2026-02-10',
      },
    },
  ],
  'app/adherent/coordonnees/adresse/page.tsx': SEULE,
  'app/adherent/coordonnees/courriel/page.tsx': SEULE,
  'app/adherent/coordonnees/page.tsx': SEULE,
  'app/adherent/coordonnees/preferences/page.tsx': SEULE,
  'app/adherent/coordonnees/rib/page.tsx': SEULE,
  'app/adherent/coordonnees/telephones/page.tsx': SEULE,
  'app/adherent/coordonnees/teletransmission/lettre/page.tsx': SEULE,
  'app/adherent/coordonnees/teletransmission/page.tsx': SEULE,
  'app/adherent/cotisations/page.tsx': [{}, { recherche: { annee: '2025' } }],
  'app/adherent/cotisations/prelevement/arreter/page.tsx': SEULE,
  'app/adherent/cotisations/prelevement/page.tsx': SEULE,
  'app/adherent/cotisations/prelevement/signer/page.tsx': SEULE,
  'app/adherent/demandes/[id]/page.tsx': [{ params: { id: '$demande' } }],
  // Nobody of the demonstration owes anything any more: contestation.test.ts opens it.
  'app/adherent/demandes/contester/page.tsx': [],
  'app/adherent/demandes/contrat/page.tsx': [
    {},
    { recherche: { faire: 'ajouter', motif: 'naissance', evenement: '2026-02-20' } },
  ],
  'app/adherent/demandes/mes-donnees/page.tsx': CLE,
  'app/adherent/demandes/nouvelle/page.tsx': SEULE,
  'app/adherent/demandes/page.tsx': SEULE,
  'app/adherent/demandes/hospitalisation/page.tsx': SEULE,
  'app/adherent/demandes/portabilite/page.tsx': SEULE,
  'app/adherent/demandes/preuve/page.tsx': SEULE,
  'app/adherent/demandes/reclamation/page.tsx': CLE,
  'app/adherent/demandes/remboursement/[soin]/page.tsx': [
    { params: { soin: 'medecin-generaliste' } },
    { params: { soin: 'lunettes' } },
  ],
  'app/adherent/demandes/remboursement/page.tsx': SEULE,
  'app/adherent/documents/[id]/page.tsx': [{ params: { id: '$document' } }],
  'app/adherent/documents/envoyer/page.tsx': [{}, { recherche: { pour: '$personne' } }],
  'app/adherent/documents/page.tsx': SEULE,
  'app/adherent/documents/prises-en-charge/[prise]/page.tsx': [{ params: { prise: '$prise' } }],
  'app/adherent/documents/prises-en-charge/page.tsx': SEULE,
  'app/adherent/garanties/page.tsx': [
    {},
    { recherche: { besoin: 'dentiste' } },
    { recherche: { besoin: 'lunettes', personne: '$personne' } },
  ],
  'app/adherent/garanties/tableau/page.tsx': SEULE,
  'app/adherent/limites/page.tsx': [{}, { recherche: { personne: 'tous' } }],
  'app/adherent/menu/page.tsx': SEULE,
  'app/adherent/messagerie/ecrire/page.tsx': CLE,
  'app/adherent/messagerie/page.tsx': SEULE,
  'app/adherent/mon-annee/page.tsx': [{}, { recherche: { annee: '2025', personne: '$personne' } }],
  'app/adherent/mon-compte/mes-soins/page.tsx': SEULE,
  'app/adherent/mon-compte/page.tsx': SEULE,
  'app/adherent/page.tsx': SEULE,
  'app/adherent/releves/page.tsx': SEULE,
  'app/adherent/remboursements/[id]/page.tsx': [{ params: { id: '$prestation' } }],
  'app/adherent/remboursements/page.tsx': [
    {},
    { recherche: { versement: 'moi', du: '2025-01-01', au: '2026-03-17', personne: '$personne' } },
  ],
  'app/adherent/simuler/[soin]/page.tsx': [
    { params: { soin: 'medecin-generaliste' } },
    { params: { soin: 'lunettes' } },
  ],
  'app/adherent/simuler/page.tsx': SEULE,
}

export const GESTION: Table = {
  'app/gestion/adherents/[personne]/page.tsx': [{ params: { personne: '$quelquUn' } }],
  'app/gestion/adherents/page.tsx': SEULE,
  'app/gestion/corbeille/[demande]/page.tsx': [{ params: { demande: '$recue' } }],
  'app/gestion/corbeille/page.tsx': [{}, { recherche: { vue: 'closes' } }],
  'app/gestion/cotisations/[adhesion]/page.tsx': [{ params: { adhesion: '$adhesion' } }],
  'app/gestion/cotisations/page.tsx': SEULE,
  'app/gestion/courriels/page.tsx': [{}, { recherche: { etat: 'ENVOYE' } }],
  'app/gestion/courriers/page.tsx': SEULE,
  'app/gestion/depots/page.tsx': SEULE,
  'app/gestion/documents/[id]/page.tsx': [{ params: { id: '$document' } }],
  'app/gestion/flux/[flux]/page.tsx': [{ params: { flux: '$flux' } }],
  'app/gestion/flux/page.tsx': SEULE,
  'app/gestion/impayes/page.tsx': SEULE,
  'app/gestion/menu/page.tsx': SEULE,
  'app/gestion/mon-compte/page.tsx': SEULE,
  'app/gestion/page.tsx': SEULE,
  'app/gestion/paiements/[lot]/page.tsx': [{ params: { lot: '$lot' } }],
  'app/gestion/paiements/indus/page.tsx': [{}, { recherche: { indu: '$indu' } }],
  'app/gestion/paiements/page.tsx': SEULE,
  'app/gestion/paiements/professionnels/page.tsx': [{}, { recherche: { tiers: '$tiers' } }],
  'app/gestion/paiements/retours/page.tsx': SEULE,
  'app/gestion/prises-en-charge/[prise]/page.tsx': [{ params: { prise: '$priseRecue' } }],
  'app/gestion/prises-en-charge/page.tsx': SEULE,
  'app/gestion/prises-en-charge/saisir/[adhesion]/page.tsx': [{ params: { adhesion: '$adhesion' } }],
  'app/gestion/releves/page.tsx': SEULE,
  'app/gestion/tarifs/[tarif]/page.tsx': [{ params: { tarif: '$tarif' } }],
  'app/gestion/tarifs/page.tsx': SEULE,
  'app/gestion/tarifs/saisir/page.tsx': [{}, { recherche: { depuis: '$tarif' } }],
}
