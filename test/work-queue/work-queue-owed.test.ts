import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { addDays } from '../../src/rules/calendar.ts';
import { refreshWork } from '../../src/work-queue/refresh.service.ts';
import { enterAudit, inUnit } from '../support/sound-audits.ts';
import { only, organizations, startWriting, today, uuidOf, type WritingServer } from '../support/writing.ts';

const ACCOUNTS = 200;

/** Pseudo-random numbers that are the same in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

/** A random registry: certificates around their anniversaries, letters, spot checks, registrations, and audits at every step. */
function randomFacts(seed: number) {
  const draw = chance(seed);
  const near = (days: number) => addDays(today, days - draw(2 * days));
  const files: Record<string, string[]> = {
    organizations: [...organizations],
    accounts: ['account,organization,wsib_account'],
    registrations: ['registration,account,confirmed_on,withdrawn_on'],
    certificates: ['number,account,standard,basis,issued_on'],
    letters: ['number,certificate_number,year,issued_on'],
    spot_checks: ['spot_check,account,received_on,corrective_action'],
    spot_check_events: ['spot_check,on,kind'],
    audits: [
      'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
    ],
    audit_steps: ['audit,on,kind'],
    element_scores: ['audit,element,score'],
  };
  const add = (file: string, ...values: (string | number)[]) => files[file]?.push(values.join(','));
  for (let at = 0; at < ACCOUNTS; at += 1) {
    const account = `A-${at}`;
    add('accounts', account, 'O-1', 6_000_000 + at);
    if (draw(3) > 0) add('registrations', `R-${at}`, account, addDays(today, -draw(500) - 1), '');
    if (draw(4) > 0) {
      const issuedOn = addDays(near(draw(2) === 0 ? 30 : 120), -365 * (1 + draw(3)));
      add('certificates', `C-${at}`, account, 'COR_2020', draw(6) > 0 ? 'EXTERNAL_AUDIT' : 'ISO_45001_EQUIVALENCY', issuedOn);
      if (draw(2) > 0) add('letters', `L-${at}`, `C-${at}`, 2, addDays(issuedOn, 300 + draw(100)));
      if (draw(3) === 0) {
        const receivedOn = addDays(today, -draw(150));
        add('spot_checks', `S-${at}`, account, receivedOn, 'yes');
        if (draw(2) > 0) add('spot_check_events', `S-${at}`, addDays(receivedOn, draw(60)), 'IMPLEMENTATION_REPORTED');
      }
    }
    if (draw(2) > 0) {
      add(
        'audits',
        `AU-${at}-S`,
        account,
        draw(2) > 0 ? 'INITIAL_INTERNAL' : 'MAINTENANCE',
        'COR_2020',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
      );
      add('audit_steps', `AU-${at}-S`, addDays(today, -draw(60)), 'SUBMITTED');
    }
    for (const [n, type] of ['INITIAL_INTERNAL', 'EXTERNAL', 'MAINTENANCE'].entries()) {
      if (draw(2) === 0) continue;
      const from = addDays(today, -draw(250) - 1);
      const days = [from, addDays(from, 1), addDays(from, 2 + draw(5)), draw(2) > 0 ? addDays(from, 20 + draw(40)) : ''];
      const past = days.map((day) => (day > today ? '' : day));
      const score = draw(3) > 0 ? '85.00' : '70.00';
      add('audits', `AU-${at}-${n}`, account, type, 'COR_2020', ...past, '', 'An Auditor', '', score, '100.00');
      if (type === 'EXTERNAL' && past[1]) add('audit_steps', `AU-${at}-${n}`, past[1], 'SCORED');
      for (let element = 1; element <= 14; element += 1) add('element_scores', `AU-${at}-${n}`, element, score);
    }
  }
  return files;
}

let server: WritingServer;
beforeAll(async () => {
  server = await startWriting(randomFacts(2031));
});
afterAll(() => server.stop());

const line = (values: readonly (string | null)[]): string => values.map((value) => value ?? 'none').join(' ');

