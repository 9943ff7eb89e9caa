import { SaisieRefusee } from '@/lib/formulaire/refus'
import { courrielEffacement } from '@/lib/lexique/courriels/effacement'
import { CONSERVATION } from '@/lib/lexique/donnees/conservation'
import { PHRASES_DROITS as P, phraseEnCours } from '@/lib/lexique/donnees/droits'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import type { DateCivile } from '@/lib/rules/date/date-civile'
import type { Ecriture } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { organisme } from '@/lib/server/organisme'
import type { PorteeGestion } from '@/lib/server/portee'
import { envoyerCourriel, signature } from '../courriel/mutations'
import type { DemandeLue, LigneApercu } from '../demande/schema'
import { direParole } from '../demande-parole/data'
import { type FaitsParole, faitsParoleSchema } from '../demande-parole/schema'
import { reemettrePapiers } from '../document/mutations'
import { CLASSES_PERSONNE, lockSituation } from '../effacement/data'
import { effacerClasses, effacerDemandes } from '../effacement/mutations'
import { direSort, jugerClasses, type SortDeClasse } from '../effacement/view'
import type { Apercu, ChampSaisie, EnTraitement, NatureTraitee } from '../nature-demande/schema'
import {
  type EffetDroit,
  effetDroitSchema,
  type Identite,
  type SaisieDroit,
  saisieDroitSchema,
} from './schema'

type Traitement = EnTraitement<FaitsParole, SaisieDroit | null>

/** Whose data: the person it speaks of, else whoever asks. */
async function personneDe(client: Ecriture, demande: DemandeLue): Promise<string> {
  if (demande.personneId !== null) return demande.personneId
  const { rows } = await client.query<{ id: string | null }>(
    'SELECT personne_id AS id FROM comptes WHERE id = $1',
    [demande.compteId],
  )
  const id = rows[0]?.id
  if (id === null || id === undefined) throw new SaisieRefusee({ champ: '', message: P.SANS_PERSONNE })
  return id
}

async function lockIdentite(client: Ecriture, personneId: string): Promise<Identite> {
  const { rows } = await client.query<Identite>(
    'SELECT nom, prenom, date_naissance AS "dateNaissance" FROM personnes WHERE id = $1 FOR UPDATE',
    [personneId],
  )
  const [lue] = rows
  if (lue === undefined) throw new SaisieRefusee({ champ: '', message: P.SANS_PERSONNE })
  return lue
}

const corriger = (avant: Identite, s: SaisieDroit | null): Identite => ({
  nom: s?.nom ?? avant.nom,
  prenom: s?.prenom ?? avant.prenom,
  dateNaissance: s?.dateNaissance ?? avant.dateNaissance,
})

const LIBELLES: Readonly<Record<keyof Identite, string>> = {
  nom: 'Nom',
  prenom: 'Prénom',
  dateNaissance: 'Date de naissance',
}
const CHAMPS = Object.keys(LIBELLES) as (keyof Identite)[]
const direChamp = (champ: keyof Identite, valeur: string): string =>
  champ === 'dateNaissance' ? formatDateEnLettres(valeur) : valeur

async function apercuRectification({ client, demande, saisie }: Traitement): Promise<Apercu> {
  const avant = await lockIdentite(client, await personneDe(client, demande))
  const apres = corriger(avant, saisie)
  const champs = CHAMPS.filter((champ) => avant[champ] !== apres[champ])
  if (champs.length === 0) return { verdict: 'INCOMPLETE', manque: [P.RIEN_A_CORRIGER] }
  const lignes: LigneApercu[] = champs.map((champ) => ({
    libelle: LIBELLES[champ],
    avant: direChamp(champ, avant[champ]),
    apres: direChamp(champ, apres[champ]),
    motifs: [],
  }))
  lignes.push({ libelle: 'Carte de tiers payant', avant: null, apres: P.CARTE, motifs: [] })
  if (champs.includes('dateNaissance'))
    lignes.push({ libelle: 'Cotisation', avant: null, apres: P.COTISATION, motifs: [] })
  return { verdict: 'ACCORDEE', lignes, motifs: [], reglement: null }
}

/** What becomes of each class; null with a reason when nothing may be erased. */
async function jugerEffacement({
  client,
  demande,
  jour,
}: Pick<Traitement, 'client' | 'demande' | 'jour'>): Promise<readonly SortDeClasse[] | string> {
  const situation = await lockSituation(client, await personneDe(client, demande), demande.id)
  if (situation === null) return P.SANS_PERSONNE
  const { fin } = situation
  if (fin === null || fin >= jour) return phraseEnCours(fin)
  if (situation.enSuspens) return P.EN_SUSPENS
  return jugerClasses(situation, fin, jour)
}

const ligneDe = (sort: SortDeClasse): LigneApercu => ({
  libelle: CONSERVATION[sort.classe].quoi,
  avant: null,
  apres: direSort(sort),
  motifs: [],
})

async function apercuEffacement(t: Traitement): Promise<Apercu> {
  const juge = await jugerEffacement(t)
  if (typeof juge === 'string') return { verdict: 'INCOMPLETE', manque: [juge] }
  return { verdict: 'ACCORDEE', lignes: juge.map(ligneDe), motifs: [], reglement: null }
}

async function apercu(t: Traitement): Promise<Apercu> {
  if (t.faits.sujet === 'RECTIFICATION') return apercuRectification(t)
  if (t.faits.sujet === 'EFFACEMENT') return apercuEffacement(t)
  return { verdict: 'INCOMPLETE', manque: [P.EN_MOTS] }
}

