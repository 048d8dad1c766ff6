import { registerEnumType } from 'type-graphql';

/** What may happen to an audit, as an enum of the schema. */
export const AuditEvent = {
  BEGUN: 'BEGUN',
  STEP_RECORDED: 'STEP_RECORDED',
  STEP_TAKEN_BACK: 'STEP_TAKEN_BACK',
  CORRECTED: 'CORRECTED',
  REMOVED: 'REMOVED',
  INTERNAL_AUDITOR_NAMED: 'INTERNAL_AUDITOR_NAMED',
  LEAD_AUDITOR_CHANGED: 'LEAD_AUDITOR_CHANGED',
  DOCUMENTS_CHANGED: 'DOCUMENTS_CHANGED',
  APPEAL_CHANGED: 'APPEAL_CHANGED',
  SOSE_ACTION_PLAN_CHANGED: 'SOSE_ACTION_PLAN_CHANGED',
  AUDITOR_ERASED: 'AUDITOR_ERASED',
} as const;
export type AuditEvent = keyof typeof AuditEvent;

registerEnumType(AuditEvent, {
  name: 'AuditEvent',
  description: 'What happened to an audit. The audit itself has the details.',
  valuesConfig: {
    BEGUN: { description: 'It was begun.' },
    STEP_RECORDED: { description: 'A step was recorded.' },
    STEP_TAKEN_BACK: { description: 'A step was taken back: what was reported about it before no longer holds.' },
    CORRECTED: { description: 'Its record was corrected: type, tool, days, auditor or scores.' },
    REMOVED: { description: 'It was removed because it never took place.' },
    INTERNAL_AUDITOR_NAMED: { description: 'The internal auditor who conducted it was named (G-3.3.a).' },
    LEAD_AUDITOR_CHANGED: { description: 'Its lead auditor was recorded, corrected or removed (X-14).' },
    DOCUMENTS_CHANGED: { description: 'A document of it was received or taken back.' },
    APPEAL_CHANGED: { description: 'An appeal against its result was filed, moved on or was removed (G-7.a).' },
    SOSE_ACTION_PLAN_CHANGED: { description: 'Its action plan for SOSE was recorded, corrected or removed (X-1b).' },
    AUDITOR_ERASED: { description: 'The name of its auditor was erased (R-46).' },
  },
});
