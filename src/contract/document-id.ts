/** The fields that read the ids of documents known to an answer: `record` finds by them what is recorded of a document now. */
export const fromIds = ['record'];

/** The id of a document known to an answer; an error where it was not read, since no operation without such a field may want it. */
export function readId(uuid: string | undefined): string {
  if (uuid === undefined) throw new Error('The ids of these documents were not read.');
  return uuid;
}
