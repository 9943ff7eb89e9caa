import type { Metadata } from 'next'
import { Terme } from '@/components/aide/terme'
import { SoinsReserves } from '@/components/beneficiaire/soins-reserves'
import { MesPrises } from '@/components/prise-en-charge/mes-prises'
import { TitrePage } from '@/components/ui/titre-page'
import { exigerAdherent } from '@/lib/server/session'
import { lireCadre } from '@/lib/services/cadre/data'
import { loadLectures } from '@/lib/services/lecture-soins/data'
import { voirReserves } from '@/lib/services/lecture-soins/view'
import { loadMesPrises } from '@/lib/services/prise-en-charge/data'
import { suiteSchema } from '@/lib/services/prise-en-charge/schema'
import { voirPrises } from '@/lib/services/prise-en-charge/view'
import { articleCite } from '@/lib/services/remboursement/data'

export const metadata: Metadata = { title: 'Mes devis et prises en charge' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export default async function PrisesEnChargePage({ searchParams }: Props) {
  const portee = await exigerAdherent()
  const avant = suiteSchema.parse((await searchParams).avant ?? null)
  const vue = voirPrises(await loadMesPrises(portee, avant), {
    article: articleCite,
    adhesions: portee.adhesions,
    jour: lireCadre().jour,
  })
  const reserves = voirReserves(await loadLectures(portee), lireCadre().jour, articleCite)
  return (
    <>
      <TitrePage titre="Mes devis et prises en charge">
        <p>
          Une prise en charge nous engage à payer un hôpital, un opticien ou un dentiste. Un{' '}
          <Terme id="devis">devis</Terme> étudié dit ce que nous paierions.
        </p>
      </TitrePage>
      <MesPrises vue={vue} plusLoin={avant !== null} />
      <SoinsReserves reserves={reserves} titre="Des demandes que vous ne voyez pas" />
    </>
  )
}
