/** Why an import cannot begin, in words for the operator. */
export class CannotImport extends Error {
  override readonly name = 'CannotImport';
}
