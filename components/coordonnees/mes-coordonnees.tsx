import type { ReactNode } from 'react'
import { Glose } from '@/components/aide/glose'
import { direNumeros, phraseSansCompte } from '@/lib/lexique/coordonnees'
import type { AdressesVues, AttenteCourriel, TelephonesLus } from '@/lib/services/coordonnees/view'
import type { ContratRibVu } from '@/lib/services/rib/view'
import type { TeletransmissionVue } from '@/lib/services/teletransmission/view'
import { Compte } from './rib'

interface Props {
  readonly email: string
  readonly attente: AttenteCourriel | null
  readonly telephones: TelephonesLus | null
  /** Null for an ayant droit, who has no letters of their own. */
  readonly membre: {
    readonly adresses: AdressesVues
    /** « relevés : papier, … » */
    readonly preferences: string
  } | null
  readonly comptes: readonly ContratRibVu[]
  readonly teletransmissions: readonly TeletransmissionVue[]
}

const ICI = '/adherent/coordonnees'

export function MesCoordonnees({ email, attente, telephones, membre, comptes, teletransmissions }: Props) {
  const numeros = telephones === null ? '' : direNumeros(telephones)
  return (
    <div className="space-y-10">
      {membre === null ? null : <Adresses {...membre.adresses} />}
      <Matiere titre="Mes téléphones" href={`${ICI}/telephones`} geste="Changer mes téléphones">
        <p>{numeros === '' ? 'Nous n’avons aucun numéro.' : numeros}</p>
      </Matiere>
      <Matiere titre="Mon adresse e-mail" href={`${ICI}/courriel`} geste="Changer mon adresse e-mail">
        <p className="wrap-anywhere">{email}</p>
        {attente === null ? null : (
          <p className="wrap-anywhere text-a-faire">
            {attente.nouveau} attend d’être confirmée : suivez le lien que nous y avons envoyé.
          </p>
        )}
      </Matiere>
      {comptes.map((contrat) => (
        <Comptes key={contrat.id} contrat={contrat} plusieurs={comptes.length > 1} />
      ))}
      <Matiere
        titre="Télétransmission avec l’Assurance maladie"
        href={`${ICI}/teletransmission`}
        geste="Voir quoi faire, personne par personne"
      >
        <ul className="space-y-1">
          {teletransmissions.map((t) => (
            <li key={t.personneId} data-fait="REGISTRE">
              {t.nom} : {t.titre.toLowerCase()}
              {t.aFaire ? <span className="font-semibold text-a-faire"> (à vous d’agir)</span> : null}
            </li>
          ))}
        </ul>
      </Matiere>
      {membre === null ? null : (
        <Matiere
          titre="Papier ou électronique"
          href={`${ICI}/preferences`}
          geste="Choisir papier ou électronique"
        >
          <p>
            <Glose texte={membre.preferences} />
          </p>
        </Matiere>
      )}
    </div>
  )
}

interface PropsMatiere {
  readonly titre: string
  readonly href: string
  readonly geste: string
  readonly children: ReactNode
}

function Matiere({ titre, href, geste, children }: PropsMatiere) {
  return (
    <section className="max-w-texte">
      <h2 className="text-xl">{titre}</h2>
      <div className="mt-2 space-y-1">{children}</div>
      <p>
        <a href={href} className="inline-flex min-h-11 items-center print:hidden">
          {geste}
        </a>
      </p>
    </section>
  )
}

function Adresses({ courante, prevues }: AdressesVues) {
  return (
    <Matiere titre="Mon adresse postale" href={`${ICI}/adresse`} geste="Changer mon adresse postale">
      {courante === null ? (
        <p>Nous n’avons pas d’adresse : vos courriers papier ne peuvent pas partir.</p>
      ) : (
        <Lignes lignes={courante.lignes} />
      )}
      {prevues.map((a) => (
        <div key={a.depuis} className="pt-2">
          <p data-fait="SAISIE" className="text-a-faire">
            À partir du {a.depuis} :
          </p>
          <Lignes lignes={a.lignes} />
        </div>
      ))}
    </Matiere>
  )
}

export const Lignes = ({ lignes }: { readonly lignes: readonly string[] }) => (
  <address className="not-italic wrap-anywhere">
    {lignes.map((ligne) => (
      <span key={ligne} className="block">
        {ligne}
      </span>
    ))}
  </address>
)

function Comptes({ contrat, plusieurs }: { readonly contrat: ContratRibVu; readonly plusieurs: boolean }) {
  const de = plusieurs ? `, contrat ${contrat.numeroAdherent}` : ''
  return (
    <>
      <Matiere
        titre={`Compte de mes remboursements${de}`}
        href={plusieurs ? `${ICI}/rib?contrat=${contrat.id}` : `${ICI}/rib`}
        geste={
          contrat.propre !== null && contrat.prestations === null
            ? 'Donner un compte à mon nom'
            : 'Changer le compte de mes remboursements'
        }
      >
        <Compte compte={contrat.prestations} vide={phraseSansCompte(contrat)} />
        {contrat.prestationsPrevu === null ? null : (
          <p data-fait="REGISTRE" className="text-a-faire">
            À partir du {contrat.prestationsPrevu.depuis} : compte qui finit par{' '}
            {contrat.prestationsPrevu.fin}, au nom de {contrat.prestationsPrevu.titulaire}.
          </p>
        )}
      </Matiere>
      {contrat.propre === null ? (
        <Matiere
          titre={`Compte de mes cotisations${de}`}
          href="/adherent/cotisations/prelevement"
          geste="Changer de compte, signer un mandat"
        >
          <Compte compte={contrat.cotisations} vide="Aucun compte : vos cotisations ne sont pas prélevées." />
        </Matiere>
      ) : null}
    </>
  )
}
