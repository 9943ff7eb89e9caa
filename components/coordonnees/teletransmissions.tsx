import { Glose } from '@/components/aide/glose'
import type { TeletransmissionVue } from '@/lib/services/teletransmission/view'

export function Teletransmissions({ vues }: { readonly vues: readonly TeletransmissionVue[] }) {
  return (
    <ul className="space-y-8">
      {vues.map((t) => (
        <li
          key={t.personneId}
          className={`max-w-texte border-l-4 py-1 pl-5 ${t.aFaire ? 'border-a-faire' : 'border-filet'}`}
        >
          <h2 className="text-xl">
            {t.nom}
            {t.moi ? ' (vous)' : ''}
          </h2>
          <p data-fait="REGISTRE" className="font-semibold">
            {t.titre}
            {t.depuis === null ? '' : `, depuis le ${t.depuis}`}
          </p>
          <p className="mt-1">
            <Glose texte={t.phrase} />
          </p>
          <p className={`mt-3 font-semibold ${t.aFaire ? 'text-a-faire' : ''}`}>{t.quiAgit}</p>
          <p>
            <Glose texte={t.action} />
          </p>
          <p>
            {t.lettre ? (
              <a
                href={`/adherent/coordonnees/teletransmission/lettre?personne=${t.personneId}`}
                className="inline-flex min-h-11 items-center print:hidden"
              >
                Ouvrir la lettre à l’ancienne mutuelle de {t.nom}
              </a>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  )
}
