import { exigerAdherent, sessionCourante } from '@/lib/server/session'

export default async function Page() {
  await exigerAdherent()
  const session = await sessionCourante()
  return (
    <>
      <h1>Bonjour {session?.nomAffiche}</h1>
      <form action="/deconnexion" method="post">
        <button type="submit">Me déconnecter</button>
      </form>
    </>
  )
}
