'use client'

// A client component for one reason: it asks the server again while a batch runs. Nothing is reloaded under the reader: the focus stays.
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const MILLISECONDES = 4000

export function Suivi() {
  const router = useRouter()
  useEffect(() => {
    const minuterie = setInterval(() => router.refresh(), MILLISECONDES)
    return () => clearInterval(minuterie)
  }, [router])
  return (
    <p className="mt-1 text-encre-douce">
      En cours. Le compte avance tout seul ; sans JavaScript,{' '}
      <a href="/gestion/releves">actualisez la page</a>.
    </p>
  )
}
