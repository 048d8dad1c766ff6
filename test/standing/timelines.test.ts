import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source.ts';
import { LetterRow } from '../../src/database/tables/letter.table.ts';
import { StandingPeriodHistoryRow, StandingPeriodRow } from '../../src/database/tables/standing-period.table.ts';
import { connectionOf, type Unit, write } from '../../src/database/unit-of-work.ts';
import { decodeReasons } from '../../src/standing/reasons.ts';
import { accountFacts } from '../../src/standing/standing.facts.ts';
import { storeNewTimelines, storeTimelines } from '../../src/standing/standing.service.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { certify, enterFirm, type Firm, issueLetter, register } from '../support/firm.ts';

let database: FreshDatabase;
let dataSource: DataSource;
const unit = <T>(work: (unit: Unit) => Promise<T>) => write(dataSource, { actor: 'clerk', today: '2026-11-22' }, work);

const periods = (accountId: string) => dataSource.manager.find(StandingPeriodRow, { where: { accountId }, order: { validFrom: 'ASC' } });

/** The runs of equal standing: first day and standing. */
const runs = async (accountId: string) =>
  (await periods(accountId)).filter((period) => period.since === period.validFrom).map(({ since, standing }) => `${since} ${standing}`);

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = await createDataSource(database.url).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

// Certificate of 15 January 2024, letter for year 2 in time, none for year 3: due on 15 January 2026, so pending from day 31
// (15 February) and lost from day 91 (16 April).
async function enterStory(its: Unit): Promise<Firm> {
  const firm = await enterFirm(its);
  await register(its, firm, '2024-01-02');
  const certificate = await certify(its, firm, `C-${firm.wsibAccount}`, '2024-01-15');
  await issueLetter(its, certificate, `L-${firm.wsibAccount}`, 2, '2025-01-10');
  return firm;
}

const story = [
  '0001-01-01 NOT_REGISTERED',
  '2024-01-02 REGISTERED',
  '2024-01-15 CERTIFIED',
  '2026-02-15 PENDING',
  '2026-04-16 CERTIFICATION_LOST',
];

describe('storing a timeline', () => {
  let firm: Firm;

  beforeEach(async () => {
    firm = await unit(async (its) => {
      const entered = await enterStory(its);
      await storeTimelines(its, [entered.accountId]);
      return entered;
    });
  });

  test('keeps the standing of an account for all time', async () => {
    expect(await runs(firm.accountId)).toEqual(story);
  });

  test('stores with each period what an answer shows: its documents, its end, and what comes next', async () => {
    const period = (await periods(firm.accountId)).find(({ validFrom }) => validFrom === '2025-01-10');
    expect(period).toMatchObject({
      standing: 'CERTIFIED',
      standard: 'COR_2020',
      basis: 'EXTERNAL_AUDIT',
      certificateNumber: `C-${firm.wsibAccount}`,
      certificateIssuedOn: '2024-01-15',
      letterNumber: `L-${firm.wsibAccount}`,
      letterYear: 2,
      letterIssuedOn: '2025-01-10',
      biddingDocumentNumber: null,
      since: '2024-01-15',
      holdsUntil: '2026-02-15',
      nextStanding: 'PENDING',
    });
    const letter = await dataSource.manager.findOneByOrFail(LetterRow, { number: `L-${firm.wsibAccount}` });
    expect(period).toMatchObject({ certificateId: letter.certificateId, letterId: letter.id });
    expect(decodeReasons(period?.reasons ?? '').filter(({ decides }) => decides)).toContainEqual(
      expect.objectContaining({ clause: 'G-2.4.h', holds: true }),
    );
  });

  test('changes nothing when the facts have not changed', async () => {
    expect(await unit((its) => storeTimelines(its, [firm.accountId]))).toEqual({ accounts: 1, changed: 0, periods: 0 });
    expect(await dataSource.manager.countBy(StandingPeriodHistoryRow, { accountId: firm.accountId })).toBe(0);
  });

  test('moves the whole timeline it replaces to the history, with the recording that ended it', async () => {
    const before = await periods(firm.accountId);
    const recordingId = await unit(async (its) => {
      await its.tx.update(LetterRow, { number: `L-${firm.wsibAccount}` }, { issuedOn: '2025-02-20' });
      await storeTimelines(its, [firm.accountId]);
      return its.recordingId;
    });
    const history = await dataSource.manager.find(StandingPeriodHistoryRow, { where: { accountId: firm.accountId }, order: { id: 'ASC' } });
    expect(history.map(({ id: _, endedByRecordingId: __, ...period }) => period)).toEqual(before);
    expect(new Set(history.map(({ endedByRecordingId }) => endedByRecordingId))).toEqual(new Set([recordingId]));
    // Issued 36 days after the anniversary: pending from day 31 until its day.
    expect(await runs(firm.accountId)).toEqual([...story.slice(0, 3), '2025-02-15 PENDING', '2025-02-20 CERTIFIED', ...story.slice(3)]);
  });

  test('leaves no history of a timeline stored and replaced in the same unit: it was never known', async () => {
    const its = await unit(async (one) => {
      const entered = await enterFirm(one);
      await storeTimelines(one, [entered.accountId]);
      await register(one, entered, '2024-01-02');
      await storeTimelines(one, [entered.accountId]);
      return entered;
    });
    expect(await runs(its.accountId)).toEqual(story.slice(0, 2));
    expect(await dataSource.manager.countBy(StandingPeriodHistoryRow, { accountId: its.accountId })).toBe(0);
  });

  test('fails for an account that does not exist', async () => {
    await expect(unit((its) => storeTimelines(its, ['00000000-0000-4000-8000-000000000000']))).rejects.toThrow('Only an account has');
  });
});