/** What IHSA owes according to all accounts, one line for each obligation. */
async function owedByAccounts(): Promise<string[]> {
  const query = `query ($after: String) { accounts(first: 50, after: $after) { pageInfo { hasNextPage endCursor }
    nodes { wsibAccount obligations(states: [UPCOMING, DUE, OVERDUE]) { kind by state dueOn lastDay because } } } }`;
  const lines: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data, errors } = await server.graphql(query, { after }, { key: server.clerk });
    if (errors) throw new Error(JSON.stringify(errors));
    for (const { wsibAccount, obligations } of data.accounts.nodes)
      for (const { kind, by, state, dueOn, lastDay, because } of obligations)
        if (by === 'IHSA') lines.push(line([wsibAccount, kind, state, dueOn, lastDay, because]));
    [after, more] = [data.accounts.pageInfo.endCursor, data.accounts.pageInfo.hasNextPage];
  }
  return lines.sort();
}

/** Items that staff only watch are not obligations of IHSA. */
const watched = ['EQUIVALENCY_RENEWAL', 'BIDDING_DOCUMENT_END', 'WSIB_GOOD_STANDING', 'BECOMING_PENDING', 'PENDING_CERTIFICATION'];

async function queued(filter: object = {}) {
  const query = `query ($after: String, $filter: WorkQueueFilter) { workQueue(first: 100, after: $after, filter: $filter) {
    pageInfo { hasNextPage endCursor } nodes { key kind by state dueOn lastDay because consequence assignee assignmentVersion account { wsibAccount } } } }`;
  const nodes = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data, errors } = await server.graphql(query, { after, filter }, { key: server.clerk });
    if (errors) throw new Error(JSON.stringify(errors));
    nodes.push(...data.workQueue.nodes);
    [after, more] = [data.workQueue.pageInfo.endCursor, data.workQueue.pageInfo.hasNextPage];
  }
  return nodes;
}

const owedInQueue = async (): Promise<string[]> =>
  (await queued())
    .filter(({ kind, by }: { kind: string; by: string }) => by === 'IHSA' && !watched.includes(kind))
    .map(({ account, kind, state, dueOn, lastDay, because }) => line([account.wsibAccount, kind, state, dueOn, lastDay, because]))
    .sort();

describe('the queue has every obligation of IHSA, and no other', () => {
  test('in a random registry', async () => {
    const owed = await owedByAccounts();
    const kinds = new Set(owed.map((each) => each.split(' ')[1]));
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        ...['LETTER_OF_GOOD_STANDING', 'NEW_CERTIFICATE', 'INTERNAL_REVIEW', 'SPOT_CHECK_VALIDATION'],
        ...['AUDIT_RECEIPT', 'AUDIT_REPORT_APPROVAL'],
      ]),
    );
    expect(owed.length).toBeGreaterThan(100);
    expect(await owedInQueue()).toEqual(owed);
  });

  test('after each mutation, without recomputing the other accounts', async () => {
    const certified = (await queued({ kinds: ['LETTER_OF_GOOD_STANDING'], states: ['DUE'] })).slice(0, 5);
    for (const { account } of certified) {
      const { id } = await server.file(account.wsibAccount);
      const input = { account: id, from: today, reason: 'r', document: 'd' };
      await server.mutate('recordRevocation', input);
      server.statements();
      expect(await owedInQueue()).toEqual(await owedByAccounts());
    }
    const [row] = await server.dataSource.query('select count(*)::integer as n from work_mark');
    expect(row.n).toBe(0);
  });

  test('on the next day, once somebody asks', async () => {
    const later = addDays(today, 45);
    await refreshWork(server.dataSource, later);
    const [row] = await server.dataSource.query('select day from work_day');
    expect(row.day).toBe(later);
    await server.dataSource.query('update work_day set day = $1', [addDays(today, -1)]);
    expect(await owedInQueue()).toEqual(await owedByAccounts());
  });

  test('while several readers and a writer are active', async () => {
    await server.dataSource.query('insert into work_mark (account_id) values (null)');
    const [{ account }] = await queued({ kinds: ['NEW_CERTIFICATE'] });
    const { id } = await server.file(account.wsibAccount);
    const act = () => server.mutate('recordRevocation', { account: id, from: addDays(today, 1), reason: 'r', document: 'd' });
    await Promise.all([owedInQueue(), act(), owedInQueue(), owedInQueue()]);
    expect(await owedInQueue()).toEqual(await owedByAccounts());
  });
});

