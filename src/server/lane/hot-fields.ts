/**
 * The fields that the lane reads, by their type: the questions of a closing day and what their answers consist of. An operation that fails there is
 * carried out again by GraphQL itself, so no field may stand here whose reading is recorded in the audit log.
 */
const hotFields: Readonly<Record<string, 'all' | readonly string[]>> = {
  Query: ['verify', 'verifyMany', 'matchBidders', 'proof', 'organizations', 'accounts'],
  Verification: 'all',
  VerifiedSubject: 'all',
  InputProblem: 'all',
  Reason: 'all',
  KnownCertificate: 'all',
  KnownLetterOfGoodStanding: 'all',
  KnownBiddingDocument: 'all',
  BidderMatch: 'all',
  BidderCandidate: 'all',
  BidderPartner: 'all',
  BidderProblem: 'all',
  Proof: 'all',
  OrganizationConnection: 'all',
  OrganizationEdge: 'all',
  AccountConnection: 'all',
  AccountEdge: 'all',
  PageInfo: 'all',
  Organization: ['id', 'legalName', 'operatingName', 'city', 'businessNumber', 'accounts'],
  Account: ['id', 'wsibAccount', 'organization', 'standing', 'timeline'],
  StandingPeriod: 'all',
};

/** Whether the lane reads a field of an object type. */
export function isHot(type: string, field: string): boolean {
  const fields = hotFields[type];
  return fields !== undefined && (fields === 'all' || fields.includes(field));
}

/** Every type and field that is named above, for the test that they exist. */
export const namedFields = (): readonly (readonly [type: string, fields: 'all' | readonly string[]])[] => Object.entries(hotFields);