async function ecrireIdentite(
  client: Ecriture,
  personneId: string,
  { nom, prenom, dateNaissance }: Identite,
) {
  await client.query('UPDATE personnes SET nom = $2, prenom = $3, date_naissance = $4 WHERE id = $1', [
    personneId,
    nom,
    prenom,
    dateNaissance,
  ])
  await client.query('UPDATE comptes SET nom_affiche = $2 WHERE personne_id = $1', [
    personneId,
    `${prenom} ${nom}`,
  ])
}

const noterRectification = (client: Ecriture, acteur: PorteeGestion, personneId: string): Promise<void> =>
  journaliser(client, {
    acte: 'IDENTITE_RECTIFIEE',
    compteId: acteur.compteId,
    role: acteur.role,
    objetType: 'personne',
    objetId: personneId,
    resultat: 'FAIT',
  })

/** A name or a birth date that was wrong is wrong on the papers too: card and certificate of each contract that covers the person. */
async function refaireSesPapiers(client: Ecriture, personneId: string, jour: DateCivile): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT DISTINCT adhesion_id AS id FROM beneficiaires WHERE personne_id = $1 AND (au IS NULL OR au >= $2) ORDER BY 1',
    [personneId, jour],
  )
  for (const { id } of rows) await reemettrePapiers(client, id, jour)
}

async function rectifier(t: Traitement, acteur: PorteeGestion): Promise<EffetDroit> {
  const personneId = await personneDe(t.client, t.demande)
  const avant = await lockIdentite(t.client, personneId)
  const apres = corriger(avant, t.saisie)
  await ecrireIdentite(t.client, personneId, apres)
  await noterRectification(t.client, acteur, personneId)
  await refaireSesPapiers(t.client, personneId, t.jour)
  return { type: 'RECTIFICATION', personneId, avant, apres }
}

/** Tells first, because the address goes with the rest. */
async function prevenir(
  client: Ecriture,
  demande: DemandeLue,
  sorts: readonly SortDeClasse[],
): Promise<void> {
  const { rows } = await client.query<{ email: string }>(
    'SELECT email FROM comptes WHERE id = $1 AND email_confirme_le IS NOT NULL',
    [demande.compteId],
  )
  const email = rows[0]?.email
  if (email === undefined) return
  const lignes = sorts.map((sort) => `${CONSERVATION[sort.classe].quoi} : ${direSort(sort)}.`)
  await envoyerCourriel(client, email, courrielEffacement(lignes, organisme().dpo, signature()))
}

/** What was never sent; what is past its time goes with the nightly purge. */
async function effacerSesBrouillons({ client }: Traitement, personneId: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT d.id FROM demandes d JOIN comptes c ON c.id = d.compte_id WHERE c.personne_id = $1 AND d.etat = 'BROUILLON'",
    [personneId],
  )
  await effacerDemandes(
    client,
    rows.map(({ id }) => id),
  )
}

async function effacer(t: Traitement, acteur: PorteeGestion): Promise<EffetDroit> {
  const { client, demande } = t
  const juge = await jugerEffacement(t)
  if (typeof juge === 'string') throw new SaisieRefusee({ champ: '', message: juge })
  const personneId = await personneDe(client, demande)
  await prevenir(client, demande, juge)
  await effacerSesBrouillons(t, personneId)
  const effacees = new Set(juge.filter(({ garde }) => garde === null).map(({ classe }) => classe))
  const classes = CLASSES_PERSONNE.filter((classe) => effacees.has(classe))
  // The bytes of its files, without their key, are taken by the sweep.
  await effacerClasses(client, {
    personneId,
    classes,
    demandeId: demande.id,
    auteur: { compteId: acteur.compteId, role: acteur.role },
  })
  return { type: 'EFFACEMENT', classes: [...classes] }
}

const champs = ({ sujet }: FaitsParole): readonly ChampSaisie[] =>
  sujet === 'RECTIFICATION'
    ? [
        {
          nom: 'nom',
          type: 'texte',
          libelle: 'Nom juste',
          indice: 'Vide : il ne change pas.',
          facultatif: true,
        },
        { nom: 'prenom', type: 'texte', libelle: 'Prénom juste', facultatif: true },
        { nom: 'dateNaissance', type: 'date', libelle: 'Date de naissance juste', facultatif: true },
      ]
    : []

/** A right on one's data: two of them do the thing when they are accepted, the others are answered in words. */
export const NATURE_DROITS: NatureTraitee<FaitsParole, SaisieDroit, EffetDroit> = {
  nature: 'DROITS_RGPD',
  faits: faitsParoleSchema,
  saisie: saisieDroitSchema,
  effet: effetDroitSchema,
  champs,
  seDecide: ({ sujet }) => sujet === 'RECTIFICATION' || sujet === 'EFFACEMENT',
  dire: (faits) => direParole('DROITS_RGPD', faits),
  apercu,
  appliquer: (t, acteur) => (t.faits.sujet === 'RECTIFICATION' ? rectifier(t, acteur) : effacer(t, acteur)),
  async defaire({ client, jour }, effet, acteur) {
    if (effet.type === 'EFFACEMENT') return 'Ce qui est effacé ne revient pas.'
    const actuelle = await lockIdentite(client, effet.personneId)
    if (CHAMPS.some((champ) => actuelle[champ] !== effet.apres[champ])) return P.CHANGEE
    await ecrireIdentite(client, effet.personneId, effet.avant)
    await noterRectification(client, acteur, effet.personneId)
    await refaireSesPapiers(client, effet.personneId, jour)
    return null
  },
}
