// Over any facts and days. W.3.d: the next third-party audit follows three years after the one that counted, and is no criterion.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addYears, type Day } from '../../../src/rules/calendar.ts';
import type { Holder } from '../../../src/rules/sose/criterion.ts';
import { type BodyKind, type SoseFacts, type SystemFact, soseEligibility } from '../../../src/rules/sose/sose.ts';
import { someCycleFacts } from '../arbitrary-cycle.ts';
import { someDay } from '../arbitrary-facts.ts';

const holder = fc.constantFrom<Holder>('IHSA', 'CERTIFICATION_BODY', 'MINISTRY', 'APPLICANT', 'WSIB');
const later = (day: Day): fc.Arbitrary<Day> => fc.nat({ max: 200 }).map((days) => addDays(day, days));

const body = fc.constantFrom<BodyKind>('IHSA', 'ISO_17024', 'CPO_ACKNOWLEDGED', 'ISO_17021_1_WITH_17021_10', 'OTHER_BODY');

const systemAudit = someDay.chain((completedOn) =>
  fc.record({
    id: fc.constantFrom('S1', 'S2', 'S3', 'S4'),
    completedOn: fc.constant(completedOn),
    closedOn: fc.option(later(completedOn)),
    byThirdParty: fc.constantFrom(true, true, true, false),
    verified: fc.constantFrom(true, true, true, false, null),
    body: fc.option(body.map((kind) => ({ name: 'Registrar', kind }))),
  }),
);

const system: fc.Arbitrary<SystemFact> = fc.record({
  system: fc.constantFrom('ISO_45001', 'CSA_Z45001', 'OTHER_SYSTEM'),
  certificate: fc.option(
    someDay.chain((issuedOn) =>
      fc.record({
        number: fc.constantFrom('N1', 'N2', 'N3'),
        issuedOn: fc.constant(issuedOn),
        lastDay: fc.option(later(addYears(issuedOn, 2))),
      }),
    ),
  ),
  audits: fc.uniqueArray(systemAudit, { maxLength: 3, selector: ({ id }) => id }),
  broughtBy: holder,
});

const audit = fc.constantFrom('S1', 'S2', 'S3', 'S4', 'A9', 'A8', 'A7', 'A5', 'A4', 'A3');

const leadAuditor = fc.record({
  audit,
  name: fc.constantFrom('P. Roy', 'L. Chen'),
  standings: fc.array(
    fc.record({
      from: fc.constantFrom('2019-01-01', '2023-01-01'),
      to: fc.option(someDay),
      inGoodStanding: fc.constantFrom(true, true, true, false),
    }),
    { maxLength: 2 },
  ),
  broughtBy: fc.constant(null),
});

const actionPlan = fc.record({
  audit,
  approvedOn: fc.option(someDay),
  approvedBy: fc.constantFrom('IHSA', null),
  checkedOn: fc.option(someDay),
  checkedBy: fc.constantFrom('Audits North', null),
  byThirdParty: fc.constantFrom(true, true, false, null),
  broughtBy: fc.constant(null),
});

const stated = <Value>(value: fc.Arbitrary<Value>) => fc.option(fc.record({ value, broughtBy: holder }), { freq: 6 });

const someSoseFacts: fc.Arbitrary<SoseFacts> = fc.record({
  account: someCycleFacts,
  systems: fc.uniqueArray(system, { maxLength: 2, selector: (each) => each.system }),
  leadAuditors: fc.uniqueArray(leadAuditor, { maxLength: 4, selector: (each) => `${each.audit} ${each.name}` }),
  actionPlans: fc.uniqueArray(actionPlan, { maxLength: 3, selector: (each) => each.audit }),
  convictions: stated(fc.array(someDay, { maxLength: 2 })),
  prosecutionUnderWay: stated(fc.constantFrom(false, false, true)),
  workerParticipation: stated(fc.constantFrom(true, true, false)),
});

test('an employer is eligible exactly when every criterion is met, and refused exactly when one is not', () => {
  fc.assert(
    fc.property(someSoseFacts, someDay, (facts, on) => {
      const { outcome, criteria } = soseEligibility(facts, on);
      const findings = new Set(criteria.map(({ finding }) => finding));
      const expected = findings.has('NOT_MET') ? 'NOT_ELIGIBLE' : findings.has('NOT_KNOWN_HERE') ? 'CANNOT_SAY_YET' : 'ELIGIBLE';
      expect(outcome).toBe(expected);
    }),
  );
});

test('nobody is eligible after the last day to apply, which is at most a year after an earlier audit', () => {
  fc.assert(
    fc.property(someSoseFacts, someDay, (facts, on) => {
      const { outcome, lastDayToApply, nextThirdPartyAuditBy } = soseEligibility(facts, on);
      if (outcome === 'ELIGIBLE') expect(lastDayToApply !== null && on <= lastDayToApply).toBe(true);
      if (lastDayToApply !== null) {
        expect(lastDayToApply <= addYears(on, 1)).toBe(true);
        expect(nextThirdPartyAuditBy !== null && nextThirdPartyAuditBy >= addYears(lastDayToApply, 2)).toBe(true);
      }
    }),
  );
});

test('evidence is never dated after the application', () => {
  fc.assert(
    fc.property(someSoseFacts, someDay, (facts, on) => {
      const evidence = soseEligibility(facts, on).criteria.flatMap((criterion) => (criterion.finding === 'MET' ? criterion.evidence : []));
      expect(evidence.filter((each) => each.on !== null && each.on > on)).toEqual([]);
    }),
  );
});

test('audits completed after the application day change nothing', () => {
  fc.assert(
    fc.property(someSoseFacts, someDay, (facts, on) => {
      const isBefore = ({ completedOn }: { completedOn: Day | null }) => completedOn === null || completedOn <= on;
      const account = { ...facts.account, audits: facts.account.audits.filter(isBefore) };
      const systems = facts.systems.map((each) => ({ ...each, audits: each.audits.filter(isBefore) }));
      expect(soseEligibility({ ...facts, account, systems }, on)).toEqual(soseEligibility(facts, on));
    }),
  );
});

test('the order of the facts does not matter', () => {
  fc.assert(
    fc.property(someSoseFacts, someDay, (facts, on) => {
      const account = {
        ...facts.account,
        audits: facts.account.audits.toReversed(),
        certificates: facts.account.certificates.toReversed(),
      };
      const systems = facts.systems.map((each) => ({ ...each, audits: each.audits.toReversed() })).toReversed();
      const [leadAuditors, actionPlans] = [facts.leadAuditors.toReversed(), facts.actionPlans.toReversed()];
      expect(soseEligibility({ ...facts, account, systems, leadAuditors, actionPlans }, on)).toEqual(soseEligibility(facts, on));
    }),
  );
});

test('an additional way to apply takes nothing away', () => {
  const order = ['NOT_ELIGIBLE', 'CANNOT_SAY_YET', 'ELIGIBLE'];
  fc.assert(
    fc.property(someSoseFacts, system, someDay, (facts, another, on) => {
      const known = soseEligibility(facts, on);
      const more = soseEligibility({ ...facts, systems: [...facts.systems, another] }, on);
      if (known.system !== null && !facts.systems.some((each) => each.system === another.system) && known.system !== another.system) {
        expect(order.indexOf(more.outcome)).toBeGreaterThanOrEqual(order.indexOf(known.outcome));
      }
    }),
  );
});
