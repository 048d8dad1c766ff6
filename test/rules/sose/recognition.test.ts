// both days of a recognition are included; the day of its revocation no longer counts. X-14, X-1b: an audit has one lead auditor and
// one SOSE action plan on record.
import { expect, test } from '@jest/globals';
import {
  endOfRecognition,
  isPublicOn,
  isRecognizedOn,
  type RecordedRecognition,
  refuseReport,
  refuseRevoking,
  refuseSecondActionPlan,
  refuseSecondLeadAuditor,
} from '../../../src/rules/sose/recognition.ts';

const given: RecordedRecognition = { reference: 'REC-1', grantedOn: '2026-01-10', from: '2026-02-01', to: '2029-01-31', revokedOn: null };

test.each([
  ['the day before its first day', {}, '2026-01-31', false],
  ['its first day', {}, '2026-02-01', true],
  ['its last day', {}, '2029-01-31', true],
  ['the day after its last day', {}, '2029-02-01', false],
  ['a day long after, where no last day was set', { to: null }, '2099-01-01', true],
  ['the day before its revocation', { revokedOn: '2027-05-05' }, '2027-05-04', true],
  ['the day of its revocation', { revokedOn: '2027-05-05' }, '2027-05-05', false],
  ['the day of its revocation, where no last day was set', { to: null, revokedOn: '2027-05-05' }, '2027-05-05', false],
  ['a day after its last day, though it was revoked later', { revokedOn: '2029-03-01' }, '2029-02-01', false],
  ['its first day, though it was revoked before', { revokedOn: '2026-01-15' }, '2026-02-01', false],
])('X-1: on %s a recognition of %j runs (%s): %s', (_, differing, on, runs) => {
  expect(isRecognizedOn({ ...given, ...differing }, on)).toBe(runs);
});

test('X-1: it no longer counts from the day after its last day, or from its revocation if that is earlier', () => {
  const endOf = (differing: Partial<RecordedRecognition>) => endOfRecognition({ ...given, ...differing });
  expect(endOf({})).toBe('2029-02-01');
  expect(endOf({ to: null })).toBeNull();
  expect(endOf({ revokedOn: '2029-01-31' })).toBe('2029-01-31');
  expect(endOf({ revokedOn: '2029-02-02' })).toBe('2029-02-01');
  expect(endOf({ to: null, revokedOn: '2027-05-05' })).toBe('2027-05-05');
});

test.each([
  ['the day before its publication', { publishedOn: '2026-03-02' }, '2026-03-01', false],
  ['the day of its publication', { publishedOn: '2026-03-02' }, '2026-03-02', true],
  ['its first day, published before', { publishedOn: '2026-01-10' }, '2026-02-01', true],
  ['the day before its first day, though published', { publishedOn: '2026-01-10' }, '2026-01-31', false],
  ['the day after its last day', { publishedOn: '2026-03-02' }, '2029-02-01', false],
  ['the day of its revocation', { publishedOn: '2026-03-02', revokedOn: '2027-05-05' }, '2027-05-05', false],
  ['any day, if it was not published', { publishedOn: null }, '2026-06-01', false],
])('W.4: on %s a recognition of %j is public: %s %s', (_, differing, on, isPublic) => {
  expect(isPublicOn({ ...given, ...differing }, on)).toBe(isPublic);
});

test('what is already on record is refused with its clause', () => {
  expect([refuseReport(null), refuseRevoking(given), refuseSecondLeadAuditor(null), refuseSecondActionPlan(false)]).toEqual(
    Array(4).fill(null),
  );
  const refusals = [
    refuseReport(given),
    refuseRevoking({ ...given, revokedOn: '2027-05-05' }),
    refuseSecondLeadAuditor('P. Roy'),
    refuseSecondActionPlan(true),
  ];
  expect(refusals.map((refusal) => [refusal?.code, ...(refusal?.reasons ?? []).map(({ clause }) => clause)])).toEqual([
    ['ALREADY_RECORDED', 'X-1'],
    ['NOT_STANDING', 'X-1'],
    ['ALREADY_RECORDED', 'X-14'],
    ['ALREADY_RECORDED', 'X-1b'],
  ]);
});
