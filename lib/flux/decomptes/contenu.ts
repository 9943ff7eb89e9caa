import type { ContenuLigne, LigneRecue } from './format'

/** The line without who it is about: what may be kept in clear once the person is attached. */
export function sansIdentite(ligne: LigneRecue): ContenuLigne {
  const { assure, beneficiaire, ...reste } = ligne
  const { nir: _nir, cle: _cle, ...caisse } = assure ?? {}
  const { rangNaissance, qualite, numeroAdherent } = beneficiaire
  return {
    ...reste,
    ...(assure === undefined ? {} : { assure: caisse }),
    beneficiaire: {
      ...(rangNaissance === undefined ? {} : { rangNaissance }),
      ...(qualite === undefined ? {} : { qualite }),
      ...(numeroAdherent === undefined ? {} : { numeroAdherent }),
    },
  }
}
