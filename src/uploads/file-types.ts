import { faults } from '../errors.ts';

/** The media types of accepted files, determined from their content. Archives and documents with macros are not accepted. */
export const acceptedTypes: readonly string[] = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** Content types that say nothing about a file. */
const sayNothing: readonly string[] = ['', 'application/octet-stream'];

/**
 * The media type of a file, from its content. Throws UNSUPPORTED_MEDIA_TYPE for one that is not accepted, or that does not match its
 * `content-type`.
 */
export async function typeOfFile(path: string, contentType: string | null): Promise<string> {
  const { fileTypeFromFile } = await import('file-type');
  const type = (await fileTypeFromFile(path))?.mime ?? null;
  if (type === null || !acceptedTypes.includes(type)) throw faults.FILE_TYPE_REFUSED(acceptedTypes);
  const declared = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (declared !== type && !sayNothing.includes(declared)) throw faults.FILE_TYPE_DENIED(type);
  return type;
}
