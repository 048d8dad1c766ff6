import { expect } from '@jest/globals';
import fc from 'fast-check';
import { today, type WritingServer } from '../support/writing.ts';
import { type Firms, firmsDesk } from './firms-desk.ts';
import { accountOf, type FirmsPaper, firstForbidden, isInvalid, mayMerge, openApplications, unfit } from './firms-model.ts';
import type { Act } from './issuing-desk.ts';

/** What clerks do, and whether the guideline lets the last act of it be done; null where the paper does not tell. */
interface Move {
  readonly name: string;
  readonly act: (firms: Firms) => Promise<readonly Act[]>;
  readonly due?: (paper: FirmsPaper, firms: Firms) => boolean | null;
}

const expected = [null, 'CONFLICT', 'BAD_USER_INPUT', 'NOT_FOUND'];
const started = ['2030-05-06', '2030-06-03'] as const;
const courses = ['COR_ESSENTIALS', 'BASIC_AUDITING_PRINCIPLES', 'COR_INTERNAL_AUDITOR', 'INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT'];
const internalSteps = ['COMPLETED', 'SIGNED_OFF', 'SUBMITTED', 'RECEIVED'];

const place = fc.nat({ max: 2 });
const last = fc.constantFrom(-1, -1, -2, 0);
const anyCourse = fc.constantFrom(...courses);
const trainedOn = fc.constantFrom('2029-12-03', '2030-05-06', '2030-05-07', '2030-07-02');
/** Mostly null. `fc.option` is null once in so many times, and otherwise the value. */
const seldom = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

const mostlyPasses = fc.constantFrom('84.00', '84.00', '84.00', '84.00', '84.00', '79.99');

