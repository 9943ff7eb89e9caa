import { expect, test } from 'vitest'
import { texteCherche } from '@/lib/lexique/aide/recherche'
import { THEMES } from '@/lib/lexique/aide/toute-l-aide'

/**
 * What the two FAQs of the sources answer, subject by subject in their order, and the text of ours that answers it. « q/ » a question, « t/ »
 * a word of the glossary. The first FAQ keeps its answers without its questions: the subject is the one of the answer.
 */
const FAQ: readonly (readonly [sujet: string, id: string])[] = [
  // Mutame & Plus, the contract
  ['quel contrat pour un agent territorial', 'q/adherer'],
  ['quel contrat pour qui n’est pas agent', 'q/adherer'],
  ['une entreprise cherche un contrat obligatoire', 'q/adherer'],
  ['un bénéficiaire de la Complémentaire santé solidaire', 'q/adherer'],
  ['quand reçoit-on l’échéancier', 'q/echeancier'],
  ['où lire son contrat et ses cotisations', 'q/echeancier'],
  ['changer d’option', 'q/changer-d-option'],
  ['demander un document sur son contrat', 'q/attestations'],
  ['déclarer un conjoint ou un enfant', 'q/ajouter-un-beneficiaire'],
  ['deux conjoints agents adhèrent chacun', 'q/couple-d-agents'],
  ['un nouveau-né, un enfant adopté', 'q/naissance'],
  ['un enfant majeur', 'q/enfant-majeur'],
  ['un agent qui part garde son contrat', 'q/quitter-son-employeur'],
  ['une situation familiale, un téléphone, une banque qui change', 'q/changement-de-situation'],
  ['un décès', 'q/deces'],
  ['un déménagement, une autre caisse', 'q/demenager'],
  ['à quoi sert la carte', 'q/carte'],
  ['quand la carte est envoyée', 'q/recevoir-ma-carte'],
  ['dispense du contrat d’un employeur', 'q/contrat-obligatoire'],
  ['ce qu’on perd en partant', 'q/contrat-obligatoire'],
  ['résilier dans la première année, puis après', 'q/partir'],
  ['l’avis d’échéance tardif', 'q/partir'],
  ['un ayant droit qui part en cours d’année', 'q/retirer-un-beneficiaire'],
  // Mutame & Plus, guarantees and reimbursements
  ['contrat solidaire et responsable', 't/contrat-responsable'],
  ['base de remboursement', 't/base-de-remboursement'],
  ['ticket modérateur', 't/ticket-moderateur'],
  ['participation forfaitaire', 't/participation-forfaitaire'],
  ['franchises', 't/franchise'],
  ['tiers payant', 't/tiers-payant'],
  ['le pharmacien et le générique', 'q/avance-de-frais'],
  ['reste à charge', 't/reste-a-charge'],
  ['dépassements d’honoraires', 'q/depassement'],
  ['Optam', 't/dptam'],
  ['100 % santé', 't/cent-pour-cent-sante'],
  ['comment une prestation se calcule', 'q/comment-se-calcule'],
  ['sous combien de temps on est remboursé', 'q/delai-de-remboursement'],
  ['ce qu’est la télétransmission', 't/teletransmission'],
  ['la demander, quitter l’ancienne mutuelle', 'q/gerer-la-teletransmission'],
  ['savoir si elle fonctionne', 'q/gerer-la-teletransmission'],
  ['deux mutuelles se chevauchent', 'q/gerer-la-teletransmission'],
  ['le complément d’une seconde mutuelle', 'q/deux-mutuelles'],
  ['les conventions de tiers payant', 'q/avance-de-frais'],
  ['envoyer un décompte ou une facture', 'q/envoyer-une-facture'],
  ['lire ses remboursements, filtrer', 'q/consulter-mes-remboursements'],
  ['limites et forfaits', 'q/limites'],
  ['relevés de prestation', 'q/releves'],
  ['lire ses garanties', 'q/mes-garanties'],
  ['un soin est-il pris en charge', 'q/mes-garanties'],
  ['l’assistance, dans l’espace et au téléphone', 'q/assistance'],
  ['le devis', 't/devis'],
  ['le devis avant un soin', 'q/avant-un-soin'],
  ['les indemnités journalières', 'q/arret-de-travail'],
  // Mutame & Plus, the space
  ['créer son espace', 'q/creer-mon-compte'],
  ['numéro d’adhérent et code d’accès', 'q/numero-adherent'],
  ['deux conjoints, un e-mail', 'q/deux-conjoints-un-email'],
  ['accès perdus', 'q/mot-de-passe'],
  ['mon compte extranet', 'q/mon-compte'],
  ['écrire un message, sous 48 heures', 'q/ecrire'],
  ['une urgence, l’agence', 'q/nous-contacter'],
  ['changer ses coordonnées', 'q/changement-de-situation'],
  ['changer de RIB', 'q/changer-de-rib'],
  ['retrouver devis et prises en charge', 'q/devis-et-prises-en-charge'],
  // Mutame & Plus, prévoyance
  ['souscrire une prévoyance, son prix', 'q/prevoyance'],
  ['accident, dépendance, décès, obsèques', 'q/prevoyance'],
  ['prévoyance et indemnités journalières', 'q/arret-de-travail'],
  ['ouvrir les droits d’une prévoyance', 'q/prevoyance'],
  // Mutame & Plus, employers, professionals
  ['cotisations à retenir, espace employeur', 'q/employeur-cotisations'],
  ['l’employeur demande des indemnités', 'q/indemnites-journalieres'],
  ['un agent quitte la collectivité', 'q/employeur-depart'],
  ['rendre l’état de cotisation', 'q/employeur-cotisations'],
  ['accords de tiers payant, convention', 'q/professionnel-tiers-payant'],
  ['la demande de remboursement électronique', 'q/professionnel-dre'],
  ['la table de convention', 'q/professionnel-dre'],
  ['l’espace des professionnels, leurs paiements', 'q/professionnel-paiements'],
  ['les droits d’un patient', 'q/professionnel-droits'],
  ['dérogation optique', 'q/opticien'],
  ['lentilles', 'q/opticien'],
  // Mieux-Etre
  ['avantages de l’espace', 'q/mon-espace'],
  ['une adresse e-mail est-elle obligatoire', 'q/email-obligatoire'],
  ['où trouver son numéro d’adhérent', 'q/numero-adherent'],
  ['contacter la mutuelle', 'q/nous-contacter'],
  ['une agence proche', 'q/nous-contacter'],
  ['consulter ses décomptes', 'q/consulter-mes-remboursements'],
  ['activer la télétransmission, ou la refuser', 'q/gerer-la-teletransmission'],
  ['ajouter ou retirer, contrat individuel', 'q/retirer-un-beneficiaire'],
  ['ajouter ou retirer, contrat collectif', 'q/ajouter-un-beneficiaire'],
  ['le complément après une première mutuelle', 'q/deux-mutuelles'],
  ['quand vient la carte', 'q/recevoir-ma-carte'],
  ['quitter son entreprise', 'q/quitter-son-employeur'],
  ['le numéro de Sécurité sociale à 16 ans', 'q/seize-ans'],
  ['faire une réclamation', 'q/reclamation'],
  ['prise en charge hospitalière', 'q/hopital'],
  ['changer de RIB, ailleurs que dans l’espace', 'q/changer-de-rib'],
  ['changer d’adresse', 'q/demenager'],
]

