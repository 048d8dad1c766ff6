/**
 * What Excel, LibreOffice and Google Sheets write where they have no value, in English and in French, in which a space may stand before the mark:
 * `#VALUE!`, `#NOM ?`, `#N/D`, `Err:502`, and a number too long for its column. Excel adds errors, so any other word in capitals counts with its mark.
 */
const error =
  /^(?:#(?:N\/[AD]|GETTING_DATA|REF|NAME|VALUE|DIV\/0|NUM|NULL|SPILL|CALC|ERROR|NOM|VALEUR|NOMBRE|NUL)\s?[!?]*|err(?:eur)?\s?:\s?\d{3}|#{3,})$/iu;
const named = /^#\p{Lu}[\p{Lu}\d/_]+\s?[!?]$/u;

/** Whether a text is the error of a spreadsheet. */
export const isSpreadsheetError = (text: string): boolean => error.test(text) || named.test(text);
