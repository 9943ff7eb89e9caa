import type { Metadata } from 'next'
import { FormulaireAcces } from '@/components/acces/formulaire-acces'
import { Consentements } from '@/components/compte/consentements'
import { RetourCompte } from '@/components/compte/retour'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { aUnContrat } from '@/lib/services/coordonnees/access'
import { loadReponsesConditions } from '@/lib/services/mon-compte/data'
import { loadChoix } from '@/lib/services/preference-envoi/data'
import { voirPreferences } from '@/lib/services/preference-envoi/view'
import { accepterLesConditions } from '../actions'

const TITRE = 'Ce que j’ai accepté'
export const metadata: Metadata = { title: TITRE }

export default async function Page() {
  const acteur = await exigerAdherent()
  return (
    <>
      <RetourCompte espace="adherent" />
      <TitrePage titre={TITRE}>
        <p>
          Chaque accord, sa date et le texte sur lequel il porte. Rien n’est jamais effacé de cette liste.
        </p>
      </TitrePage>
      <Consentements
        conditions={await loadReponsesConditions(acteur)}
        envois={aUnContrat(acteur) ? voirPreferences(await loadChoix(acteur)) : null}
        accepter={
          <FormulaireAcces
            action={accepterLesConditions}
            titre={TITRE}
            organisme={lireCadre().organisme.nomCourt}
            champs={[
              { nom: 'accepte', libelle: 'J’accepte les conditions d’utilisation de ce jour', type: 'case' },
            ]}
            bouton="Accepter ces conditions"
          >
            <p>
              Elles ont changé depuis votre dernier accord : <a href="/conditions">relisez-les</a> d’abord.
            </p>
          </FormulaireAcces>
        }
      />
    </>
  )
}
