import { composer } from '@/lib/papiers/papiers'
import { totaliser } from '@/lib/papiers/releve-prestations'
import { dateCivile } from '@/lib/rules/date/date-civile'
import { montant } from '@/lib/rules/montant/montant'
import { Atelier } from '@/lib/server/pdf/atelier'
import { mettreEnPage } from '@/lib/server/pdf/mise-en-page'

/**
 * Documents a second and memory, over relevés as members get them: letterhead, summary, table, explanation, code. Facts to bytes:
 * composition, layout, compilation, and the way between processes.
 */
const PLANCHER = 30
const OBJECTIF = 100
const DOCUMENTS = Number(process.argv[2] ?? 400)

/** Lines of a relevé of 28 days: most have a few, a large family has thirty. Mean: 8. */
const LIGNES_PAR_RELEVE = [1, 2, 3, 4, 5, 6, 8, 10, 12, 29] as const

const ACTES = [
  ['Consultation d’un médecin généraliste', 3000, 'Dr Claire Dubois-Noël'],
  ['Médicaments remboursés à 65 %', 1240, 'Pharmacie des Écluses'],
  ['Séance de kinésithérapie', 1813, 'Cabinet du Canal'],
  ['Analyses de laboratoire', 4280, 'Laboratoire Saint-Roch'],
  ['Soin dentaire conservateur', 2892, 'Dr Noémie Lœuillet'],
  ['Radiographie du genou, deux incidences', 3325, 'Imagerie du Pont'],
] as const

const PRENOMS = ['Maëlys', 'Léonie', 'Jean-François', 'Aïssatou', 'Noé'] as const

function ligne(document: number, rang: number) {
  const [libelle, prix, executant] = ACTES[(document + rang) % ACTES.length] ?? ACTES[0]
  const depense = montant(prix + ((document * 37 + rang * 11) % 900))
  const partAmo = montant(Math.floor(depense * 0.6))
  const resteACharge = montant(200)
  return {
    dateSoins: dateCivile(`2026-03-${String(1 + ((document + rang) % 28)).padStart(2, '0')}`),
    beneficiaire: `${PRENOMS[rang % PRENOMS.length]} Œuvrard-${document}`,
    libelle,
    executant,
    depense,
    base: montant(prix),
    partAmo,
    regimeLocal: montant(0),
    autres: montant(0),
    partMutuelle: montant(depense - partAmo - resteACharge),
    resteACharge,
    participation: montant(200),
    franchise: montant(0),
    destinataire: rang % 3 === 0 ? 'PROFESSIONNEL' : 'ASSURE',
    etat: 'PAYEE',
    payeeLe: dateCivile('2026-03-30'),
    annulation: false,
    refus: [],
  }
}

function releve(document: number) {
  const nombre = LIGNES_PAR_RELEVE[document % LIGNES_PAR_RELEVE.length] ?? 1
  const lignes = Array.from({ length: nombre }, (_, rang) => ligne(document, rang))
  return {
    organisme: {
      nom: 'Mutuelle du Banc d’Essai',
      forme: 'Mutuelle soumise au livre II du code de la mutualité',
      siren: '000 000 000',
      numeroAmc: '00999001',
      adresse: ['12 quai des Tilleuls', '99000 Valserine-le-Pont'],
      telephone: '09 00 00 00 00',
      horaires: 'du lundi au vendredi',
      email: 'contact@exemple.test',
      site: 'https://exemple.test',
      couleur: '#0f5c63',
      fictif: true,
    },
    adherent: { prenom: 'Maëlys', nom: `Œuvrard-${document}`, numeroAdherent: `PL${document}` },
    du: dateCivile('2026-03-01'),
    au: dateCivile('2026-03-28'),
    lignes,
    totaux: totaliser(lignes),
    compte: { titulaire: 'Maëlys Œuvrard', fin: '4T7Z' },
  }
}

const rendre = (atelier: Atelier, document: number): Promise<Buffer> =>
  atelier.rendre(
    mettreEnPage(
      composer('releve/1', releve(document), {
        emisLe: dateCivile('2026-03-31'),
        numero: `2026-${document}`,
        urlVerification: `https://exemple.test/verifier/${String(document).padStart(20, 'X')}`,
      }),
    ),
  )

/** Papers are asked for as a batch does it: a few ahead of the children, never all at once. */
async function mesurer(enfants: number): Promise<number> {
  const atelier = new Atelier({ enfants })
  await Promise.all(Array.from({ length: enfants }, (_, i) => rendre(atelier, DOCUMENTS + i)))
  let suivant = 0
  let octets = 0
  const avancer = async (): Promise<void> => {
    while (suivant < DOCUMENTS) {
      const document = suivant
      suivant += 1
      const { length } = await rendre(atelier, document)
      octets += length
    }
  }
  const debut = performance.now()
  await Promise.all(Array.from({ length: enfants + 1 }, avancer))
  const parSeconde = (DOCUMENTS * 1000) / (performance.now() - debut)
  atelier.fermer()
  const memoire = Math.round(atelier.memoireMaximale / 1024 / 1024)
  const poids = Math.round(octets / DOCUMENTS / 1024)
  console.log(
    `${enfants} enfant${enfants > 1 ? 's' : ''} : ${parSeconde.toFixed(1)} documents/s, ${memoire} Mo au plus par enfant, ${poids} Ko par document`,
  )
  return parSeconde
}

console.log(`${DOCUMENTS} relevés de 8 lignes en moyenne (1 à 29), des faits aux octets`)
const vitesses = [await mesurer(1), await mesurer(2)]
const meilleure = Math.max(...vitesses)
console.log(
  `Plancher ${PLANCHER}/s : ${meilleure >= PLANCHER ? 'tenu' : 'MANQUÉ'} ; objectif ${OBJECTIF}/s : ${meilleure >= OBJECTIF ? 'tenu' : 'manqué'}`,
)
process.exitCode = meilleure >= PLANCHER ? 0 : 1