const IDS = new Set(texteCherche().map(({ id }) => id))

test.each(FAQ)('A39 : « %s », que répondent les FAQ, a sa réponse : %s', (_sujet, id) => {
  expect(IDS).toContain(id)
})

/** The words one would type, for what was missing: the answer must hold them, not only exist. */
test.each([
  ['q/ecrire', /messagerie/, '/adherent/messagerie/ecrire'],
  ['q/email-obligatoire', /^Oui/, '/creer-mon-compte'],
  ['q/couple-d-agents', /chacun/, '/adherent/contrats/que-puis-je-faire'],
  ['q/recevoir-ma-carte', /quinzaine de jours/, '/adherent/carte'],
  ['q/assistance', /jour et nuit/, '/adherent/garanties'],
  ['q/nous-contacter', /guichet/, '/'],
  ['q/prevoyance', /conseiller/, '/adherent/messagerie/ecrire'],
  ['q/employeur-cotisations', /retenir/, '/'],
  ['q/professionnel-tiers-payant', /aucune convention/, '/'],
  ['q/professionnel-dre', /table de convention/, '/'],
  ['q/opticien', /lentilles/, '/'],
  ['q/gerer-la-teletransmission', /Pour l’arrêter/, '/adherent/coordonnees/teletransmission'],
])('A39 : %s dit %s et mène à %s', (id, dit, href) => {
  const question = THEMES.flatMap(({ questions }) => questions).find((q) => `q/${q.id}` === id)
  expect(question?.reponse.join(' ')).toMatch(dit)
  expect(question?.liens.map((lien) => lien.href)).toContain(href)
})
