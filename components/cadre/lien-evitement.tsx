/** First stop of the keyboard: over the frame, straight to the matter. */
export function LienEvitement() {
  return (
    <a
      href="#contenu"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-10 focus:min-h-11 focus:rounded-md focus:bg-action focus:px-4 focus:py-2 focus:font-semibold focus:text-sur-action"
    >
      Aller au contenu
    </a>
  )
}
