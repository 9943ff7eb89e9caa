import type { EquipeGestion, EtatDemande, NatureDemande } from '@/generated/prisma/enums'
import { EQUIPES, ETATS, ecrireNumeroDemande } from '@/lib/lexique/demandes'
import { formatDateEnLettres, formatMoment } from '@/lib/lexique/formats'
import { type ModeleReponse, modelesDe, remplirModele } from '@/lib/lexique/modeles-reponse'
import { ecrirePieceRequise } from '@/lib/lexique/pieces'
import { jourDuMoment } from '@/lib/rules/date/moment'
import { piecesRequises } from '@/lib/rules/pieces/pieces-requises'
import type { Reglement } from '@/lib/rules/reglement/reglement'
import { instantMetier, momentParis } from '@/lib/server/clock'
import { type Lecture, lire } from '@/lib/server/db'
import { organisme } from '@/lib/server/organisme'
import type { PorteeGestion } from '@/lib/server/portee'
import type { FichierADonner } from '@/lib/server/telechargement'
import { gestesPermis, gestesPiece } from '../corbeille/access'
import {
  type ApercuVu,
  type AttendueLue,
  type Choix,
  type FicheVue,
  type MessageLu,
  nommerDemande,
  type Objets,
  type PassageLu,
  type PieceLue,
  voirAttendue,
  voirHorloge,
  voirLignes,
  voirMessage,
  voirPassage,
  voirPiece,
  voirResultat,
} from '../corbeille/view'
import { reglementDe } from '../cotisation/view'
import { loadDelaisConstates } from '../delai-constate/data'
import { phraseDelaiConstate } from '../delai-constate/view'
import { peutOuvrirPiece, peutTraiter, ROLES_DES_EQUIPES } from '../demande/access'
import { limiteSchema, resultatSchema } from '../demande/schema'
import { peutLireDepots } from '../depot/access'
import { natureTraitee } from '../nature-demande/data'
import type { Apercu, NatureTraitee } from '../nature-demande/schema'
import { articleCite } from '../remboursement/data'
import { etape } from '../remboursement/view'
import { lireApercu } from '../traitement/mutations'

interface DemandeBrute {
  readonly id: string
  readonly numero: number
  readonly nature: NatureDemande
  readonly etat: EtatDemande
  readonly version: number
  readonly compteId: string
  readonly objet: string | null
  readonly faits: unknown
  readonly equipe: EquipeGestion
  readonly agentId: string | null
  readonly agent: string | null
  readonly envoyeeLe: Date
  readonly repondreAvant: Date
  readonly closeLe: Date | null
  readonly arretee: boolean
  readonly limite: unknown
  readonly resultat: unknown
  readonly prenom: string | null
  readonly demandeurId: string | null
  readonly qui: string
  readonly numeroAdherent: string | null
  readonly reglement: string | null
  readonly personne: string | null
  readonly collegues: readonly Choix[]
}

const DEMANDE = `SELECT d.id::text, d.numero, d.nature::text AS nature, d.etat::text AS etat, d.version, d.compte_id::text AS "compteId", d.objet,
    d.faits, d.equipe::text AS equipe, d.agent_id::text AS "agentId", g.nom_affiche AS agent, d.envoyee_le AS "envoyeeLe",
    d.repondre_avant AS "repondreAvant", d.close_le AS "closeLe", d.arretee_le IS NOT NULL AS arretee, d.limite, d.resultat, p.prenom, p.id::text AS "demandeurId",
    coalesce(p.prenom || ' ' || p.nom, c.nom_affiche) AS qui, a.numero_adherent AS "numeroAdherent", a.reglement,
    v.prenom || ' ' || v.nom AS personne,
    (SELECT coalesce(json_agg(json_build_object('valeur', k.id, 'libelle', k.nom_affiche) ORDER BY k.nom_affiche, k.id), '[]') FROM comptes k
      WHERE k.statut = 'ACTIF' AND k.id IS DISTINCT FROM d.agent_id AND $2::jsonb -> d.equipe::text ? k.role::text) AS collegues
  FROM demandes d JOIN comptes c ON c.id = d.compte_id LEFT JOIN personnes p ON p.id = c.personne_id
    LEFT JOIN adhesions a ON a.id = d.adhesion_id LEFT JOIN comptes g ON g.id = d.agent_id LEFT JOIN personnes v ON v.id = d.personne_id
  WHERE d.id = $1::uuid AND d.envoyee_le IS NOT NULL`

type Date_<T, K extends keyof T> = {
  readonly [C in keyof T]: C extends K ? Extract<T[C], null> | Date : T[C]
}

/** A ready-made answer, its blanks filled from this demande. */
export interface ModeleRempli {
  readonly code: string
  readonly titre: string
  readonly pour: ModeleReponse['pour']
  readonly texte: string
}

export interface FicheDemande {
  readonly fiche: FicheVue
  readonly modeles: readonly ModeleRempli[]
  /** What it shows to who has it, and was not read yet. */
  readonly nonLus: readonly string[]
}

