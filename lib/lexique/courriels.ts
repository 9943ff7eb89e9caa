/** The mails of the doors. Neither act, nor amount, nor number: a mailbox may be shared, and is read over shoulders. */
export interface Modele {
  readonly sujet: string
  readonly texte: string
  readonly html: string
}

interface Signature {
  readonly nom: string
  readonly telephone: string
  readonly horaires: string
}

interface Lien {
  readonly libelle: string
  readonly url: string
}

const ENTITES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const html = (texte: string): string => texte.replace(/[&<>"']/g, (signe) => ENTITES[signe] ?? signe)

/** The same words twice: plain text, and HTML without a picture or a style from elsewhere. */
function composer(
  sujet: string,
  paragraphes: readonly string[],
  liens: readonly Lien[],
  fin: readonly string[],
  signature: Signature,
): Modele {
  const pied = [
    signature.nom,
    `${signature.telephone}, ${signature.horaires}`,
    'Message automatique : votre réponse ne serait pas lue. Nous ne vous demandons jamais votre mot de passe.',
  ]
  const texte = [
    ...paragraphes,
    ...liens.map(({ libelle, url }) => `${libelle} :\n${url}`),
    ...fin,
    ['--', ...pied].join('\n'),
  ].join('\n\n')
  const corps = [
    ...paragraphes.map((p) => `<p>${html(p)}</p>`),
    ...liens.map(({ libelle, url }) => `<p><a href="${html(url)}">${html(libelle)}</a><br>${html(url)}</p>`),
    ...fin.map((p) => `<p>${html(p)}</p>`),
    `<hr><p>${pied.map(html).join('<br>')}</p>`,
  ].join('\n')
  return {
    sujet,
    texte: `${texte}\n`,
    html: `<!doctype html>\n<html lang="fr"><head><meta charset="utf-8"><title>${html(sujet)}</title></head><body>\n${corps}\n</body></html>\n`,
  }
}

export const courrielConfirmation = (url: string, signature: Signature): Modele =>
  composer(
    'Confirmez votre adresse e-mail',
    [
      'Bonjour,',
      "Un espace adhérent vient d'être créé avec cette adresse e-mail. Pour l'ouvrir, confirmez que l'adresse est bien la vôtre.",
    ],
    [{ libelle: 'Confirmer mon adresse', url }],
    [
      'Ce lien sert une seule fois et pendant 24 heures.',
      "Si vous n'êtes pas à l'origine de cette création, ne cliquez pas : sans confirmation, l'espace ne s'ouvre pas.",
    ],
    signature,
  )

interface AccesPerdu {
  readonly prenom: string
  readonly url: string
}

/** Several accounts may share the address: one link each, by first name only. */
export const courrielAccesPerdu = (acces: readonly AccesPerdu[], signature: Signature): Modele =>
  composer(
    'Choisissez un nouveau mot de passe',
    [
      'Bonjour,',
      acces.length > 1
        ? 'Plusieurs espaces utilisent cette adresse e-mail. Choisissez le vôtre : les autres liens restent valables pour vos proches.'
        : 'Vous avez demandé à retrouver l’accès à votre espace.',
    ],
    acces.map(({ prenom, url }) => ({
      libelle: `Espace de ${prenom} : choisir un nouveau mot de passe`,
      url,
    })),
    [
      'Chaque lien sert une seule fois et pendant 30 minutes.',
      "Si vous n'avez rien demandé, ne faites rien : votre mot de passe actuel reste valable.",
    ],
    signature,
  )

export const courrielMotDePasseChange = (quand: string, urlAcces: string, signature: Signature): Modele =>
  composer(
    'Votre mot de passe a été changé',
    [
      'Bonjour,',
      `Le mot de passe de votre espace a été changé ${quand}. Toutes les connexions ouvertes ont été fermées.`,
    ],
    [{ libelle: "Ce n'était pas vous ? Demandez tout de suite un nouveau lien", url: urlAcces }],
    [],
    signature,
  )

/** Nothing of the care nor of the sum: a mail is read by others. */
export const courrielIndu = (url: string, signature: Signature): Modele =>
  composer(
    'Un remboursement a été repris : ce que cela change pour vous',
    [
      'Bonjour,',
      'Un remboursement que nous vous avions versé a été annulé depuis. Votre espace explique lequel, pourquoi, et comment la somme sera rendue.',
    ],
    [{ libelle: 'Lire l’explication dans mon espace', url }],
    [
      'Rien n’est retenu pour le moment. Si vous n’êtes pas d’accord, ou si vous préférez rendre cette somme en plusieurs fois, appelez-nous.',
    ],
    signature,
  )
