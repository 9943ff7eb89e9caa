export default function Accueil() {
  return (
    <main>
      <h1>Portail</h1>
    </main>
  )
}
