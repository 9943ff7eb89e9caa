import { testerImportInterrompu } from '../support/import-interrompu'

testerImportInterrompu({ lignes: 20_000, arrets: 20, arretsAvant: 8 })
