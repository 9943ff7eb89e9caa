import type { Metadata } from 'next'
import { Avances } from '@/components/demande/avances'
import { EtatVide } from '@/components/ui/etat-vide'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { loadMesAvances } from '@/lib/services/avance-sante/data'
import { voirAvance } from '@/lib/services/avance-sante/view'
import { lireCadre } from '@/lib/services/cadre/data'
import { aidesDuContrat, loadContratsAides } from '@/lib/services/demande-aide/data'
import { proposer } from '@/lib/services/demande-aide/view'
import { articleCite } from '@/lib/services/remboursement/data'

export const metadata: Metadata = { title: 'Demander une aide' }

export default async function AidesPage() {
  const acteur = await exigerAdherent()
  const { jour } = lireCadre()
  const contrats = await loadContratsAides(acteur, jour)
  const aides = proposer([...new Set(contrats.flatMap((contrat) => aidesDuContrat(contrat, jour)))])
  const avances = (await loadMesAvances(acteur)).map((lue) => voirAvance(lue, articleCite))
  return (
    <>
      <TitrePage titre="Demander une aide">
        <p>Choisissez une aide. Vous saurez si vous y avez droit, et de combien, avant de la demander.</p>
      </TitrePage>
      {aides.length === 0 ? (
        <EtatVide titre="Le règlement de votre contrat ne prévoit pas d’aide">
          <p>
            Si vous traversez un moment difficile, <a href="/adherent/messagerie/ecrire">écrivez-nous</a> :
            nous chercherons avec vous.
          </p>
        </EtatVide>
      ) : (
        <ul className="max-w-texte space-y-2">
          {aides.map(({ code, href, titre, phrase }) => (
            <li key={code}>
              <a href={href} className="inline-flex min-h-11 items-center font-semibold">
                {titre}
              </a>
              <p className="text-encre-douce">{phrase}</p>
            </li>
          ))}
        </ul>
      )}
      <Avances avances={avances} />
    </>
  )
}
