interface Props {
  /** Who signs. */
  readonly signataire: string
  readonly adresse: readonly string[]
  /** Whose exchange is to stop. */
  readonly personne: string
  readonly moi: boolean
  readonly jour: string
  readonly organisme: string
}

/** Made to be printed, or copied into one's own words: what we cannot know is left to fill in. */
export function LettreAncienneMutuelle({ signataire, adresse, personne, moi, jour, organisme }: Props) {
  return (
    <div
      data-fait="DOCUMENT"
      className="max-w-texte space-y-6 border-2 border-filet bg-feuille p-6 print:border-0 print:p-0"
    >
      <div>
        <p className="font-semibold">{signataire}</p>
        {adresse.length === 0 ? <p>(votre adresse)</p> : adresse.map((ligne) => <p key={ligne}>{ligne}</p>)}
      </div>
      <p>(nom et adresse de votre ancienne mutuelle)</p>
      <p>N° d’adhérent chez vous : (à compléter)</p>
      <p>Le {jour}</p>
      <p className="font-semibold">Objet : arrêt de la télétransmission (NOEMIE)</p>
      <p>Madame, Monsieur,</p>
      <p>
        Le contrat qui {moi ? 'me couvrait' : `couvrait ${personne}`} chez vous a pris fin. L’Assurance
        maladie continue pourtant de vous transmettre {moi ? 'mes' : 'ses'} décomptes, ce qui l’empêche de les
        transmettre à {organisme}, qui est maintenant {moi ? 'ma' : 'sa'} mutuelle.
      </p>
      <p>
        Je vous demande de mettre fin, auprès de l’Assurance maladie, à la télétransmission des décomptes de{' '}
        {personne}, et de m’en donner la confirmation écrite avec la date d’arrêt.
      </p>
      <p>Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.</p>
      <p>{signataire}</p>
    </div>
  )
}
