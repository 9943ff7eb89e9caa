/** How much of a whole is taken, to look at. Only a picture: the figures stand beside it. */
export function Jauge({ pris, total }: { readonly pris: number; readonly total: number }) {
  const part = total === 0 ? 0 : Math.min(pris / total, 1) * 100
  return (
    <svg aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none" className="block h-2 w-full">
      <rect width="100" height="4" className="fill-filet" />
      <rect width={part} height="4" className={part >= 100 ? 'fill-part-moi' : 'fill-action'} />
    </svg>
  )
}
