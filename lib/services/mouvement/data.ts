/** The reader's demande whose acceptance wrote an end that still stands; row level security hides what somebody else asked. */
const demande = (types: string, fin: string, plus = ''): string =>
  `(SELECT d.id::text FROM demandes d WHERE d.adhesion_id = a.id AND d.resultat->>'verdict' = 'ACCEPTEE'
      AND d.resultat #>> '{effet,changement,type}' IN (${types}) ${plus}
      AND coalesce(d.resultat #>> '{effet,changement,jusquAu}', d.resultat #>> '{effet,changement,dernierJour}') = ${fin}::text
    ORDER BY d.close_le DESC, d.id LIMIT 1)`

/** The one that ended the adhésion « a ». */
export const DEMANDE_DE_FIN = demande("'FIN', 'MAINTIEN'", 'a.date_fin')

/** The one that ended the line « b » of the adhésion « a ». */
export const DEMANDE_DE_SORTIE = demande(
  "'SORTIE'",
  'b.au',
  "AND d.resultat #>> '{effet,changement,beneficiaireId}' = b.id::text",
)
