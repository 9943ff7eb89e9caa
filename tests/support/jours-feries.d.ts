declare module '@socialgouv/jours-feries' {
  export default function joursFeries(an: number, options?: { alsace: boolean }): Record<string, Date>
}
