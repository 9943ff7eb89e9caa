/** A_VENIR : une règle viendra. HORS_PORTAIL : rien à décider par le portail. RENVOI : un autre article décide. */
export interface SansRegle {
  readonly etat: 'A_VENIR' | 'HORS_PORTAIL' | 'RENVOI'
  readonly raison: string
}

/** Ne fait que baisser : chaque règle écrite retire ses articles de la liste. */
export const PLAFOND_A_VENIR = 19

/** Les articles qu'aucune règle ne cite encore, et pourquoi. */
export const ARTICLES_SANS_REGLE: Readonly<Record<string, SansRegle>> = {
  'mieux-etre/faq-agences': {
    etat: 'HORS_PORTAIL',
    raison: 'information ou service, sans règle à appliquer',
  },
  'mieux-etre/faq-ayant-droit-individuel': {
    etat: 'RENVOI',
    raison: 'la démarche, sans règle : les pièces sont à l’article du contrat collectif',
  },
  'mieux-etre/faq-compte': { etat: 'HORS_PORTAIL', raison: 'information ou service, sans règle à appliquer' },
  'mieux-etre/faq-contact': {
    etat: 'HORS_PORTAIL',
    raison: 'information ou service, sans règle à appliquer',
  },
  'mieux-etre/faq-decomptes': {
    etat: 'HORS_PORTAIL',
    raison: 'information ou service, sans règle à appliquer',
  },
  'mieux-etre/faq-deux-mutuelles': { etat: 'A_VENIR', raison: 'seconde mutuelle' },
  'mieux-etre/faq-espace': { etat: 'HORS_PORTAIL', raison: 'information ou service, sans règle à appliquer' },
  'mieux-etre/faq-hospitalisation': { etat: 'A_VENIR', raison: 'prise en charge hospitalière et optique' },
  'mieux-etre/faq-numero': { etat: 'HORS_PORTAIL', raison: 'information ou service, sans règle à appliquer' },
  'mieux-etre/faq-reclamation': {
    etat: 'HORS_PORTAIL',
    raison: 'information ou service, sans règle à appliquer',
  },
  'mieux-etre/faq-teletransmission': {
    etat: 'HORS_PORTAIL',
    raison: 'information ou service, sans règle à appliquer',
  },
  'mutame-plus/faq-assistance': {
    etat: 'HORS_PORTAIL',
    raison: 'garantie d’un autre organisme, par sa propre notice',
  },
  'mutame-plus/faq-carte': { etat: 'HORS_PORTAIL', raison: 'information ou service, sans règle à appliquer' },
  'mutame-plus/faq-contrats': {
    etat: 'HORS_PORTAIL',
    raison: 'information ou service, sans règle à appliquer',
  },
  'mutame-plus/faq-deux-mutuelles': { etat: 'A_VENIR', raison: 'seconde mutuelle' },
  'mutame-plus/faq-devis': { etat: 'HORS_PORTAIL', raison: 'information ou service, sans règle à appliquer' },
  'mutame-plus/faq-opticiens': { etat: 'A_VENIR', raison: 'prise en charge hospitalière et optique' },
  'mutame-plus/faq-options': { etat: 'RENVOI', raison: 'renvoie au règlement du contrat' },
  'mutame-plus/faq-prevoyance': {
    etat: 'HORS_PORTAIL',
    raison: 'garantie d’un autre organisme, par sa propre notice',
  },
  'mutame-plus/faq-professionnels': {
    etat: 'HORS_PORTAIL',
    raison: 'information ou service, sans règle à appliquer',
  },
  'mutame-plus/faq-teletransmission': {
    etat: 'HORS_PORTAIL',
    raison: 'information ou service, sans règle à appliquer',
  },
  'mutame-plus/faq-tiers-payant': {
    etat: 'HORS_PORTAIL',
    raison: 'information ou service, sans règle à appliquer',
  },
  'mutame-smb/art-10': { etat: 'A_VENIR', raison: 'garanties et remboursements' },
  'mutame-smb/art-21': { etat: 'HORS_PORTAIL', raison: 'recours contre un tiers, traité hors du portail' },
  'mutame-smb/art-24-1': {
    etat: 'HORS_PORTAIL',
    raison: 'protection des données, tenue par le portail lui-même',
  },
  'mutame-smb/art-24-2': {
    etat: 'HORS_PORTAIL',
    raison: 'protection des données, tenue par le portail lui-même',
  },
  'mutame-smb/art-24-3': { etat: 'HORS_PORTAIL', raison: 'information ou service, sans règle à appliquer' },
  'mutame-smb/art-25': { etat: 'HORS_PORTAIL', raison: 'information ou service, sans règle à appliquer' },
  'mutame-smb/art-26': { etat: 'HORS_PORTAIL', raison: 'sanction que la mutuelle prononce après enquête' },
  'mutame-smb/art-27': {
    etat: 'HORS_PORTAIL',
    raison: 'décision des instances de la mutuelle, sans fait à juger',
  },
  'mutame-smb/art-4-c': { etat: 'RENVOI', raison: 'renvoie à l’article 17' },
  'mutame-smb/art-4-d': { etat: 'HORS_PORTAIL', raison: 'sanction que la mutuelle prononce après enquête' },
  'mutame-smb/art-7-12': {
    etat: 'HORS_PORTAIL',
    raison: 'garantie d’un autre organisme, par sa propre notice',
  },
  'mutame-smb/art-7-14': { etat: 'A_VENIR', raison: 'garanties et remboursements' },
  'mutame-smb/art-8': { etat: 'HORS_PORTAIL', raison: 'garantie d’un autre organisme, par sa propre notice' },
  'mutame-smb/art-9': { etat: 'A_VENIR', raison: 'garanties et remboursements' },
  'mutame-smb/def-delai-de-stage': { etat: 'A_VENIR', raison: 'garanties et remboursements' },
  'mutame-smb/def-enfant-a-charge': {
    etat: 'RENVOI',
    raison: 'définition que reprend l’article 5, plus favorable, avec ses âges et ses preuves',
  },
  'mutami/annexe-2': { etat: 'A_VENIR', raison: 'garanties et remboursements' },
  'mutami/art-10': { etat: 'A_VENIR', raison: 'garanties et remboursements' },
  'mutami/art-11': {
    etat: 'HORS_PORTAIL',
    raison: 'décision des instances de la mutuelle, sans fait à juger',
  },
  'mutami/art-14': { etat: 'A_VENIR', raison: 'garanties et remboursements' },
  'mutami/art-17': { etat: 'HORS_PORTAIL', raison: 'garantie d’un autre organisme, par sa propre notice' },
  'mutami/art-18-4': { etat: 'A_VENIR', raison: 'garanties et remboursements' },
  'mutami/art-18-5': { etat: 'A_VENIR', raison: 'garanties et remboursements' },
  'mutami/art-2-1': { etat: 'RENVOI', raison: 'liste les bénéficiaires que définissent les autres articles' },
  'mutami/art-22': {
    etat: 'HORS_PORTAIL',
    raison: 'décision des instances de la mutuelle, sans fait à juger',
  },
  'mutami/art-24': { etat: 'A_VENIR', raison: 'garanties et remboursements' },
  'mutami/art-29': { etat: 'HORS_PORTAIL', raison: 'information ou service, sans règle à appliquer' },
  'mutami/art-30': { etat: 'HORS_PORTAIL', raison: 'contrôle médical et expertise, entre médecins' },
  'mutami/art-32': { etat: 'HORS_PORTAIL', raison: 'recours contre un tiers, traité hors du portail' },
  'mutami/art-33': { etat: 'HORS_PORTAIL', raison: 'recours contre un tiers, traité hors du portail' },
  'mutami/art-34': { etat: 'HORS_PORTAIL', raison: 'protection des données, tenue par le portail lui-même' },
  'mutami/art-35': { etat: 'HORS_PORTAIL', raison: 'information ou service, sans règle à appliquer' },
  'mutami/art-36': { etat: 'HORS_PORTAIL', raison: 'protection des données, tenue par le portail lui-même' },
  'mutami/art-39': { etat: 'HORS_PORTAIL', raison: 'information ou service, sans règle à appliquer' },
  'mutami/art-40': { etat: 'HORS_PORTAIL', raison: 'information ou service, sans règle à appliquer' },
  'mutami/art-41': { etat: 'HORS_PORTAIL', raison: 'information ou service, sans règle à appliquer' },
  'mutami/art-42': { etat: 'HORS_PORTAIL', raison: 'information ou service, sans règle à appliquer' },
  'mutami/art-43': { etat: 'HORS_PORTAIL', raison: 'garantie d’un autre organisme, par sa propre notice' },
  'mutami/art-47': { etat: 'RENVOI', raison: 'renvoie à l’article 7' },
  'mutami/art-48-2': {
    etat: 'HORS_PORTAIL',
    raison: 'décision des instances de la mutuelle, sans fait à juger',
  },
  'mutami/art-9': { etat: 'HORS_PORTAIL', raison: 'sanction que la mutuelle prononce après enquête' },
  'mutami/def-delai-attente': { etat: 'A_VENIR', raison: 'garanties et remboursements' },
  'ociane-collectif/art-10': { etat: 'A_VENIR', raison: 'garanties et remboursements' },
  'ociane-collectif/art-11-2': {
    etat: 'HORS_PORTAIL',
    raison: 'recours contre un tiers, traité hors du portail',
  },
  'ociane-collectif/art-13': {
    etat: 'HORS_PORTAIL',
    raison: 'contrôle médical et expertise, entre médecins',
  },
  'ociane-collectif/art-14-1': {
    etat: 'HORS_PORTAIL',
    raison: 'recours contre un tiers, traité hors du portail',
  },
  'ociane-collectif/art-15-2': {
    etat: 'HORS_PORTAIL',
    raison: 'information ou service, sans règle à appliquer',
  },
  'ociane-collectif/art-15-3': {
    etat: 'HORS_PORTAIL',
    raison: 'information ou service, sans règle à appliquer',
  },
  'ociane-collectif/art-15-5': {
    etat: 'HORS_PORTAIL',
    raison: 'information ou service, sans règle à appliquer',
  },
  'ociane-collectif/art-16-1': { etat: 'A_VENIR', raison: 'garanties et remboursements' },
  'ociane-collectif/art-16-2': { etat: 'A_VENIR', raison: 'garanties et remboursements' },
  'ociane-collectif/art-19': {
    etat: 'HORS_PORTAIL',
    raison: 'protection des données, tenue par le portail lui-même',
  },
  'ociane-collectif/art-20': {
    etat: 'HORS_PORTAIL',
    raison: 'information ou service, sans règle à appliquer',
  },
  'ociane-collectif/art-21': {
    etat: 'HORS_PORTAIL',
    raison: 'information ou service, sans règle à appliquer',
  },
  'ociane-collectif/art-22': {
    etat: 'HORS_PORTAIL',
    raison: 'garantie d’un autre organisme, par sa propre notice',
  },
  'ociane-collectif/art-23': {
    etat: 'HORS_PORTAIL',
    raison: 'garantie d’un autre organisme, par sa propre notice',
  },
  'ociane-collectif/art-6-1': {
    etat: 'HORS_PORTAIL',
    raison: 'protection des données, tenue par le portail lui-même',
  },
  'ociane-collectif/art-8': {
    etat: 'HORS_PORTAIL',
    raison: 'information ou service, sans règle à appliquer',
  },
  'ociane-collectif/lexique': {
    etat: 'HORS_PORTAIL',
    raison: 'information ou service, sans règle à appliquer',
  },
}
