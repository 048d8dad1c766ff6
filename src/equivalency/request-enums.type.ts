import { registerEnumType } from 'type-graphql';
import type { AssociationId as KnownAssociation } from '../rules/equivalency/associations.ts';
import type { ClockState as StateOfClock } from '../rules/equivalency/clock.ts';
import type { ChecklistItem } from '../rules/equivalency/documents.ts';
import type {
  RequestDocumentKind as DocumentKind,
  IsoCertificateFact,
  RequestKind as Kind,
  Grant as PossibleGrant,
} from '../rules/equivalency/facts.ts';
import type { RequestStatus as Status } from '../rules/equivalency/request.ts';

/** The kinds of request, as an enum of the schema. */
export const RequestKind = {
  ISO_45001: 'ISO_45001',
  MLITSD_ACCREDITATION: 'MLITSD_ACCREDITATION',
  OUT_OF_PROVINCE: 'OUT_OF_PROVINCE',
} as const satisfies { [K in Kind]: K };
export type RequestKind = Kind;

registerEnumType(RequestKind, {
  name: 'EquivalencyRequestKind',
  description: 'The basis of a request for equivalency or reciprocity.',
  valuesConfig: {
    ISO_45001: { description: 'A certificate to ISO 45001:2018 (G-6.1.a).' },
    MLITSD_ACCREDITATION: { description: 'A system accredited by the ministry of labour (G-6.2.a).' },
    OUT_OF_PROVINCE: { description: 'The COR of another province or territory: reciprocity, for bidding only (G-5.a, F-16).' },
  },
});

/** The statuses of a request, as an enum of the schema. */
export const RequestStatus = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  WAITING_FOR_DOCUMENTS: 'WAITING_FOR_DOCUMENTS',
  UNDER_REVIEW: 'UNDER_REVIEW',
  GRANTED: 'GRANTED',
  GRANTED_FOR_BIDDING_ONLY: 'GRANTED_FOR_BIDDING_ONLY',
  REFUSED: 'REFUSED',
  EXPIRED: 'EXPIRED',
  WITHDRAWN: 'WITHDRAWN',
} as const satisfies { [S in Status]: S };
export type RequestStatus = Status;

registerEnumType(RequestStatus, {
  name: 'EquivalencyRequestStatus',
  description: 'The status of a request for equivalency or reciprocity (R-41).',
  valuesConfig: {
    DRAFT: { description: 'The applicant gathers its documents.' },
    SUBMITTED: { description: 'Submitted but not complete: the fee is not recorded.' },
    WAITING_FOR_DOCUMENTS: { description: 'IHSA is waiting for documents it asked for; the review clock is paused (R-19).' },
    UNDER_REVIEW: { description: 'Complete: the lead auditor reviews it within 30 days (R-19).' },
    GRANTED: { description: 'A Certificate of Recognition for one year was granted (G-6.1.a, G-6.2.a).' },
    GRANTED_FOR_BIDDING_ONLY: { description: 'A document for bidding only was granted (G-5.a, F-16, G-6.1.b).' },
    REFUSED: { description: 'IHSA granted nothing.' },
    EXPIRED: { description: 'The granted document has ended; renewal is a new request (R-20, R-21).' },
    WITHDRAWN: { description: 'The applicant withdrew it.' },
  },
});

/** What a request consists of, as an enum of the schema. */
export const RequestDocumentKind = {
  EQUIVALENCY_FORM: 'EQUIVALENCY_FORM',
  ISO_45001_AUDIT_REPORT: 'ISO_45001_AUDIT_REPORT',
  ISO_45001_CERTIFICATE: 'ISO_45001_CERTIFICATE',
  ACCREDITATION_AUDIT_REPORT: 'ACCREDITATION_AUDIT_REPORT',
  PROOF_OF_ACCREDITATION: 'PROOF_OF_ACCREDITATION',
  AUDIT_ACTION_PLAN: 'AUDIT_ACTION_PLAN',
  OHSMS_MANUAL: 'OHSMS_MANUAL',
  MANAGEMENT_REVIEW_REPORT: 'MANAGEMENT_REVIEW_REPORT',
  MANAGEMENT_REVIEW_ACTION_PLAN: 'MANAGEMENT_REVIEW_ACTION_PLAN',
  MASTER_HAZARD_REGISTRY: 'MASTER_HAZARD_REGISTRY',
  RECIPROCITY_FORM: 'RECIPROCITY_FORM',
  HOST_ASSOCIATION_LETTER: 'HOST_ASSOCIATION_LETTER',
  INTERNAL_AUDITOR_TRANSCRIPT: 'INTERNAL_AUDITOR_TRANSCRIPT',
  FURTHER_DOCUMENTATION: 'FURTHER_DOCUMENTATION',
} as const satisfies { [K in DocumentKind]: K };
export type RequestDocumentKind = DocumentKind;

