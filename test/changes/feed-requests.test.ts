import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { neededDocuments } from '../../src/rules/equivalency/documents.ts';
import { type RequestingServer, startRequesting, type Who } from '../support/requesting.ts';

let server: RequestingServer;
let id: string;

// Gamma asks for reciprocity, names the association of British Columbia, submits, is asked for more, and withdraws.
beforeAll(async () => {
  server = await startRequesting();
  ({ id } = await server.begin('gamma', 'A-3', 'OUT_OF_PROVINCE'));
  await server.enter(id, neededDocuments.OUT_OF_PROVINCE);
  await server.done('gamma', 'stateHostCor', id, { association: 'BCCSA', isCurrent: true, expiresOn: '2031-08-31' });
  await server.done('gamma', 'stateOntarioOffice', id, { hasOffice: false });
  await stampChanges(server.dataSource);
  await server.done('gamma', 'submitEquivalencyRequest', id);
  await stampChanges(server.dataSource);
  server.to('2031-02-05');
  await server.done('gamma', 'withdrawEquivalencyRequest', id);
  await stampChanges(server.dataSource);
});

afterAll(() => server.stop());

const query = `query ($filter: ChangeFilter) { changes(filter: $filter) { nodes { __typename kind effectiveOn
  ... on EquivalencyRequestChange { before after request { id account { id } } } } } }`;

/** The reported change of the request, and what the caller sees of the request now. */
const toldTo = async (who: Who | null, filter?: Record<string, unknown>) => {
  const { data, errors } = await server.ask(who, query, { filter });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.changes.nodes;
};

const change = (effectiveOn: string, before: string | null, after: string) =>
  expect.objectContaining({ __typename: 'EquivalencyRequestChange', kind: 'EQUIVALENCY_REQUEST', effectiveOn, before, after });

const submitted = (before: string | null) => change('2031-02-03', before, 'UNDER_REVIEW');
const withdrawn = change('2031-02-05', 'UNDER_REVIEW', 'WITHDRAWN');

test('staff and the applicant see a request from its draft on', async () => {
  const all = [change('2031-02-03', null, 'DRAFT'), submitted('DRAFT'), withdrawn];
  expect(await toldTo('clerk')).toEqual(all);
  expect(await toldTo('gamma')).toEqual(all);
  expect(await toldTo('clerk', { kinds: ['EQUIVALENCY_REQUEST'], accounts: [server.account('A-3')] })).toEqual(all);
  expect((await toldTo('gamma'))[0].request).toEqual({ id, account: { id: server.account('A-3') } });
});

test('the association named in it sees it from its submission on, and no account that is hidden from that association', async () => {
  expect(await toldTo('bccsa')).toEqual([submitted(null), withdrawn]);
  expect((await toldTo('bccsa'))[0].request).toEqual({ id, account: null });
});

test('nobody else sees anything', async () => {
  for (const who of ['alpha', 'acsa', 'wsib', 'buyer', null] as const) expect(await toldTo(who)).toEqual([]);
});

test('the change of a request has no standing', async () => {
  expect(await toldTo('clerk', { standings: ['NOT_REGISTERED', 'NO_CURRENT_CERTIFICATION'] })).toEqual([]);
});
