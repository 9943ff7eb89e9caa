import { codeQr } from '@/lib/papiers/code-qr'
import type { Verification } from '@/lib/papiers/papier'

/** The code of a paper, and the address it holds for who cannot read a code. */
export function CodeVerification({ verification }: { readonly verification: Verification }) {
  return (
    <div className="flex flex-wrap items-center gap-5">
      <CodeQr verification={verification} className="size-28" />
      <p className="min-w-0 flex-1 basis-60 text-sm">
        {verification.phrase}
        <br />
        <a href={verification.url}>{verification.url}</a>
      </p>
    </div>
  )
}

/** Black on white whatever the theme: what reads it is a camera. */
export function CodeQr({
  verification,
  className,
}: {
  readonly verification: Verification
  readonly className: string
}) {
  const { cote, trace } = codeQr(verification.url)
  return (
    <svg
      role="img"
      aria-label={verification.alternative}
      viewBox={`0 0 ${cote} ${cote}`}
      className={`shrink-0 bg-[#fff] [forced-color-adjust:none] [print-color-adjust:exact] ${className}`}
    >
      <path fill="#000" d={trace} />
    </svg>
  )
}
