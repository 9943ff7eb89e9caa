import { formatDateEnLettres } from '@/lib/lexique/formats'
import type { Bloc, Papier as UnPapier } from '@/lib/papiers/papier'
import { CarteTiersPayant } from './carte-tiers-payant'
import { CodeVerification } from './code-verification'
import { Fiche } from './fiche'
import { Lignes } from './lignes'
import { Tableau } from './tableau'

/** The page twin of a paper: the same texts in the same order as its PDF, laid out for a screen and for a browser's print. */
export function Papier({ papier }: { readonly papier: UnPapier }) {
  const { emetteur, destinataire, verification } = papier
  return (
    <article data-fait="DOCUMENT" className="space-y-6 wrap-break-word" lang={papier.langue}>
      <header className="flex min-w-0 flex-wrap justify-between gap-x-10 gap-y-5">
        <div>
          <p className="text-lg font-bold text-action">
            <Lignes texte={emetteur.nom} />
          </p>
          <address className="text-sm text-encre-douce not-italic">
            {[...emetteur.adresse, ...emetteur.contact].map((ligne) => (
              <span key={ligne} className="block">
                <Lignes texte={ligne} />
              </span>
            ))}
          </address>
        </div>
        {destinataire === null ? null : (
          <p className="self-end border-l-2 border-action pl-4">
            <strong className="block">
              <Lignes texte={destinataire.nom} />
            </strong>
            {destinataire.lignes.map((ligne) => (
              <span key={ligne} className="block">
                <Lignes texte={ligne} />
              </span>
            ))}
          </p>
        )}
      </header>
      <div>
        <h1 className="text-2xl">
          <Lignes texte={papier.titre} />
        </h1>
        {papier.sousTitre === null ? null : (
          <p className="text-lg">
            <Lignes texte={papier.sousTitre} />
          </p>
        )}
        <p className="text-sm text-encre-douce">
          {[`Émis le ${formatDateEnLettres(papier.emisLe)}`, papier.reference].filter(Boolean).join(' · ')}
        </p>
      </div>
      {papier.blocs.map((bloc, rang) => (
        <BlocDePapier key={`${bloc.type}-${rang.toString()}`} bloc={bloc} />
      ))}
      {verification === null ? null : (
        <div className="border-t border-filet pt-5">
          <CodeVerification verification={verification} />
        </div>
      )}
      <footer className="space-y-1 border-t border-filet pt-4 text-sm text-encre-douce">
        {papier.mentions.map((mention) => (
          <p key={mention}>
            <Lignes texte={mention} />
          </p>
        ))}
        <p>
          {emetteur.nom}. {emetteur.forme}. SIREN {emetteur.siren}.
        </p>
      </footer>
    </article>
  )
}

const TONS = { NORMAL: '', FORT: 'font-bold' } as const

function BlocDePapier({ bloc }: { readonly bloc: Bloc }) {
  switch (bloc.type) {
    case 'titre':
      return (
        <h2 className="pt-2 text-xl">
          <Lignes texte={bloc.texte} />
        </h2>
      )
    case 'paragraphe':
      return (
        <p className={`max-w-texte ${TONS[bloc.ton]}`}>
          <Lignes texte={bloc.texte} />
        </p>
      )
    case 'liste':
      return (
        <ul className="max-w-texte list-disc space-y-1 pl-5">
          {bloc.elements.map((element) => (
            <li key={element}>
              <Lignes texte={element} />
            </li>
          ))}
        </ul>
      )
    case 'fiche':
      return <Fiche lignes={bloc.lignes} />
    case 'tableau':
      return <Tableau tableau={bloc} />
    case 'carte':
      return <CarteTiersPayant carte={bloc.carte} />
  }
}
