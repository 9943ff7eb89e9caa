import { Glose } from '@/components/aide/glose'
import { DESTINATAIRES } from '@/lib/lexique/donnees/phrases'

/** Who receives what we hold of somebody, and what of it. */
export const Destinataires = () => (
  <ul>
    {DESTINATAIRES.map(({ qui, quoi }) => (
      <li key={qui}>
        <strong>
          <Glose texte={qui} />
        </strong>{' '}
        : <Glose texte={quoi} />.
      </li>
    ))}
  </ul>
)
