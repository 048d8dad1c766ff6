/** Why an import cannot begin, in words for the person at the keyboard. */
export class CannotImport extends Error {
  override readonly name = 'CannotImport';
}
