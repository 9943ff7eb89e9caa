import type { Metadata } from 'next'
import { FormulaireCoordonnees } from '@/components/coordonnees/formulaire-coordonnees'
import { Lignes } from '@/components/coordonnees/mes-coordonnees'
import { RetourCoordonnees } from '@/components/coordonnees/retour'
import { TitrePage } from '@/components/ui/titre-page'
import { ajouterJours } from '@/lib/rules/date/date-civile'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { aUnContrat } from '@/lib/services/coordonnees/access'
import { loadCoordonnees, loadPreuveDomicile } from '@/lib/services/coordonnees/data'
import { voirAdresses } from '@/lib/services/coordonnees/view'
import { articleCite } from '@/lib/services/remboursement/data'
import { nommerArticle } from '@/lib/services/remboursement/view'
import { enregistrerAdresse } from '../actions'

const TITRE = 'Changer mon adresse postale'
// The form says it, with « Erreur : » when there is something to correct.
export const metadata: Metadata = { title: null }

export default async function AdressePage() {
  const acteur = await exigerAdherent()
  if (!aUnContrat(acteur)) return refuserPage(acteur)
  const { jour, organisme } = lireCadre()
  const { adresses } = await loadCoordonnees(acteur)
  const { courante, prevues, version } = voirAdresses(adresses, jour)
  const preuve = await loadPreuveDomicile(acteur, jour)
  const article = preuve === null ? undefined : articleCite(preuve.article)
  return (
    <>
      <RetourCoordonnees />
      <TitrePage titre={TITRE}>
        <p>Celle où partent nos lettres et nos relevés sur papier.</p>
      </TitrePage>
      {courante === null ? null : (
        <div className="mb-8">
          <p className="font-semibold">Votre adresse aujourd’hui</p>
          <Lignes lignes={courante.lignes} />
          {prevues.map((a) => (
            <div key={a.depuis} data-fait="SAISIE" className="mt-3">
              <p className="font-semibold">À partir du {a.depuis}</p>
              <Lignes lignes={a.lignes} />
            </div>
          ))}
        </div>
      )}
      <FormulaireCoordonnees
        action={enregistrerAdresse}
        titre={TITRE}
        organisme={organisme.nomCourt}
        retour="/adherent/coordonnees"
        caches={{ version: String(version) }}
        bouton="Enregistrer ma nouvelle adresse"
        champs={[
          {
            nom: 'complement',
            libelle: 'Appartement, bâtiment, résidence',
            indice: 'Par exemple : bâtiment C, 3e étage.',
            type: 'text',
            facultatif: true,
            autocomplete: 'address-line2',
          },
          {
            nom: 'voie',
            libelle: 'Numéro et rue',
            indice: 'Par exemple : 12 rue des Tilleuls.',
            type: 'text',
            autocomplete: 'address-line1',
          },
          {
            nom: 'lieuDit',
            libelle: 'Lieu-dit ou boîte postale',
            type: 'text',
            facultatif: true,
            autocomplete: 'address-line3',
          },
          {
            nom: 'codePostal',
            libelle: 'Code postal',
            indice: 'Par exemple : 35000.',
            type: 'text',
            autocomplete: 'postal-code',
          },
          { nom: 'ville', libelle: 'Ville', type: 'text', autocomplete: 'address-level2' },
          {
            nom: 'pays',
            libelle: 'Pays, si ce n’est pas la France',
            type: 'text',
            facultatif: true,
            autocomplete: 'country-name',
          },
          {
            nom: 'du',
            libelle: 'À partir du',
            indice: 'Demain, ou le jour de votre déménagement.',
            type: 'date',
            valeur: ajouterJours(jour, 1),
          },
          {
            nom: 'justificatif',
            libelle: 'Votre justificatif de domicile',
            indice:
              'Facture d’eau ou d’électricité, quittance… à votre nom et à cette adresse, de moins de trois mois. PDF ou photo, 10 Mo au plus.',
            type: 'piece',
            ...(preuve === null ? { facultatif: true } : {}),
          },
        ]}
      >
        <p>
          Dès ce jour-là, tout courrier part à la nouvelle adresse ; jusque-là, à l’ancienne.{' '}
          {preuve === null
            ? 'Votre règlement ne demande pas de justificatif : vous pouvez en joindre un, vous n’y êtes pas obligé.'
            : 'Sans justificatif, nous continuons d’écrire à l’ancienne.'}
        </p>
        {article === undefined ? null : (
          <p data-fait="DOCUMENT" className="text-sm text-encre-douce">
            Le justificatif est demandé par : {nommerArticle(article)}
          </p>
        )}
      </FormulaireCoordonnees>
    </>
  )
}
