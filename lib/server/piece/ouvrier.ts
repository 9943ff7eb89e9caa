// A process of its own, started by lib/server/piece/atelier: reads what people send, knows no secret, and may be killed at any moment.
import { controlerContenu } from './controle'
import type { Commande, Reponse } from './protocole'
import { PieceRefusee } from './refus'

const repondre = (reponse: Reponse): void => {
  process.send?.(reponse)
}

process.on('message', (commande: Commande) => {
  controlerContenu(commande.octets, commande.attendu).then(
    (octets) => repondre({ octets }),
    // Whatever a reader stumbled on, the file is not one we can take.
    (erreur: unknown) => repondre({ refus: erreur instanceof PieceRefusee ? erreur.code : 'ILLISIBLE' }),
  )
})
process.on('disconnect', () => process.exit(0))
