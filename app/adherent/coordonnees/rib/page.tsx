import type { Metadata } from 'next'
import { defierMaCle } from '@/app/securite/actions'
import { CompteActuel } from '@/components/coordonnees/compte-actuel'
import { FormulaireRib } from '@/components/coordonnees/formulaire-rib'
import { RetourCoordonnees } from '@/components/coordonnees/retour'
import { FacteurRequis } from '@/components/facteur/facteur-requis'
import { TitrePage } from '@/components/ui/titre-page'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import { ajouterJours } from '@/lib/rules/date/date-civile'
import { exigerAdherent } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadConfirmation } from '@/lib/services/reauthentification/data'
import { articleCite } from '@/lib/services/remboursement/data'
import { voirVersement } from '@/lib/services/remboursement/view'
import { loadRibs } from '@/lib/services/rib/data'
import { voirRibs } from '@/lib/services/rib/view'
import { abandonnerRib, enregistrerRib } from '../actions'

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
  if (contrat === undefined) return refuserPage(acteur)
  const confirmation = { ...(await loadConfirmation('FACTEUR')), defier: defierMaCle }
  const sansFormulaire = contrat.propre?.refuse === true || confirmation.installer
  return (
    <>
      {sansFormulaire ? <title>{`${TITRE} – ${organisme.nomCourt}`}</title> : null}
      <RetourCoordonnees />
      <TitrePage titre={TITRE}>
        <p>
          Contrat {contrat.numeroAdherent}.{' '}
          {contrat.propre === null
            ? 'Le compte de vos cotisations est à part : il ne change pas ici.'
            : 'Un compte à votre nom, pour vos remboursements seulement : le titulaire du contrat ne le voit pas.'}
        </p>
      </TitrePage>
      <CompteActuel
        contrat={contrat}
        etapes={voirVersement(contrat.propre?.motifs ?? null, { article: articleCite })}
        abandonner={abandonnerRib}
      />
      {contrat.propre?.refuse === true ? null : confirmation.installer ? (
        <FacteurRequis
          retour={`/adherent/coordonnees/rib?contrat=${contrat.id}`}
          pour="changer le compte de vos remboursements"
        />
      ) : (
        <FormulaireRib
          // One form for each contract: what was typed for one is not shown for the other.
          key={contrat.id}
          action={enregistrerRib}
          titre={TITRE}
          organisme={organisme.nomCourt}
          contrat={contrat}
          effet={formatDateEnLettres(ajouterJours(jour, 1))}
          confirmation={confirmation}
        />
      )}
    </>
  )
}
