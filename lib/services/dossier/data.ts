import type {
  EtatDemande,
  EtatPrestation,
  LienBeneficiaire,
  NatureDemande,
  NatureDocument,
} from '@/generated/prisma/enums'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import { type Ecriture, ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import type { PorteeGestion } from '@/lib/server/portee'
import { objetsDe } from '../journal/data'
import { indexNir } from '../portefeuille/data'
import { peutOuvrirDossier } from './access'
import { DEMANDES_MONTREES, type Recherche } from './schema'

export interface Trouvee {
  readonly id: string
  readonly prenom: string
  readonly nom: string
  readonly dateNaissance: string
  readonly contrats: readonly string[]
}

/** More are said to exist, not shown: whoever searches adds a word. */
export const TROUVEES_MAX = 25

const AVEC_CONTRATS = `p.id, p.prenom, p.nom, p.date_naissance AS "dateNaissance",
  ARRAY(SELECT DISTINCT a.numero_adherent FROM beneficiaires b JOIN adhesions a ON a.id = b.adhesion_id WHERE b.personne_id = p.id
    ORDER BY 1) AS contrats`

/** One more than the maximum tells that there are more. */
export async function chercherPersonnes(
  acteur: PorteeGestion,
  recherche: Recherche,
): Promise<readonly Trouvee[]> {
  if (!peutOuvrirDossier(acteur)) return []
  return ecrire(acteur, async (client) => {
    switch (recherche.par) {
      case 'NIR':
        return lignes(client, 'p.id IN (SELECT personne_id FROM immatriculations WHERE nir_index = $1)', [
          indexNir(recherche.nir),
        ])
      case 'NUMERO':
        return lignes(
          client,
          `p.id IN (SELECT b.personne_id FROM beneficiaires b JOIN adhesions a ON a.id = b.adhesion_id
            WHERE ltrim(upper(a.numero_adherent), '0') = $1)`,
          [recherche.numero],
        )
      case 'DEMANDE':
        return lignes(
          client,
          `p.id IN (SELECT c.personne_id FROM demandes d JOIN comptes c ON c.id = d.compte_id WHERE d.numero = $1 AND d.envoyee_le IS NOT NULL
            UNION SELECT d.personne_id FROM demandes d WHERE d.numero = $1 AND d.envoyee_le IS NOT NULL
            UNION SELECT b.personne_id FROM beneficiaires b JOIN adhesions a ON a.id = b.adhesion_id
              WHERE ltrim(upper(a.numero_adherent), '0') = $2)`,
          [recherche.numero, recherche.ecrit],
        )
      case 'NOM':
        return parNom(client, recherche.mots)
    }
  })
}

/** « Nom », « Prénom Nom » or « Nom Prénom », by their beginnings; either may be of several words. */
function parNom(client: Ecriture, mots: readonly string[]): Promise<readonly Trouvee[]> {
  if (mots.length === 0) return Promise.resolve([])
  const valeurs = [mots.join(' ')]
  const commence = (colonne: 'nom' | 'prenom', rang: number): string =>
    `cle_de_nom(p.${colonne}) LIKE trim(cle_de_nom($${rang})) || '%'`
  const conditions = [commence('nom', 1)]
  for (let coupe = 1; coupe < mots.length && coupe <= COUPES_MAX; coupe += 1) {
    const [debut, fin] = [valeurs.length + 1, valeurs.length + 2]
    valeurs.push(mots.slice(0, coupe).join(' '), mots.slice(coupe).join(' '))
    conditions.push(`(${commence('nom', debut)} AND ${commence('prenom', fin)})`)
    conditions.push(`(${commence('nom', fin)} AND ${commence('prenom', debut)})`)
  }
  return lignes(client, conditions.join(' OR '), valeurs)
}

/** Words that a name or a first name has at most: « Maria da Costa e Silva ». */
const COUPES_MAX = 5

async function lignes(
  client: Ecriture,
  condition: string,
  valeurs: readonly unknown[],
): Promise<readonly Trouvee[]> {
  const { rows } = await client.query<Trouvee>(
    `SELECT ${AVEC_CONTRATS} FROM personnes p WHERE ${condition} ORDER BY p.nom, p.prenom, p.date_naissance, p.id LIMIT ${TROUVEES_MAX + 1}`,
    [...valeurs],
  )
  return rows
}

interface Couvert {
  readonly personneId: string
  readonly prenom: string
  readonly nom: string
  readonly lien: LienBeneficiaire
  readonly du: DateCivile
  readonly au: DateCivile | null
}

export interface DossierLu {
  readonly id: string
  readonly prenom: string
  readonly nom: string
  readonly dateNaissance: string
  readonly compte: { readonly statut: string } | null
  readonly contrats: readonly {
    readonly id: string
    readonly numeroAdherent: string
    readonly reglement: string
    readonly du: DateCivile
    readonly au: DateCivile | null
    readonly formule: string | null
    readonly titulaire: boolean
    readonly couverts: readonly Couvert[]
  }[]
  readonly demandes: readonly {
    readonly id: string
    readonly numero: number
    readonly nature: NatureDemande
    readonly etat: EtatDemande
    readonly le: string
  }[]
  readonly prestations: readonly {
    readonly id: string
    readonly dateSoins: DateCivile
    readonly libelle: string
    readonly etat: EtatPrestation
    readonly depense: number
    readonly partMutuelle: number
    readonly resteACharge: number
  }[]
  readonly documents: readonly {
    readonly id: string
    readonly nature: NatureDocument
    readonly emisLe: DateCivile
  }[]
  readonly journal: readonly {
    readonly moment: string
    readonly acte: string
    readonly role: string
    readonly qui: string | null
  }[]
}

/** Everything about one person on one page, all their demandes with `toutes`; that it was opened is in the journal. Null: nobody. */
export async function ouvrirDossier(
  acteur: PorteeGestion,
  id: string,
  jour: DateCivile,
  toutes = false,
): Promise<DossierLu | null> {
  if (!peutOuvrirDossier(acteur)) return null
  return ecrire(acteur, async (client) => {
    const { rows } = await client.query<DossierLu>(DOSSIER, [id, jour, toutes])
    const [dossier] = rows
    if (dossier === undefined) return null
    await journaliser(client, {
      acte: 'DOSSIER_LU',
      compteId: acteur.compteId,
      role: acteur.role,
      objetType: 'personne',
      objetId: id,
      resultat: 'FAIT',
    })
    return dossier
  })
}

const LISTE = (requete: string): string => `(SELECT coalesce(json_agg(l), '[]') FROM (${requete}) l)`

const CONTRATS = `SELECT a.id, a.numero_adherent AS "numeroAdherent", a.reglement, a.date_effet AS du, a.date_fin AS au,
    a.membre_participant_id = p.id AS titulaire,
    (SELECT f.formule FROM choix_formules f WHERE f.adhesion_id = a.id AND f.du <= greatest($2::date, a.date_effet)
      ORDER BY f.du DESC LIMIT 1) AS formule,
    ${LISTE(`SELECT q.id AS "personneId", q.prenom, q.nom, b.lien, b.du, b.au FROM beneficiaires b
      JOIN personnes q ON q.id = b.personne_id WHERE b.adhesion_id = a.id ORDER BY b.lien, q.date_naissance, b.du`)} AS couverts
  FROM adhesions a WHERE a.id IN (SELECT adhesion_id FROM beneficiaires WHERE personne_id = p.id)
    OR a.membre_participant_id = p.id ORDER BY a.date_effet DESC, a.id`

const DEMANDES = `SELECT d.id, d.numero, d.nature, d.etat, coalesce(d.envoyee_le, d.cree_le) AS le FROM demandes d
  WHERE d.etat <> 'BROUILLON' AND (d.compte_id = (SELECT c.id FROM comptes c WHERE c.personne_id = p.id) OR d.personne_id = p.id)
  ORDER BY d.cree_le DESC, d.id DESC LIMIT CASE WHEN $3::boolean THEN NULL ELSE ${DEMANDES_MONTREES + 1} END`

const PRESTATIONS = `SELECT s.id, s.date_soins AS "dateSoins", s.libelle, s.etat, s.depense, s.part_mutuelle AS "partMutuelle",
    s.reste_a_charge AS "resteACharge" FROM prestations s WHERE s.personne_id = p.id ORDER BY s.date_soins DESC, s.id DESC LIMIT 10`

const DOCUMENTS = `SELECT d.id, d.nature, d.emis_le AS "emisLe" FROM documents d WHERE d.personne_id = p.id
  ORDER BY d.emis_le DESC, d.id DESC LIMIT 10`

/** What was done to this person's file, to a contract of theirs or to a request: ids are enough to find it. */
const JOURNAL = `SELECT j.moment, j.acte, j.role, (SELECT c.nom_affiche FROM comptes c WHERE c.id = j.compte_id) AS qui
  FROM ${objetsDe('p.id')} o CROSS JOIN LATERAL (SELECT k.* FROM journal k WHERE k.objet_type = o.type AND k.objet_id = o.id
    ORDER BY k.rang DESC LIMIT 20) j ORDER BY j.rang DESC LIMIT 20`

const DOSSIER = `SELECT p.id, p.prenom, p.nom, p.date_naissance AS "dateNaissance",
    (SELECT json_build_object('statut', c.statut) FROM comptes c WHERE c.personne_id = p.id) AS compte,
    ${LISTE(CONTRATS)} AS contrats, ${LISTE(DEMANDES)} AS demandes, ${LISTE(PRESTATIONS)} AS prestations,
    ${LISTE(DOCUMENTS)} AS documents, ${LISTE(JOURNAL)} AS journal
  FROM personnes p WHERE p.id = $1`
