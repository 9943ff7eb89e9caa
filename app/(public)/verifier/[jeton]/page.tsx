import type { Metadata } from 'next'
import { Verification } from '@/components/document/verification'
import { instantEnMots } from '@/lib/lexique/attente'
import { compterEssai, type RegleFrein, TropDEssais } from '@/lib/server/frein'
import { organisme } from '@/lib/server/organisme'
import { visiteCourante } from '@/lib/server/session'
import { verifierDocument } from '@/lib/services/document/data'
import { jetonSchema } from '@/lib/services/document/schema'

export const metadata: Metadata = {
  title: 'Vérifier un document',
  robots: { index: false, follow: false },
}

/** A pharmacy's counter checks a few cards a minute; nobody guesses 256 bits, and nobody gathers them here either. */
const LIMITE: RegleFrein = { libres: 60, fenetreSecondes: 600, attenteSecondes: () => null }

interface Props {
  readonly params: Promise<{ readonly jeton: string }>
}

export default async function VerifierPage({ params }: Props) {
  const visite = await visiteCourante()
  const { nom, telephone, horaires } = organisme()
  const contact = { nom, telephone, horaires }
  try {
    await compterEssai(`verifier:${visite.adresse}`, LIMITE, visite.instant)
  } catch (erreur) {
    if (!(erreur instanceof TropDEssais)) throw erreur
    return <Verification contact={contact} attente={instantEnMots(erreur.jusqu)} vue={null} />
  }
  const jeton = jetonSchema.safeParse((await params).jeton)
  const vue = jeton.success ? await verifierDocument(jeton.data) : null
  return <Verification contact={contact} attente={null} vue={vue} />
}