/** Random walks of clerks over firms: people and training, applications, numbers, mergers, shared submissions, audits, issue. */
export function firmsWalk(server: WritingServer) {
  const desk = firmsDesk(server);
  const tally = { walks: 0, acts: 0, refused: 0, conflicts: 0, registered: 0, assessed: 0, exempted: 0, merged: 0, shared: 0, issued: 0 };
  const person = async (firms: Firms, at: number, act: (id: string) => Promise<Act>) => {
    const id = firms.people.at(at);
    return id === undefined ? [] : [await act(id)];
  };
  const accountAt = (firms: Firms, at: number): string => firms.accounts[at] ?? '';
  const ownerAt = (firms: Firms, at: number): string => firms.organizations[at % 2] ?? '';

  const exemption = fc
    .record({
      at: last,
      course: fc.constantFrom(...courses, 'COR_ESSENTIALS', 'BASIC_AUDITING_PRINCIPLES'),
      requestedOn: fc.constantFrom('2030-03-01', '2030-03-02'),
      courseCompletedOn: fc.constantFrom('2027-03-01', '2029-05-01', '2029-05-01', null),
      provider: fc.constantFrom('CFCSA_MEMBER', 'RECOGNIZED_LEAD_AUDITOR_TRAINER', 'OTHER_PROVIDER'),
      evidence: fc.constantFrom<readonly string[]>(
        ['TRANSCRIPT', 'COURSE_OUTLINE'],
        ['TRANSCRIPT', 'COURSE_OUTLINE', 'WALLET_CARD'],
        ['TRANSCRIPT'],
        ['EXPERIENCE'],
      ),
    })
    .map(({ at, ...asked }): Move => {
      const { course, requestedOn, courseCompletedOn, provider, evidence } = asked;
      // G-2.2.b: three years from 1 March 2027 end on 1 March 2030.
      const isGrantable =
        courses.slice(0, 2).includes(course) &&
        evidence.includes('TRANSCRIPT') &&
        evidence.includes('COURSE_OUTLINE') &&
        provider !== 'OTHER_PROVIDER' &&
        (courseCompletedOn === '2029-05-01' || (courseCompletedOn === '2027-03-01' && requestedOn === '2030-03-01'));
      return {
        name: `exemption ${at} ${JSON.stringify(asked)}`,
        act: async (firms) => {
          const requested = await person(firms, at, (id) => desk.request(id, asked));
          if (!requested[0]?.done) return requested;
          const decided = await person(firms, at, (id) =>
            desk.decide(id, { course, requestedOn, decidedOn: '2030-04-01', isGranted: true }),
          );
          if (decided[0]?.done) tally.exempted += 1;
          expect({ asked, granted: decided[0]?.done }).toEqual({ asked, granted: isGrantable });
          return [...requested, ...decided];
        },
      };
    });

  const handled: Readonly<Record<string, readonly string[]>> = {
    acknowledge: ['APPLIED', 'ACKNOWLEDGED', 'VERIFIED'],
    verify: ['ACKNOWLEDGED', 'VERIFIED'],
    reject: ['APPLIED', 'ACKNOWLEDGED', 'VERIFIED'],
    confirm: ['VERIFIED'],
  };
  const handle = fc.tuple(last, fc.constantFrom(...Object.keys(handled))).map(
    ([at, what]): Move => ({
      name: `${what} ${at}`,
      act: async (firms) => {
        const id = firms.applications.at(at);
        return id === undefined ? [] : [await desk.handle(id, what, '2030-02-01')];
      },
      due: (paper, firms) => {
        const found = paper.applications.find(({ id }) => id === firms.applications.at(at));
        const account = found && accountOf(paper, found.account);
        if (!account) return null;
        if (!handled[what]?.includes(found.status)) return false;
        const stands = account.file.registrations.length > 0;
        // Whether a step may be recorded anew is not the guideline's.
        if (what !== 'confirm') return null;
        return !stands && !isInvalid(account, '2030-02-01');
      },
    }),
  );

  const registersAt = (at: number): Move => ({
    name: `registers ${at}`,
    act: async (firms) => {
      const applied = await desk.apply(firms, accountAt(firms, at), '2030-01-04');
      const acts = [applied];
      for (const what of ['acknowledge', 'verify', 'confirm'])
        if (applied.id !== null) acts.push(await desk.handle(applied.id, what, '2030-01-07'));
      if (acts.at(-1)?.done && acts.length === 4) tally.registered += 1;
      return acts;
    },
  });
  const registers = place.map(registersAt);

  const apply = place.map(
    (at): Move => ({
      name: `apply ${at}`,
      act: async (firms) => [await desk.apply(firms, accountAt(firms, at), '2030-01-05')],
      due: (paper, firms) => {
        const account = accountOf(paper, accountAt(firms, at));
        // G-2.1.a: one at a time; R-31: not beside a registration that stands.
        return account && openApplications(account) > 0 ? false : null;
      },
    }),
  );

  const staffAt = (where: fc.Arbitrary<number>) =>
    fc.record({ at: where, from: trainedOn, isPermanent: fc.constantFrom(true, true, true, false), without: seldom(anyCourse) }).map(
      ({ at, from, isPermanent, without }): Move => ({
        name: `staff ${at} from ${from}, permanent ${isPermanent}, without ${without}`,
        act: (firms) => desk.staff(firms, accountAt(firms, at), from, isPermanent, without),
      }),
    );
  const staff = staffAt(place);

  const internalAt = (where: fc.Arbitrary<number>, shares: fc.Arbitrary<number | null>) =>
    fc
      .record({
        at: where,
        conductor: fc.constantFrom(-2, -2, -2, -2, -2, -2, -1, 0),
        on: fc.constantFrom(...started),
        overall: mostlyPasses,
        leftOut: seldom(fc.constantFrom(...internalSteps)),
        sharing: shares,
      })
      .map(
        ({ at, conductor, on, overall, leftOut, sharing }): Move => ({
          name: `internal audit of ${at} by ${conductor} on ${on}: ${overall}, without ${leftOut}, sharing ${sharing}`,
          act: async (firms) => {
            const shared = sharing === null ? null : (firms.internal.at(sharing) ?? null);
            const begun = await desk.beginInternal(firms, accountAt(firms, at), shared);
            if (begun.id === null) return [begun];
            if (shared !== null) tally.shared += 1;
            const audit = begun.id;
            const acts = [begun, await desk.step(audit, 'STARTED', on)];
            const who = firms.people.at(conductor);
            if (who !== undefined) acts.push(await desk.conduct(firms, audit, who));
            for (const step of internalSteps) if (step !== leftOut) acts.push(await desk.step(audit, step, '2030-07-05'));
            acts.push(await desk.score(audit, '84.00', '2030-07-05'));
            const paper = await desk.paper(firms);
            const account = paper.accounts.find(({ file }) => file.audits.some(({ id }) => id === audit));
            const assessed = await desk.step(audit, 'PRE_ASSESSED', '2030-07-05');
            const found = account?.file.audits.find(({ id }) => id === audit);
            const isReady =
              account && found?.startedOn && found.receivedOn && unfit(paper, account, firms.conductors.get(audit), on).length === 0;
            expect({ assessed: assessed.done, refused: assessed.clauses }).toEqual({
              assessed: isReady === true,
              refused: expect.any(Array),
            });
            if (assessed.done) tally.assessed += 1;
            if (overall !== '84.00') acts.push(await desk.score(audit, overall, '2030-08-15'));
            for (const step of ['REVIEWED', 'REPORT_RECEIVED']) acts.push(await desk.step(audit, step, '2030-08-15'));
            return [...acts, assessed];
          },
        }),
      );
  const internal = internalAt(place, fc.option(last, { freq: 1 }));

  const externalSteps = ['AUDIT_PLAN_SUBMITTED', 'AUDIT_PLAN_APPROVED', 'STARTED', 'COMPLETED', 'REPORT_APPROVED', 'REPORT_RECEIVED'];
  const externalAt = (where: fc.Arbitrary<number>) =>
    fc
      .record({
        at: where,
        on: fc.constantFrom('2030-10-07', '2030-10-07', '2031-02-15', '2031-02-15', '2031-02-16'),
        overall: mostlyPasses,
        leftOut: seldom(fc.constantFrom(...externalSteps)),
        by: fc.nat({ max: 1 }),
      })
      .map(
        ({ at, on, overall, leftOut, by }): Move => ({
          name: `external audit of ${at} by ${by} on ${on}: ${overall}, without ${leftOut}`,
          act: async (firms) => {
            const begun = await desk.beginExternal(firms, accountAt(firms, at));
            if (begun.id === null) return [begun];
            const acts = [begun, await desk.select(begun.id, firms.auditors[by] ?? '', on)];
            for (const step of externalSteps) {
              if (step !== leftOut) acts.push(await desk.step(begun.id, step, on));
              if (step === 'COMPLETED') acts.push(await desk.score(begun.id, overall, on));
            }
            return acts;
          },
        }),
      );
  const external = externalAt(place);

  const issueAt = (where: fc.Arbitrary<number>, which: fc.Arbitrary<number>) =>
    fc.tuple(where, which, fc.constantFrom('2031-02-16', today, today)).map(
      ([at, of, on]): Move => ({
        name: `issue ${at} on ${of}, ${on}`,
        act: async (firms) => {
          const audit = firms.external.at(of);
          return audit === undefined ? [] : [await desk.issue(accountAt(firms, at), audit, on)];
        },
        due: (paper, firms) => {
          const [audit, account] = [firms.external.at(of), accountOf(paper, accountAt(firms, at))];
          if (audit === undefined || !account) return null;
          if (firstForbidden(account, audit, on).length > 0) return false;
          // Of several external audits, the one before counts too (R-45, G-2.4.i), and of another certificate what a renewal needs.
          const { audits, certificates } = account.file;
          return certificates.length > 0 || audits.filter(({ type }) => type === 'EXTERNAL').length > 1 ? null : true;
        },
      }),
    );

  const issue = issueAt(place, last);

  const mergeAccounts = fc.tuple(place, place).map(
    ([at, other]): Move => ({
      name: `merge account ${other} into ${at}`,
      act: async (firms) => [await desk.mergeAccounts(accountAt(firms, at), accountAt(firms, other))],
      due: (paper, firms) => mayMerge(paper, accountAt(firms, at), accountAt(firms, other)),
    }),
  );
  const mergeOrganizations = fc.tuple(place, place).map(
    ([at, other]): Move => ({
      name: `merge organization ${other % 2} into ${at % 2}`,
      act: async (firms) => [await desk.mergeOrganizations(ownerAt(firms, at), ownerAt(firms, other))],
    }),
  );
  /** The firm becomes one organization, and the account without a number one with another. */
  const entireMerger: Move = {
    name: 'merge account 1 into 0, after its organization',
    act: async (firms) => [
      await desk.mergeOrganizations(ownerAt(firms, 0), ownerAt(firms, 1)),
      await desk.mergeAccounts(accountAt(firms, 0), accountAt(firms, 1)),
    ],
  };
  const small: fc.Arbitrary<Move> = fc.oneof(
    exemption,
    handle,
    apply,
    fc.tuple(last, anyCourse, trainedOn).map(
      ([at, course, on]): Move => ({
        name: `course ${at} ${course} ${on}`,
        act: (firms) => person(firms, at, (id) => desk.course(id, course, on)),
      }),
    ),
    fc.tuple(last, place).map(
      ([at, where]): Move => ({
        name: `leaves ${at} ${where}`,
        act: (firms) => person(firms, at, (id) => desk.leave(id, accountAt(firms, where), '2030-05-20')),
      }),
    ),
    last.map((at): Move => ({ name: `retrain ${at}`, act: (firms) => person(firms, at, (id) => desk.retrain(id, '2030-06-01')) })),
    last.map((at): Move => ({ name: `erase ${at}`, act: (firms) => person(firms, at, (id) => desk.erase(id)) })),
    fc.tuple(place, fc.boolean(), fc.constantFrom('2030-01-06', '2031-03-01')).map(
      ([at, isValid, from]): Move => ({
        name: `WSIB says ${isValid} of number ${at} from ${from}`,
        act: async (firms) => [await desk.report(firms.numbers[at] ?? firms.numbers[0] ?? '', isValid, from)],
      }),
    ),
    place.map((at): Move => ({ name: `renumber ${at}`, act: async (firms) => [await desk.renumber(firms, accountAt(firms, at))] })),
    fc.tuple(fc.nat({ max: 1 }), place).map(
      ([by, at]): Move => ({
        name: `auditor ${by} consults for ${at % 2}`,
        act: async (firms) => [await desk.consult(firms.auditors[by] ?? '', ownerAt(firms, at), '2030-01-01')],
      }),
    ),
    fc.tuple(place, fc.constantFrom('2028-01-03', '2029-05-06', '2029-05-07')).map(
      ([at, since]): Move => ({
        name: `system ${at} since ${since}`,
        act: async (firms) => [await desk.system(accountAt(firms, at), since)],
      }),
    ),
  );
  /** Clerks who work independently; what is done with what they find is not foretold. */
  const atOnce: fc.Arbitrary<Move> = fc
    .array(fc.oneof(handle, apply, issue, issue, mergeAccounts, mergeOrganizations, staff, external), { minLength: 2, maxLength: 4 })
    .map((moves) => ({
      name: `at once: ${moves.map(({ name }) => name).join(' | ')}`,
      act: async (firms) => (await Promise.all(moves.map(({ act }) => act(firms)))).flat(),
    }));

  /** Registered, with a system and people who lack nothing. */
  const preparedAt = (at: number): fc.Arbitrary<Move[]> =>
    fc.constant([
      { name: `system ${at}`, act: async (firms) => [await desk.system(accountAt(firms, at), '2028-01-03')] },
      registersAt(at),
      { name: `sound staff ${at}`, act: (firms) => desk.staff(firms, accountAt(firms, at), '2029-12-03', true, null) },
    ]);
  /** The other account of the same organization shares the submission just made. */
  const sisterOf = (at: number): fc.Arbitrary<Move[]> => {
    const sister = at === 0 ? 2 : 0;
    return fc.tuple(preparedAt(sister), internalAt(fc.constant(sister), fc.constant(-1))).map((moves) => moves.flat());
  };

  /** The way to a certificate at one place, mostly without a gap: otherwise walks would rarely come to one. */
  const beginning = place.chain((at) => {
    const here = fc.constant(at);
    const shared = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: sisterOf(at) });
    const way = fc.tuple(preparedAt(at), internalAt(here, fc.constant(null)), shared, externalAt(here), issueAt(here, fc.constant(-1)));
    return fc.tuple(way, fc.boolean()).map(([moves, isMerged]): Move[] => [...(isMerged ? [entireMerger] : []), ...moves.flat()]);
  });
  const rest = fc.array(
    fc.oneof(
      { weight: 5, arbitrary: small },
      { weight: 3, arbitrary: issue },
      { weight: 2, arbitrary: fc.oneof(registers, staff, internal, external) },
      { weight: 2, arbitrary: fc.oneof(mergeAccounts, mergeOrganizations, fc.constant(entireMerger)) },
      { weight: 2, arbitrary: atOnce },
    ),
    { minLength: 3, maxLength: 9 },
  );
  const walks = fc.tuple(beginning, rest).map((both) => both.flat());

  /** What holds whatever was done. */
  async function holds(firms: Firms, told: readonly string[], certified: Set<string>): Promise<void> {
    const paper = await desk.paper(firms);
    const audits = paper.accounts.flatMap(({ file }) => file.audits.map(({ id }) => id));
    // Nothing is lost in a merger, and nothing is there twice.
    expect({ told, audits: audits.toSorted() }).toEqual({ told, audits: [...firms.internal, ...firms.external].toSorted() });
    const applications = paper.accounts.flatMap(({ file }) => file.applications.map(({ id }) => id));
    expect({ told, applications: applications.toSorted() }).toEqual({ told, applications: firms.applications.toSorted() });
    expect({ told, open: paper.accounts.filter((each) => openApplications(each) > 1) }).toEqual({ told, open: [] });
    expect({ told, ids: paper.byId.map((_, at) => accountOf(paper, accountAt(firms, at))?.id) }).toEqual({
      told,
      ids: paper.byId.map(({ id }) => id),
    });
    for (const account of paper.accounts)
      for (const { number, issuedOn, restsOn } of account.file.certificates) {
        if (certified.has(number)) continue;
        certified.add(number);
        tally.issued += 1;
        const others = account.file.certificates.filter((each) => each.number !== number);
        const alone = { ...account, file: { ...account.file, certificates: [] } };
        const unlawful = [
          ...firstForbidden(alone, restsOn.audit.id, issuedOn),
          // No audit of year one is recorded on these walks, so nothing is renewed (G-2.5.b).
          ...(others.some((each) => each.issuedOn <= issuedOn || each.restsOn.audit.id === restsOn.audit.id) ? ['a second one'] : []),
        ];
        expect({ told, number, unlawful }).toEqual({ told, number, unlawful: [] });
      }
    for (const number of firms.numbers) expect({ told, number, found: await desk.found(number) }).not.toMatchObject({ found: null });
  }

  async function walk(moves: readonly Move[]): Promise<void> {
    const firms = await desk.begin();
    const certified = new Set<string>();
    const told: string[] = [];
    for (const move of moves) {
      told.push(move.name);
      const due = move.due ? move.due(await desk.paper(firms), firms) : null;
      const acts = await move.act(firms);
      tally.acts += acts.length;
      tally.refused += acts.filter(({ clauses }) => clauses.length > 0).length;
      tally.conflicts += acts.filter(({ error }) => error === 'CONFLICT').length;
      if (move.name.startsWith('merge account') && acts.some(({ done }) => done)) tally.merged += 1;
      expect({ told, errors: acts.filter(({ error }) => !expected.includes(error)) }).toEqual({ told, errors: [] });
      if (due !== null) expect({ told, acts, done: acts.at(-1)?.done ?? false }).toEqual({ told, acts, done: due });
      await holds(firms, told, certified);
    }
    tally.walks += 1;
  }

  return { walks, walk, tally };
}