/** A demande as whoever treats it reads it. Null: not of a team of theirs, which is the same as not there. */
export async function loadFiche(
  acteur: PorteeGestion,
  id: string,
  objets: Objets,
): Promise<FicheDemande | null> {
  const lu = await lire(acteur, async (tx) => {
    const [d] = await tx.$queryRawUnsafe<DemandeBrute[]>(DEMANDE, id, JSON.stringify(ROLES_DES_EQUIPES))
    if (d === undefined || !peutTraiter(acteur, d)) return null
    return {
      d,
      passages: await loadPassages(tx, id),
      messages: await loadMessages(tx, id),
      pieces: await loadPieces(tx, id),
      attendues: await loadAttendues(tx, id),
      delais: await loadDelaisConstates(tx),
    }
  })
  if (lu === null) return null
  const { d } = lu
  const nature = natureTraitee(d.nature)
  const faits = nature.faits.parse(d.faits)
  const [instant, repondreAvant] = [momentParis(instantMetier()), momentParis(d.repondreAvant)]
  const closeLe = d.closeLe === null ? null : momentParis(d.closeLe)
  const mienne = d.agentId === acteur.compteId
  const fiche: FicheVue = {
    id: d.id,
    numero: ecrireNumeroDemande(d.numero),
    titre: nommerDemande(d.nature, d.objet, objets),
    nature: d.nature,
    version: d.version,
    vus: lu.messages.filter(({ deGestion }) => !deGestion).length,
    etat: ETATS[d.etat],
    equipe: d.equipe,
    chez: mienne ? 'vous' : (d.agent ?? EQUIPES[d.equipe]),
    mienne,
    qui: d.qui,
    dossier: peutLireDepots(acteur) ? d.demandeurId : null,
    numeroAdherent: d.numeroAdherent,
    personne: d.personne,
    faits: nature.dire(faits, jourDuMoment(instant)),
    lien: nature.lien?.(faits, acteur) ?? null,
    horloge: voirHorloge(
      { etat: d.etat, repondreAvant, closeLe, arretee: d.arretee, limite: limiteSchema.parse(d.limite) },
      instant,
      articleCite,
      phraseDelaiConstate(lu.delais, d.nature),
    ),
    passages: lu.passages.map(voirPassage),
    messages: lu.messages.map(voirMessage),
    pieces: lu.pieces.map((p) => voirPiece(p, peutOuvrirPiece(acteur, { ...d, medicale: p.medicale }))),
    attendues: lu.attendues.map((a) => voirAttendue(a, instant, gestesPiece(acteur, d))),
    resultat: d.resultat === null ? null : voirResultat(resultatSchema.parse(d.resultat), articleCite),
    gestes: gestesPermis(acteur, d, {
      appliquer: nature.appliquer !== undefined,
      defaire: nature.defaire !== undefined,
      decider: nature.seDecide?.(faits) === true,
    }),
    piecesPossibles: piecesDe(nature, d),
    champs: nature.champs?.(faits) ?? [],
    collegues: d.collegues,
  }
  const nonLus = mienne ? lu.messages.filter((m) => !m.deGestion && m.luLe === null).map((m) => m.id) : []
  return { fiche, modeles: remplir(d), nonLus }
}

function piecesDe(nature: NatureTraitee, { faits, reglement }: DemandeBrute): Choix[] {
  if (reglement === null || nature.pieces === undefined) return []
  const regles: Reglement = reglementDe(reglement)
  const choix = nature.pieces(nature.faits.parse(faits)).flatMap((situations) => {
    const prevue = situations.find((situation) => regles.pieces[situation] !== undefined)
    if (prevue === undefined) return []
    return piecesRequises(regles, prevue).pieces.map((requise) => {
      const libelle = ecrirePieceRequise({ ...requise, siConcerne: false })
      const [seule, ...autres] = requise.auChoix
      return { valeur: autres.length === 0 ? seule : libelle, libelle }
    })
  })
  return [...new Map(choix.map((c) => [c.valeur, c])).values()]
}

function remplir(d: DemandeBrute): ModeleRempli[] {
  const limite = limiteSchema.parse(d.limite)
  const article = limite.type === 'REGLE' ? articleCite(limite.motif.article) : undefined
  const valeurs = {
    prenom: d.prenom,
    numero: ecrireNumeroDemande(d.numero),
    envoyee: formatDateEnLettres(jourDuMoment(momentParis(d.envoyeeLe))),
    echeance: formatMoment(momentParis(d.repondreAvant)),
    article: article?.numero ?? null,
    mediateur: organisme().mediateur.nom,
  }
  return modelesDe(d.nature).map((modele) => ({
    code: modele.code,
    titre: modele.titre,
    pour: modele.pour,
    texte: remplirModele(modele, valeurs),
  }))
}

