import type { ReactNode } from 'react'
import { Promesse } from '@/components/demande/promesse'
import { DureesConservation } from '@/components/legal/durees'
import { Message } from '@/components/ui/message'
import { TitrePage } from '@/components/ui/titre-page'
import { PHRASES_DONNEES } from '@/lib/lexique/donnees/phrases'
import type { PromesseVue } from '@/lib/services/mes-demandes/view'
import { Destinataires } from './destinataires'

export const TITRE_MES_DONNEES = 'Mes données'

interface Props {
  readonly dpo: string
  readonly promesse: PromesseVue
  /** Address of a copy that is ready; null: none is asked for; `PERDUE`: it can no longer be taken. */
  readonly copie: { readonly href: string } | 'PERDUE' | null
  /** The form that asks for a copy. */
  readonly children: ReactNode
}

/** What we hold, why, for how long, who receives it, and every right on it. */
export const MesDonnees = ({ dpo, promesse, copie, children }: Props) => (
  <>
    <TitrePage titre={TITRE_MES_DONNEES}>
      <p>Ce que nous savons de vous, pourquoi, pour combien de temps, et ce que vous pouvez en faire.</p>
    </TitrePage>
    <section aria-labelledby="copie">
      <h2 id="copie" className="text-xl">
        Recevoir une copie de tout
      </h2>
      <p className="texte mt-2">
        Un fichier ZIP avec une page à lire, un fichier pour ordinateur, et vos papiers et pièces, pièces
        médicales comprises. Gardez-le en lieu sûr : il contient votre numéro de sécurité sociale et vos
        soins.
      </p>
      {copie === 'PERDUE' ? <Message>{PHRASES_DONNEES.EXPORT_PERDU}</Message> : null}
      {copie === null || copie === 'PERDUE' ? (
        children
      ) : (
        <Message>
          {PHRASES_DONNEES.EXPORT_PRET}{' '}
          <a href={copie.href} className="inline-flex min-h-11 items-center font-semibold">
            Télécharger mes données
          </a>
        </Message>
      )}
    </section>
    <Droits promesse={promesse} />
    <section aria-labelledby="durees" className="texte mt-12">
      <h2 id="durees">Ce que nous gardons, combien de temps et pourquoi</h2>
      <DureesConservation />
      <h2>Qui les reçoit</h2>
      <Destinataires />
      <h2>À qui en parler</h2>
      <p className="wrap-anywhere">
        À notre délégué à la protection des données : <a href={`mailto:${dpo}`}>{dpo}</a>. Les notes internes
        de nos équipes ne sont pas dans la copie : il vous les donne, une fois retiré ce qu’elles disent
        d’autres personnes. Si notre réponse ne vous convient pas, vous pouvez saisir la CNIL :{' '}
        <a href="https://www.cnil.fr/fr/plaintes">cnil.fr/fr/plaintes</a>.
      </p>
    </section>
  </>
)

const DEMANDER = '/adherent/demandes/mes-donnees?sujet='
const ACTES = [
  {
    href: '/adherent/coordonnees',
    libelle: 'Changer moi-même mes coordonnées',
    phrase: 'Adresse, téléphones, e-mail, compte bancaire.',
  },
  {
    href: `${DEMANDER}RECTIFICATION`,
    libelle: 'Faire corriger',
    phrase: 'Un nom mal écrit, une date de naissance fausse.',
  },
  {
    href: `${DEMANDER}EFFACEMENT`,
    libelle: 'Faire effacer',
    phrase:
      'Tant que vous êtes couvert, ce qui sert au contrat reste ; nous vous disons quoi, et jusqu’à quand.',
  },
  {
    href: `${DEMANDER}OPPOSITION`,
    libelle: 'Refuser un usage',
    phrase: 'Quand il repose sur notre intérêt légitime.',
  },
] as const

const Droits = ({ promesse }: { readonly promesse: PromesseVue }) => (
  <section aria-labelledby="droits" className="mt-12">
    <h2 id="droits" className="text-xl">
      Corriger, effacer, refuser
    </h2>
    <ul className="mt-3 space-y-3">
      {ACTES.map(({ href, libelle, phrase }) => (
        <li key={href}>
          <a href={href} className="inline-flex min-h-11 items-center font-semibold">
            {libelle}
          </a>
          <span className="block text-encre-douce">{phrase}</span>
        </li>
      ))}
    </ul>
    <div className="mt-4">
      <Promesse promesse={promesse} />
    </div>
  </section>
)
