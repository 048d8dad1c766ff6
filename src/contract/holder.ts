/** The holder of a key: consents name recipients the same way, and ANY_BUYER is not a holder (decision 0026). */
export const holderForm = /^(?!\s*any_buyer\s*$)(?=.*\S)[^\p{C}]{1,200}$/iu;
export const holderWords = 'a name of 1 to 200 characters on one line, and not ANY_BUYER';
