import { AccueilPublic } from '@/components/cadre/accueil-public'
import { lireCadre } from '@/lib/services/cadre/data'

export default function AccueilPage() {
  return <AccueilPublic organisme={lireCadre().organisme} />
}