const descriptions = {
  EQUIVALENCY_FORM: { description: 'The equivalency form (G-6.1.a).' },
  ISO_45001_AUDIT_REPORT: { description: 'The most recent ISO 45001 audit report (G-6.1.a).' },
  ISO_45001_CERTIFICATE: { description: 'The most recent ISO 45001 certificate (G-6.1.a).' },
  ACCREDITATION_AUDIT_REPORT: { description: 'The most recent audit report of the accredited system (G-6.2.a).' },
  PROOF_OF_ACCREDITATION: { description: 'Proof of the ministry’s accreditation (G-6.2.a).' },
  AUDIT_ACTION_PLAN: { description: 'The action plan from that audit (G-6.2.a).' },
  OHSMS_MANUAL: { description: 'The manual of the health and safety management system (G-6.2.a).' },
  MANAGEMENT_REVIEW_REPORT: { description: 'The management review report (G-6.2.a).' },
  MANAGEMENT_REVIEW_ACTION_PLAN: { description: 'The action plan from the management review (G-6.2.a).' },
  MASTER_HAZARD_REGISTRY: { description: 'The master hazard registry (G-6.2.a).' },
  RECIPROCITY_FORM: { description: 'The reciprocity form (G-5.a).' },
  HOST_ASSOCIATION_LETTER: { description: 'The letter of the host province’s CFCSA member about the COR there (G-5.a).' },
  INTERNAL_AUDITOR_TRANSCRIPT: { description: 'The transcript of the COR Internal Auditor course, for an interim letter (F-16).' },
  FURTHER_DOCUMENTATION: { description: 'Further documents that IHSA asked for (G-6.1.c).' },
};

registerEnumType(RequestDocumentKind, {
  name: 'RequestDocumentKind',
  description: 'What a document of a request is.',
  valuesConfig: descriptions,
});

/** The lines of a checklist, as an enum of the schema. */
export const RequestItem = { ...RequestDocumentKind, FEE: 'FEE' } as const satisfies { [I in ChecklistItem['item']]: I };

registerEnumType(RequestItem, {
  name: 'ChecklistItemKind',
  description: 'What a line of the checklist of a request is about.',
  valuesConfig: { ...descriptions, FEE: { description: 'The fee for the review, which staff record (G-6.1.a, G-6.2.a).' } },
});

/** What a line of the checklist is needed for, as an enum of the schema. */
export const NeededFor = {
  SUBMISSION: 'SUBMISSION',
  REVIEW: 'REVIEW',
  MORE: 'MORE',
} as const satisfies { [N in ChecklistItem['neededFor']]: N };

registerEnumType(NeededFor, {
  name: 'NeededFor',
  description: 'What a line of the checklist is needed for.',
  valuesConfig: {
    SUBMISSION: { description: 'The request cannot be submitted without it.' },
    REVIEW: { description: 'The review waits for it.' },
    MORE: { description: 'A better document depends on it (F-16).' },
  },
});

/** The outcomes of a request, as an enum of the schema. */
export const Grant = {
  CERTIFICATE_ONE_YEAR: 'CERTIFICATE_ONE_YEAR',
  INTERIM_LOGS: 'INTERIM_LOGS',
  BIDDING_ONLY_RECIPROCITY: 'BIDDING_ONLY_RECIPROCITY',
  NOTHING: 'NOTHING',
} as const satisfies { [G in PossibleGrant]: G };
export type Grant = PossibleGrant;

registerEnumType(Grant, {
  name: 'Grant',
  description: 'The outcome of a request.',
  valuesConfig: {
    CERTIFICATE_ONE_YEAR: { description: 'A Certificate of Recognition for a year (G-6.1.a, G-6.2.a, R-20).' },
    INTERIM_LOGS: { description: 'An interim Letter of Good Standing, for bidding only (F-16).' },
    BIDDING_ONLY_RECIPROCITY: { description: 'A letter of reciprocity, for bidding only (G-5.a, G-6.1.b).' },
    NOTHING: { description: 'Nothing: the request is refused.' },
  },
});

/** The states of a review clock, as an enum of the schema. */
export const ClockState = {
  NOT_STARTED: 'NOT_STARTED',
  RUNNING: 'RUNNING',
  STOPPED: 'STOPPED',
  REVIEWED: 'REVIEWED',
  ENDED: 'ENDED',
} as const satisfies { [S in StateOfClock]: S };

registerEnumType(ClockState, {
  name: 'ReviewClockState',
  description: 'The state of the review clock (R-19).',
  valuesConfig: {
    NOT_STARTED: { description: 'The submission is not complete.' },
    RUNNING: { description: 'The 30 days are running.' },
    STOPPED: { description: 'IHSA is waiting for documents it asked for; the clock is paused.' },
    REVIEWED: { description: 'The review was reported.' },
    ENDED: { description: 'The request was decided or withdrawn without a report.' },
  },
});

/** The standards a certificate can be to, as an enum of the schema. */
export const IsoStandard = {
  ISO_45001_2018: 'ISO_45001_2018',
  CSA_Z45001: 'CSA_Z45001',
  OTHER_STANDARD: 'OTHER_STANDARD',
} as const satisfies { [S in IsoCertificateFact['standard']]: S };
export type IsoStandard = IsoCertificateFact['standard'];

registerEnumType(IsoStandard, {
  name: 'IsoStandard',
  description: 'The standard of a management system certificate.',
  valuesConfig: {
    ISO_45001_2018: { description: 'ISO 45001:2018.' },
    CSA_Z45001: { description: 'CSA Z45001; there is no equivalency for it (X-5).' },
    OTHER_STANDARD: { description: 'Another one.' },
  },
});

/** The members of the federation, as an enum of the schema. */
export const AssociationId = {
  BCCSA: 'BCCSA',
  ACSA: 'ACSA',
  SCSA: 'SCSA',
  HCSAS: 'HCSAS',
  CSAM: 'CSAM',
  MHCA: 'MHCA',
  IHSA: 'IHSA',
  ASP: 'ASP',
  NBCSA: 'NBCSA',
  CSNS: 'CSNS',
  NLCSA: 'NLCSA',
  NSA: 'NSA',
  NSNY: 'NSNY',
} as const satisfies { [A in KnownAssociation]: A };
export type AssociationId = KnownAssociation;
