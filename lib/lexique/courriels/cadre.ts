/** What every mail is made of. Neither act, nor amount, nor number: a mailbox may be shared, and is read over shoulders. */
export type CodeModele =
  | 'CONFIRMATION_ADRESSE'
  | 'ACCES_PERDU'
  | 'MOT_DE_PASSE_CHANGE'
  | 'DOCUMENT_DISPONIBLE'
  | 'SEIZE_ANS'
  | 'NOUVELLE_ADRESSE_A_CONFIRMER'
  | 'NOUVELLE_ADRESSE_DEMANDEE'
  | 'ADRESSE_CHANGEE'
  | 'RIB_CHANGE'
  | 'DEMANDE'
  | 'RIB_ANNULE'
  | 'DEMANDES_EN_RETARD'
  | 'ACCORD_LECTURE'
  | 'VIREMENT_PARTI'
  | 'PRELEVEMENT_ANNONCE'
  | 'DELEGATION_PROPOSEE'
  | 'DELEGATION_CHANGEE'
  | 'DELEGATION_DONNEE'
  | 'MESURE_INSCRITE'
  | 'DONNEES_EFFACEES'
  | 'NOUVEL_APPAREIL'
  | 'FACTEUR_AJOUTE'
  | 'FACTEUR_RETIRE'
  | 'LEVEE_DEMANDEE'
  | 'LEVEE_FAITE'
  | 'IDENTITE_RELIEE'
  | 'IDENTITE_RETIREE'
  | 'CODE_ACCES_CHANGE'
  | 'CONNEXIONS_FERMEES'
  | 'COMPTE_SUSPENDU'
  | 'COMPTE_ROUVERT'
  | 'SECOND_FACTEUR_REFUSE'

export interface Modele {
  readonly code: CodeModele
  readonly sujet: string
  readonly texte: string
  readonly html: string
}

export interface Signature {
  readonly nom: string
  readonly telephone: string
  readonly horaires: string
}

export interface Lien {
  readonly libelle: string
  readonly url: string
}

interface Redaction {
  readonly code: CodeModele
  readonly sujet: string
  readonly paragraphes: readonly string[]
  readonly liens: readonly Lien[]
  readonly fin: readonly string[]
}

const ENTITES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const html = (texte: string): string => texte.replace(/[&<>"']/g, (signe) => ENTITES[signe] ?? signe)

const AVIS =
  'Message automatique : votre réponse ne serait pas lue. Nous ne vous demandons jamais votre mot de passe.'

/**
 * Colours are left to the reader's programme (light or dark): nothing sets one without the other. No picture, no script, no style, no
 * address but the portal's own; a heading, paragraphs and links are all a screen reader meets.
 */
const page = (titre: string, nom: string, corps: string): string => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${html(titre)}</title></head>
<body><div style="max-width:36em;margin:0 auto;padding:1em;font:18px/1.55 Arial,Helvetica,sans-serif">
<p><strong>${html(nom)}</strong></p>
<h1 style="font-size:1.3em;line-height:1.3">${html(titre)}</h1>
${corps}
</div></body></html>
`

/** The same words twice: plain text, and HTML. */
export function composer(
  { code, sujet, paragraphes, liens, fin }: Redaction,
  { nom, telephone, horaires }: Signature,
): Modele {
  const pied = [nom, `${telephone}, ${horaires}`, AVIS]
  const texte = [
    ...paragraphes,
    ...liens.map(({ libelle, url }) => `${libelle} :\n${url}`),
    ...fin,
    ['--', ...pied].join('\n'),
  ].join('\n\n')
  const corps = [
    ...paragraphes.map((p) => `<p>${html(p)}</p>`),
    ...liens.map(
      ({ libelle, url }) =>
        `<p><a href="${html(url)}">${html(libelle)}</a><br><span style="overflow-wrap:anywhere">${html(url)}</span></p>`,
    ),
    ...fin.map((p) => `<p>${html(p)}</p>`),
    `<hr><p>${pied.map(html).join('<br>')}</p>`,
  ].join('\n')
  return { code, sujet, texte: `${texte}\n`, html: page(sujet, nom, corps) }
}
