/** The field that says for whose space a form was made: the id of the account. */
export const CHAMP_ESPACE = 'espaceOuvert'
