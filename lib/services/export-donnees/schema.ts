import { z } from 'zod'
import { champsPreuve } from '../reauthentification/schema'

/** Nothing but the proof of who asks. */
export const demandeExportSchema = z.object(champsPreuve)
export const exportIdSchema = z.uuid()
