import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MOT_DE_PASSE } from '@/components/coordonnees/champ-coordonnees'
import { FormulaireCoordonnees } from '@/components/coordonnees/formulaire-coordonnees'
import { RetourCoordonnees } from '@/components/coordonnees/retour'
import { Compte } from '@/components/coordonnees/rib'
import { TitrePage } from '@/components/ui/titre-page'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { ajouterJours } from '@/lib/rules/date/date-civile'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadRibs } from '@/lib/services/rib/data'
import { voirRibs } from '@/lib/services/rib/view'
import { enregistrerRib } from '../actions'

const TITRE = 'Changer le compte de mes remboursements'
// The form says it, with « Erreur : » when there is something to correct.
export const metadata: Metadata = { title: null }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function RibPage({ searchParams }: Props) {
  const acteur = await exigerAdherent()
  const { jour, organisme } = lireCadre()
  const contrats = voirRibs(await loadRibs(acteur, jour), jour)
  const { contrat: voulu } = await searchParams
  const contrat = voulu === undefined ? contrats[0] : contrats.find(({ id }) => id === voulu)
  if (contrat === undefined) notFound()
  const prevu = contrat.prestationsPrevu
  return (
    <>
      <RetourCoordonnees />
      <TitrePage titre={TITRE}>
        <p>
          Contrat {contrat.numeroAdherent}. Le compte de vos cotisations est à part : il ne change pas ici.
        </p>
      </TitrePage>
      <div className="mb-8 max-w-texte space-y-1">
        <p className="font-semibold">Aujourd’hui</p>
        <Compte compte={contrat.prestations} vide="Aucun compte : vos remboursements attendent." />
        {prevu === null ? null : (
          <p data-fait="REGISTRE" className="text-a-faire">
            À partir du {prevu.depuis} : compte qui finit par {prevu.fin}, au nom de {prevu.titulaire}. Un
            nouveau changement le remplacera.
          </p>
        )}
      </div>
      <FormulaireCoordonnees
        // One form for each contract: what was typed for one is not shown for the other.
        key={contrat.id}
        action={enregistrerRib}
        titre={TITRE}
        organisme={organisme.nomCourt}
        retour="/adherent/coordonnees"
        caches={{ adhesion: contrat.id, version: String(contrat.version) }}
        bouton="Enregistrer ce compte"
        champs={[
          {
            nom: 'titulaire',
            libelle: 'Titulaire du compte',
            indice: 'Tel qu’il est écrit sur le RIB.',
            type: 'text',
            autocomplete: 'name',
          },
          {
            nom: 'iban',
            libelle: 'IBAN',
            indice: 'Par exemple : FR76 suivi de 23 caractères.',
            type: 'iban',
          },
          { nom: 'bic', libelle: 'BIC', indice: '8 ou 11 caractères.', type: 'text', facultatif: true },
          {
            nom: 'justificatif',
            libelle: 'Le RIB de votre banque',
            indice:
              'PDF ou photo (JPEG, PNG), 10 Mo au plus. Il prouve que le compte existe et à qui il est.',
            type: 'file',
          },
          MOT_DE_PASSE,
        ]}
      >
        <p data-fait="GENERALITE">
          Le nouveau compte sert à partir du {formatDateEnLettres(ajouterJours(jour, 1))}. Les virements déjà
          préparés partent encore à l’ancien. Un message part à votre adresse e-mail, pour que personne ne
          puisse changer votre compte sans que vous le sachiez.
        </p>
      </FormulaireCoordonnees>
    </>
  )
}
