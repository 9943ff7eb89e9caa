import { SaisieRefusee } from '@/lib/formulaire/refus'
import { VERSION_CONDITIONS } from '@/lib/lexique/acces'
import { PHRASES_DELEGATION } from '@/lib/lexique/delegations'
import { empreinte } from '@/lib/server/chiffrement'
import { instantMetier } from '@/lib/server/clock'
import { ecrire } from '@/lib/server/db'
import { journaliser } from '@/lib/server/journal'
import { hacher } from '@/lib/server/mot-de-passe'
import { SYSTEME } from '@/lib/server/portee'
import { reprocheMotDePasse } from '@/lib/server/robustesse'
import { loadInvitation } from '../delegation/data'
import type { Mandataire } from '../delegation/schema'

/**
 * Somebody whom no contract covers opens an account, by the link of a proposal made to their address, which the link proves. They are a
 * person without contract: they see nothing until they accept. Accepts nothing by itself. @throws {SaisieRefusee}
 */
export async function ouvrirEspaceMandataire(m: Mandataire, instant: Date): Promise<void> {
  const jeton = empreinte(m.jeton)
  const invitation = await loadInvitation(jeton, instantMetier())
  if (invitation === null) throw new SaisieRefusee({ champ: '', message: PHRASES_DELEGATION.LIEN_MORT })
  const { email } = invitation
  const propres = [email, m.nom, m.prenom, m.naissance, m.naissance.replaceAll('-', '')]
  const reproche = reprocheMotDePasse(m.motDePasse, propres)
  if (reproche !== null) throw new SaisieRefusee({ champ: 'motDePasse', message: reproche })
  const hache = await hacher(m.motDePasse)
  await ecrire(SYSTEME, async (client) => {
    // One account by this link, however often it is sent.
    const { rowCount } = await client.query(
      "UPDATE delegations SET jeton = NULL WHERE jeton = $1 AND etat = 'PROPOSEE'",
      [jeton],
    )
    if (rowCount !== 1) throw new SaisieRefusee({ champ: '', message: PHRASES_DELEGATION.LIEN_MORT })
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`mandataire:${email}`])
    const { rowCount: pris } = await client.query(
      "SELECT FROM comptes WHERE email = $1 AND statut = 'ACTIF'",
      [email],
    )
    if (pris !== 0) throw new SaisieRefusee({ champ: '', message: PHRASES_DELEGATION.EMAIL_PRIS })
    const { rows } = await client.query<{ id: string }>(
      `WITH p AS (INSERT INTO personnes (nom, prenom, date_naissance) VALUES ($1, $2, $3) RETURNING id)
        INSERT INTO comptes (role, statut, personne_id, email, email_confirme_le, nom_affiche, mot_de_passe, conditions_version, conditions_acceptees_le)
        SELECT 'ADHERENT', 'ACTIF', p.id, $4, $5, $6, $7, $8, $5 FROM p RETURNING id`,
      [m.nom, m.prenom, m.naissance, email, instant, `${m.prenom} ${m.nom}`, hache, VERSION_CONDITIONS],
    )
    const compteId = rows[0]?.id ?? null
    await journaliser(client, {
      acte: 'MANDATAIRE_INSCRIT',
      compteId,
      role: 'TITULAIRE',
      objetType: 'compte',
      objetId: compteId,
      resultat: 'FAIT',
    })
  })
}