async function loadPassages(tx: Lecture, id: string): Promise<PassageLu[]> {
  const lus = await tx.$queryRawUnsafe<Date_<PassageLu, 'moment'>[]>(
    `SELECT h.passage::text AS passage, h.moment, c.nom_affiche AS qui, coalesce(c.role <> 'ADHERENT', true) AS gestion, h.donnees
      FROM passages_demande h LEFT JOIN comptes c ON c.id = h.compte_id WHERE h.demande_id = $1::uuid AND h.passage <> 'CREER' ORDER BY h.rang`,
    id,
  )
  return lus.map((l) => ({ ...l, moment: momentParis(l.moment) }))
}

async function loadMessages(tx: Lecture, id: string): Promise<MessageLu[]> {
  const lus = await tx.$queryRawUnsafe<Date_<MessageLu, 'creeLe' | 'luLe'>[]>(
    `SELECT m.id::text, m.texte, m.de_gestion AS "deGestion", m.interne, c.nom_affiche AS qui, m.cree_le AS "creeLe", m.lu_le AS "luLe"
      FROM messages_demande m JOIN comptes c ON c.id = m.compte_id WHERE m.demande_id = $1::uuid ORDER BY m.cree_le, m.id`,
    id,
  )
  return lus.map((l) => ({
    ...l,
    creeLe: momentParis(l.creeLe),
    luLe: l.luLe === null ? null : momentParis(l.luLe),
  }))
}

async function loadPieces(tx: Lecture, id: string): Promise<PieceLue[]> {
  const lues = await tx.$queryRawUnsafe<Date_<PieceLue, 'creeLe'>[]>(
    `SELECT p.id::text, o.nom_origine AS nom, f.taille::int AS taille, p.piece, p.medicale, p.cree_le AS "creeLe", f.verdict::text AS verdict,
        f.efface_le IS NOT NULL AS effacee
      FROM pieces_demande p JOIN depots o ON o.id = p.depot_id JOIN fichiers f ON f.id = o.fichier_id
      WHERE p.demande_id = $1::uuid ORDER BY p.cree_le, p.id`,
    id,
  )
  return lues.map((l) => ({ ...l, creeLe: momentParis(l.creeLe) }))
}

async function loadAttendues(tx: Lecture, id: string): Promise<AttendueLue[]> {
  const lues = await tx.$queryRawUnsafe<Date_<AttendueLue, 'rappeleeLe' | 'recueLe' | 'dispenseeLe'>[]>(
    `SELECT id::text, piece, avant_le::text AS "avantLe", bloquante, rappelee_le AS "rappeleeLe", recue_le AS "recueLe", dispensee_le AS "dispenseeLe"
      FROM pieces_attendues WHERE demande_id = $1::uuid ORDER BY demandee_le, id`,
    id,
  )
  return lues.map((l) => ({
    ...l,
    rappeleeLe: l.rappeleeLe === null ? null : momentParis(l.rappeleeLe),
    recueLe: l.recueLe === null ? null : momentParis(l.recueLe),
    dispenseeLe: l.dispenseeLe === null ? null : momentParis(l.dispenseeLe),
  }))
}

/** What accepting would do, in words. */
export function voirApercu(a: Apercu): ApercuVu {
  if (a.verdict === 'INCOMPLETE') return a
  const etapes = a.motifs.map((m) => etape(m, { article: articleCite }))
  if (a.verdict === 'REFUSEE') return { verdict: 'REFUSEE', etapes, possible: a.possible }
  return { verdict: 'ACCORDEE', etapes, lignes: voirLignes(a.lignes, articleCite) }
}

/** The same, read under the rules of today. */
export const loadApercu = async (acteur: PorteeGestion, id: string): Promise<ApercuVu> =>
  voirApercu(await lireApercu(acteur, id))

export interface PieceADonner {
  readonly depotId: string
  readonly medicale: boolean
  readonly nom: string
  readonly fichier: FichierADonner
}

/** A piece of a demande, to whoever may open it. Null: not theirs, medical, or not there. */
export async function loadPieceADonner(
  acteur: PorteeGestion,
  demandeId: string,
  pieceId: string,
): Promise<PieceADonner | null> {
  const lue = await lire(acteur, (tx) =>
    tx.pieceDemande.findFirst({
      select: {
        medicale: true,
        depotId: true,
        demande: { select: { compteId: true, equipe: true, etat: true } },
        depot: {
          select: {
            nomOrigine: true,
            fichier: {
              select: { id: true, typeMime: true, verdict: true, cleScellee: true, effaceLe: true },
            },
          },
        },
      },
      where: { id: pieceId, demandeId },
    }),
  )
  if (lue === null || lue.demande.etat === 'BROUILLON') return null
  if (!peutOuvrirPiece(acteur, { ...lue.demande, medicale: lue.medicale })) return null
  return {
    depotId: lue.depotId,
    medicale: lue.medicale,
    nom: lue.depot.nomOrigine,
    fichier: lue.depot.fichier,
  }
}
