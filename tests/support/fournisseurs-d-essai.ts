/** Two providers that nobody calls: what the pages show of a configuration. */
const un = (id: string, libelle: string, lePublic: 'ADHERENTS' | 'PROFESSIONNELS') => ({
  id,
  libelle,
  public: lePublic,
  emetteur: `https://${id}.exemple`,
  clientId: 'portail',
  clientSecret: 'un secret qui ne sert à rien',
})

export const FOURNISSEURS_D_ESSAI = JSON.stringify([
  un('membres', 'Identité d’essai', 'ADHERENTS'),
  un('soignants', 'Identité des soignants', 'PROFESSIONNELS'),
])