describe('order and numbers', () => {
  test('due items come first, and among them those that would be lost; then by day', async () => {
    type Item = { state: string; consequence: string; dueOn: string | null };
    const places = (await queued()).map(({ state, consequence, dueOn }: Item) =>
      [state === 'UPCOMING' ? 2 : 1, ['LOSS', 'LATE', 'NONE'].indexOf(consequence), consequence === 'NONE' ? '' : dueOn].join(' '),
    );
    expect(places.filter((place) => !place.endsWith(' '))).toEqual(places.filter((place) => !place.endsWith(' ')).toSorted());
    expect(new Set(places.map((place) => place.slice(0, 3))).size).toBeGreaterThan(3);
  });

  test('day 30 is in the queue from the day on which the letter is due, with its clause', async () => {
    const coming = await queued({ kinds: ['BECOMING_PENDING'] });
    expect(coming.length).toBeGreaterThan(0);
    for (const { account, dueOn } of coming) {
      expect(await server.standing(account.wsibAccount, dueOn)).toBe('CERTIFIED');
      expect(await server.standing(account.wsibAccount, addDays(dueOn, 1))).toBe('PENDING');
    }
  });

  test('the counts by kind take one statement and add up', async () => {
    const all = await queued();
    server.statements();
    const { data } = await server.graphql(
      '{ workCounts { kind label french: label(locale: FR) total overdue due upcoming } }',
      {},
      { key: server.clerk },
    );
    expect(server.statements().filter((text) => text.includes('group by item.kind'))).toHaveLength(1);
    type Count = { kind: string; label: string; french: string; total: number; overdue: number; due: number; upcoming: number };
    for (const { kind, label, french, total, overdue, due, upcoming } of data.workCounts as Count[]) {
      expect([kind, total]).toEqual([kind, all.filter((item: { kind: string }) => item.kind === kind).length]);
      expect(overdue + due + upcoming).toBe(total);
      expect(label + french).not.toContain('_');
    }
  });
});

describe('assignWork', () => {
  const text = `mutation ($input: AssignWorkInput!) { assignWork(input: $input) { key assignee assignmentVersion } }`;
  let keys = 0;
  const assign = (item: string, assignee: string | null, expectedVersion: number, key = server.clerk) => {
    keys += 1;
    return server.graphql(text, { input: { idempotencyKey: `assign-${keys}`, item, assignee, expectedVersion } }, { key });
  };

  test('assigns an item to somebody, takes it back, and makes the queue filterable', async () => {
    const [{ key, assignmentVersion }] = await queued();
    expect(assignmentVersion).toBe(0);
    expect((await assign(key, 'J. Doe', 0)).data.assignWork).toEqual({ key, assignee: 'J. Doe', assignmentVersion: 1 });
    expect(only(await queued({ assignee: 'J. Doe' })).key).toBe(key);
    expect((await queued({ unassigned: true })).map((item: { key: string }) => item.key)).not.toContain(key);
    expect((await assign(key, null, 1)).data.assignWork).toEqual({ key, assignee: null, assignmentVersion: 2 });
  });

  test('by two clerks gives one of them a conflict', async () => {
    const [, { key }] = await queued();
    const answers = await Promise.all([assign(key, 'A', 0), assign(key, 'B', 0, server.otherClerk)]);
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').toSorted()).toEqual(['CONFLICT', 'done']);
  });

  test('is refused for an item not in the queue, and to anyone except staff', async () => {
    expect((await assign('00000000-0000-4000-8000-000000000000', 'A', 0)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await assign('nothing', 'A', 0)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.item' });
    const [{ key }] = await queued();
    expect((await assign(key, 'A', 0, await server.keyFor('wsib'))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

test('a fact written without a mutation is found on the next day at the latest', async () => {
  const { id } = await server.file('6000000');
  const source: DataSource = server.dataSource;
  const submitted = { type: 'INITIAL_INTERNAL', tool: 'COR_2020', receivedOn: today } as const;
  await inUnit(source, today, (unit) => enterAudit(unit, { accountId: uuidOf(id), ...submitted }));
  await source.query('update work_day set day = $1', [addDays(today, -1)]);
  expect(await owedInQueue()).toEqual(await owedByAccounts());
});
