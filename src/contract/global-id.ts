/** The kinds of things that `node` finds by their global id. */
export const nodeTypes = [
  'Account',
  'Appeal',
  'Audit',
  'BiddingDocument',
  'CalendarFeed',
  'Certificate',
  'Consent',
  'EmailDigest',
  'EquivalencyRequest',
  'ExternalAuditor',
  'IssuingException',
  'KeptRequirement',
  'LetterOfGoodStanding',
  'Organization',
  'Person',
  'Registration',
  'RegistrationApplication',
  'Revocation',
  'SoseRecognition',
  'SpotCheck',
  'WatchList',
  'Webhook',
] as const;
export type NodeType = (typeof nodeTypes)[number];

/** A parsed global id. */
export interface GlobalId {
  readonly type: NodeType;
  readonly uuid: string;
}

/** The global id of a thing: base64url of `Type:uuid`. */
export const toGlobalId = (type: NodeType, uuid: string): string => Buffer.from(`${type}:${uuid}`).toString('base64url');

const pattern = /^([A-Za-z]+):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** Parses a global id; null if it is not a global id, or not of the expected kind. */
export function fromGlobalId(id: string, expected?: NodeType): GlobalId | null {
  const [, name, uuid] = pattern.exec(Buffer.from(id, 'base64url').toString('latin1')) ?? [];
  const type = nodeTypes.find((each) => each === name);
  if (!type || !uuid || (expected && type !== expected)) return null;
  // Node also reads other spellings of base64, but a thing has only one id.
  return toGlobalId(type, uuid) === id ? { type, uuid } : null;
}
