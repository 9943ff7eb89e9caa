import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { BoutonAction } from '@/components/acces/bouton-action'
import { adresseCorbeille, Filtres, ParNumero } from '@/components/corbeille/filtres'
import { ListeDemandes } from '@/components/corbeille/liste-demandes'
import { Ponctualite } from '@/components/corbeille/ponctualite'
import { Message } from '@/components/ui/message'
import { TitrePage } from '@/components/ui/titre-page'
import { PHRASES_CORBEILLE } from '@/lib/lexique/demandes'
import { exigerGestion } from '@/lib/server/session'
import { refuserPage } from '@/lib/server/traces'
import { loadCorbeille, loadObjets, trouverDemande } from '@/lib/services/corbeille/data'
import { filtresCorbeilleSchema, numeroChercheSchema } from '@/lib/services/corbeille/schema'
import { prendreLaSuivante } from './actions'

export const metadata: Metadata = { title: 'Demandes à traiter' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function Page({ searchParams }: Props) {
  const acteur = await exigerGestion('GESTIONNAIRE', 'COMPTABLE', 'SUPERVISEUR', 'MEDECIN_CONSEIL')
  const demandes = await searchParams
  const filtres = filtresCorbeilleSchema.parse(demandes)
  const cherche = numeroChercheSchema.parse(demandes.numero ?? null)
  const trouvee = cherche?.numero ? await trouverDemande(acteur, cherche.numero) : null
  if (trouvee !== null) redirect(trouvee.href)
  const page = await loadCorbeille(acteur, filtres, loadObjets())
  if (page === null) return refuserPage(acteur)
  return (
    <>
      <TitrePage titre="Demandes à traiter">
        <p>
          Celles de vos équipes, la plus pressante d’abord. Chacune dit qui l’a et jusqu’à quand ; celle que
          vous prenez n’est plus proposée à personne.
        </p>
      </TitrePage>
      {demandes.rien === 'oui' ? (
        <div className="mb-6">
          <Message>Rien n’attend dans vos équipes.</Message>
        </div>
      ) : null}
      {cherche === null ? null : (
        <div className="mb-6">
          <Message>
            Aucune demande de vos équipes n’a le numéro « {cherche.ecrit} ». Un numéro s’écrit D-000123.
          </Message>
        </div>
      )}
      <div className="mb-8">
        <BoutonAction
          poids="principal"
          action={prendreLaSuivante}
          caches={{ equipe: filtres.equipe ?? '', derniere: page.derniere ?? '' }}
        >
          Prendre la suivante
        </BoutonAction>
      </div>
      <ParNumero ecrit={cherche?.ecrit ?? ''} />
      <Filtres filtres={filtres} comptes={page.comptes} equipes={page.equipes} />
      <ListeDemandes
        lignes={page.lignes}
        debut={filtres.apres === null ? null : adresseCorbeille(filtres)}
        suite={page.suite === null ? null : adresseCorbeille(filtres, page.suite)}
        vide={PHRASES_CORBEILLE[filtres.vue]}
      />
      {page.ponctualite === null ? null : <Ponctualite lignes={page.ponctualite} />}
    </>
  )
}
