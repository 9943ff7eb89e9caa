import { Bandeau } from '@/components/ui/bandeau'
import { formatDateEnLettres } from '@/lib/lexique/formats'
import type { DateCivile } from '@/lib/rules/date/date-civile'

export function BandeauDemonstration({ jour }: { readonly jour: DateCivile }) {
  return (
    <Bandeau etiquette="Démonstration">
      <strong>Démonstration :</strong> la mutuelle et les personnes sont fictives. Nous sommes le{' '}
      {formatDateEnLettres(jour)}.
    </Bandeau>
  )
}
