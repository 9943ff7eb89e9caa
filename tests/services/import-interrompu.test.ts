import { testerImportInterrompu } from '../support/import-interrompu'

// Twenty thousand lines and twenty kills are in npm run test:long.
testerImportInterrompu({ lignes: 5_000, arrets: 8, arretsAvant: 3 })
