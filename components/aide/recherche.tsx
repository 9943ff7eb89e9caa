import { Bouton } from '@/components/ui/bouton'

/** One field, sent as an address: it can be kept, shared, and works without JavaScript. */
export function RechercheAide({ texte }: { readonly texte: string }) {
  return (
    <search>
      <form action="/aide" className="flex max-w-2xl flex-wrap items-end gap-3">
        <div className="min-w-56 flex-1">
          <label htmlFor="q" className="block font-semibold">
            Votre question, ou un mot
          </label>
          <p id="q-indice" className="text-sm text-encre-douce">
            Par exemple : lunettes, résilier, franchise. Les accents et les fautes ne comptent pas.
          </p>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={texte}
            maxLength={200}
            aria-describedby="q-indice"
            className="mt-1 min-h-11 w-full rounded-md border-2 border-bord bg-feuille px-3 py-1.5 text-encre"
          />
        </div>
        <Bouton>Chercher</Bouton>
      </form>
    </search>
  )
}