test('new accounts get the same timelines without reading the stored ones, batch by batch', async () => {
  const seen: number[] = [];
  const ids = await unit(async (its) => {
    const entered: string[] = [];
    for (let at = 0; at < 501; at += 1) entered.push((at < 2 ? await enterStory(its) : await enterFirm(its)).accountId);
    const stored = await storeNewTimelines(its, entered, { onProgress: ({ accounts }) => seen.push(accounts) });
    expect(stored).toMatchObject({ accounts: 501, changed: 501 });
    return entered;
  });
  expect(seen).toEqual([500, 501]);
  expect(await runs(ids[1] ?? '')).toEqual(story);
  expect(await runs(ids[500] ?? '')).toEqual(story.slice(0, 1));
  expect(await unit((its) => storeTimelines(its, ids))).toMatchObject({ changed: 0 });
});

test('a document number keeps its backslashes, tabs, quotes and line breaks', async () => {
  const number = 'C\\1\t"2"\r\n\\N é';
  const firm = await unit(async (its) => {
    const entered = await enterFirm(its);
    await certify(its, entered, number, '2024-01-15');
    await storeTimelines(its, [entered.accountId]);
    return entered;
  });
  const period = (await periods(firm.accountId)).find(({ validFrom }) => validFrom === '2024-01-15');
  expect(period?.certificateNumber).toBe(number);
  expect(decodeReasons(period?.reasons ?? '').some(({ because }) => because.values.certificate === number)).toBe(true);
});

test('the facts of three accounts take the same number of statements as those of one', async () => {
  const firms = await unit(async (its) => [await enterStory(its), await enterStory(its), await enterFirm(its)]);
  const counts = await dataSource.transaction(async (tx) => {
    const query = jest.spyOn(await connectionOf(tx), 'query');
    const statements = async (ids: string[]) => {
      query.mockClear();
      expect([...(await accountFacts(tx, ids)).keys()]).toEqual(ids);
      return query.mock.calls.length;
    };
    const found = [await statements([firms[0]?.accountId ?? '']), await statements(firms.map(({ accountId }) => accountId))];
    query.mockRestore();
    return found;
  });
  expect(counts).toEqual([5, 5]);
});
