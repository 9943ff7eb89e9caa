import { dateCivile } from '@/lib/rules/date/date-civile'
import type { Article } from '@/lib/rules/reglement/article'

const EDITION = {
  depuis: dateCivile('2020-01-01'),
  jusquAu: null,
  source: 'Foire aux questions de la Mutuelle Mieux-Etre',
} as const

/** Les réponses de la FAQ de Mieux-Etre, tels des articles que les motifs citent ; les titres sont les nôtres. */
export const articles: readonly Article[] = [
  {
    ...EDITION,
    id: 'mieux-etre/faq-espace',
    numero: 'FAQ, « Espace adhérent »',
    titre: 'Espace adhérent',
    decide: 'Ce qu’il permet.',
  },
  {
    ...EDITION,
    id: 'mieux-etre/faq-compte',
    numero: 'FAQ, « Créer son compte »',
    titre: 'Créer son compte',
    decide: 'Adresse électronique et numéro d’adhérent.',
  },
  {
    ...EDITION,
    id: 'mieux-etre/faq-numero',
    numero: 'FAQ, « Numéro d’adhérent »',
    titre: 'Numéro d’adhérent',
    decide: 'Sur la carte et les décomptes.',
  },
  {
    ...EDITION,
    id: 'mieux-etre/faq-contact',
    numero: 'FAQ, « Contact »',
    titre: 'Contact',
    decide: 'Centre de gestion, agences, assistance.',
  },
  {
    ...EDITION,
    id: 'mieux-etre/faq-agences',
    numero: 'FAQ, « Agences »',
    titre: 'Agences',
    decide: 'Liste des agences.',
  },
  {
    ...EDITION,
    id: 'mieux-etre/faq-decomptes',
    numero: 'FAQ, « Décomptes »',
    titre: 'Décomptes',
    decide: 'Rubrique des remboursements.',
  },
  {
    ...EDITION,
    id: 'mieux-etre/faq-teletransmission',
    numero: 'FAQ, « Télétransmission »',
    titre: 'Télétransmission',
    decide: 'Attestation de droits à jour ; refus possible.',
  },
  {
    ...EDITION,
    id: 'mieux-etre/faq-ayant-droit-individuel',
    numero: 'FAQ, « Ayant droit d’un contrat individuel »',
    titre: 'Ayant droit d’un contrat individuel',
    decide: 'Par l’espace, avec justificatifs.',
  },
  {
    ...EDITION,
    id: 'mieux-etre/faq-ayant-droit-collectif',
    numero: 'FAQ, « Ayant droit d’un contrat collectif »',
    titre: 'Ayant droit d’un contrat collectif',
    decide: 'Par l’employeur, avec justificatifs.',
  },
  {
    ...EDITION,
    id: 'mieux-etre/faq-deux-mutuelles',
    numero: 'FAQ, « Seconde mutuelle »',
    titre: 'Seconde mutuelle',
    decide: 'Décompte de la première à transmettre.',
  },
  {
    ...EDITION,
    id: 'mieux-etre/faq-carte',
    numero: 'FAQ, « Carte de tiers payant »',
    titre: 'Carte de tiers payant',
    decide: 'Dans les quinze jours de la souscription.',
  },
  {
    ...EDITION,
    id: 'mieux-etre/faq-depart-entreprise',
    numero: 'FAQ, « Quitter son entreprise »',
    titre: 'Quitter son entreprise',
    decide: 'Pas de portabilité sauf licenciement ou fin de contrat à durée déterminée.',
  },
  {
    ...EDITION,
    id: 'mieux-etre/faq-seize-ans',
    numero: 'FAQ, « Enfant de seize ans »',
    titre: 'Enfant de seize ans',
    decide: 'Sa propre attestation de droits.',
  },
  {
    ...EDITION,
    id: 'mieux-etre/faq-reclamation',
    numero: 'FAQ, « Réclamation »',
    titre: 'Réclamation',
    decide: 'Adresser une réclamation.',
  },
  {
    ...EDITION,
    id: 'mieux-etre/faq-hospitalisation',
    numero: 'FAQ, « Prise en charge hospitalière »',
    titre: 'Prise en charge hospitalière',
    decide: 'Informations à donner au centre de gestion.',
  },
  {
    ...EDITION,
    id: 'mieux-etre/faq-rib',
    numero: 'FAQ, « Changer de RIB »',
    titre: 'Changer de RIB',
    decide: 'Par l’espace ou le centre de gestion.',
  },
  {
    ...EDITION,
    id: 'mieux-etre/faq-adresse',
    numero: 'FAQ, « Changer d’adresse »',
    titre: 'Changer d’adresse',
    decide: 'Justificatif de domicile récent.',
  },
]
