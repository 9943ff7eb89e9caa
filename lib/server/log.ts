import pino from 'pino'
import { depouiller, echapper, expurger } from './expurgation'
import { requeteConnue } from './requete'

/** Structured log, one JSON object a line. Say events and ids; never a name, an act or an amount. */
export const log = pino(
  {
    base: null,
    level: process.env.NODE_ENV === 'test' ? 'error' : 'info',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: (dit) => Object(depouiller(dit)) },
    mixin: () => {
      const requete = requeteConnue()
      return requete === null ? {} : { requete }
    },
  },
  { write: (ligne: string) => process.stdout.write(echapper(expurger(ligne))) },
)
