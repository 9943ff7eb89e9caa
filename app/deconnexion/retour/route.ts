import { redirect } from 'next/navigation'

/** Where a provider sends the browser back, once it too has logged the person out. */
export function GET(): never {
  redirect('/connexion?info=sortie')
}
