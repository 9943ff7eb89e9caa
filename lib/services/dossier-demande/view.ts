import type { DemandeVue } from '../mes-demandes/view'

/** The whole of a demande as one readable page, for a mediator, a judge, or oneself: nothing to install, nothing from elsewhere. */
export interface EnteteDossier {
  readonly organisme: string
  readonly adresse: readonly string[]
  readonly demandeur: string
  readonly numeroAdherent: string | null
  readonly fait: string
}

export interface PieceDuDossier {
  /** Its name in the archive; null: it could not be joined. */
  readonly fichier: string | null
  readonly nom: string
}

const ENTITES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const e = (texte: string): string => texte.replace(/[&<>"']/g, (signe) => ENTITES[signe] ?? signe)

const section = (titre: string, corps: string): string =>
  corps === '' ? '' : `<section><h2>${e(titre)}</h2>${corps}</section>`
const liste = (lignes: readonly string[]): string =>
  lignes.length === 0 ? '' : `<ul>${lignes.map((ligne) => `<li>${ligne}</li>`).join('')}</ul>`
const raisons = (etapes: readonly { readonly phrase: string; readonly article: string }[]): string =>
  liste(etapes.map(({ phrase, article }) => `${e(phrase)}<br><small>${e(article)}</small>`))

function ecrireResultat({ resultat }: DemandeVue): string {
  if (resultat === null) return ''
  const verdict = { ACCEPTEE: 'Acceptée', REFUSEE: 'Refusée', DEFAITE: 'Décision annulée ensuite' }[
    resultat.verdict
  ]
  const lignes = resultat.lignes.map(
    ({ libelle, avant, apres }) => `${e(libelle)} : ${avant === null ? '' : `${e(avant)} → `}${e(apres)}`,
  )
  return `<p><strong>${verdict}.</strong> ${e(resultat.phrase ?? '')}</p>${resultat.possible === null ? '' : `<p>${e(resultat.possible)}</p>`}${liste(lignes)}${raisons(resultat.etapes)}`
}

const ecrireFil = ({ fil }: DemandeVue, organisme: string): string =>
  fil
    .map(
      (m) =>
        `<article><h3>${m.deGestion ? e(organisme) : 'La personne'}, le ${e(m.le)}</h3>${m.texte
          .split(/\n+/)
          .map((p) => `<p>${e(p)}</p>`)
          .join('')}<p><small>${e(m.etats.join(' · '))}</small></p></article>`,
    )
    .join('')

const ecrirePieces = (pieces: readonly PieceDuDossier[]): string =>
  liste(
    pieces.map(({ fichier, nom }) =>
      fichier === null
        ? `${e(nom)} (n’est plus conservée)`
        : `<a href="${e(encodeURI(fichier))}">${e(nom)}</a>`,
    ),
  )

function ecrireDelais(d: DemandeVue): string {
  const limite =
    d.limite === null
      ? ''
      : `<p>${e(d.limite.arretee ?? `Réponse due avant le ${d.limite.phrase}.`)}</p>${raisons(d.limite.etapes)}`
  const retard = d.retard.map((phrase) => `<p>${e(phrase)}</p>`).join('')
  const m = d.mediation
  const mediation = m === null ? '' : `<p>Médiateur : ${e(m.quand)}</p>${raisons(m.etapes)}`
  return `${limite}${retard}${mediation}`
}

export function ecrireDossier(
  d: DemandeVue,
  entete: EnteteDossier,
  pieces: readonly PieceDuDossier[],
): string {
  const numero = entete.numeroAdherent === null ? '' : `, n° d’adhérent ${e(entete.numeroAdherent)}`
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${e(d.titre)} ${e(d.numero)}</title>
<style>body{font:1.05rem/1.55 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1c1b18;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2rem;border-top:1px solid #999;padding-top:1rem}article{border-left:4px solid #ccc;padding-left:1rem;margin:1rem 0}
h3{font-size:1rem;margin:0}small{color:#555}</style></head><body>
<h1>${e(d.titre)} ${e(d.numero)}</h1>
<p>${e(entete.organisme)}, ${e(entete.adresse.join(', '))}<br>${e(entete.demandeur)}${numero}<br>Dossier fait le ${e(entete.fait)}. État : ${e(d.etat)}.</p>
${section('Ce qui est demandé', liste([...(d.sujet === null ? [] : [e(d.sujet)]), ...d.faits.map(({ libelle, valeur }) => `${e(libelle)} : ${e(valeur)}`)]))}
${section('Décision', ecrireResultat(d))}
${section('Échanges', ecrireFil(d, entete.organisme))}
${section('Délais', ecrireDelais(d))}
${section('Histoire', liste(d.histoire.map(({ le, phrase }) => `${e(le)} : ${e(phrase)}`)))}
${section('Pièces', ecrirePieces(pieces))}
</body></html>
`
}
