const DUREES = [
  {
    quoi: 'Contrat, bénéficiaires, coordonnées bancaires',
    duree: 'la durée de l’adhésion, puis celle des délais légaux de prescription',
  },
  {
    quoi: 'Ce que l’Assurance maladie nous dit de vos soins, et nos remboursements',
    duree: 'la durée de l’adhésion, puis celle des délais légaux de prescription et d’archivage',
  },
  {
    quoi: 'Pièces que vous nous envoyez (factures, justificatifs, photos)',
    duree: 'deux ans, le temps de la prescription, puis elles sont effacées',
  },
  {
    quoi: 'Messages, demandes, réclamations et nos réponses',
    duree: 'la durée de l’adhésion, puis celle des délais légaux de prescription',
  },
  { quoi: 'Compte en ligne', duree: 'tant qu’il est ouvert' },
  { quoi: 'Connexions', duree: 'douze heures au plus avant de devoir se reconnecter' },
  { quoi: 'Journal des actes faits dans le portail', duree: 'aussi longtemps que les actes qu’il prouve' },
] as const

/** How long each kind of data is kept: the same list wherever it is said. */
export const DureesConservation = () => (
  <dl className="divide-y divide-filet border-y border-filet">
    {DUREES.map(({ quoi, duree }) => (
      <div key={quoi} className="gap-6 py-2 sm:grid sm:grid-cols-2">
        <dt className="font-semibold">{quoi}</dt>
        <dd>{duree}</dd>
      </div>
    ))}
  </dl>
)
