/** Rights are suspended for what is unpaid: the sums, the letters and their articles are with the contributions of whom pays them. */
export const PourquoiSuspendu = () => (
  <p className="print:hidden">
    <a href="/adherent/cotisations" data-vers-motifs="" className="inline-flex min-h-11 items-center">
      Pourquoi ? Ce qui reste à payer, et comment reprendre
    </a>
  </p>
)
