/** An open connection as its owner sees it. */
export interface ConnexionVue {
  readonly id: string
  readonly appareil: string
  readonly creeLe: Date
  readonly vueLe: Date
  readonly courante: boolean
}
