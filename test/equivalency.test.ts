import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { neededDocuments } from '../src/rules/equivalency-documents.ts';
import { firstDay, type RequestingServer, startRequesting } from './requesting.ts';

let server: RequestingServer;
beforeAll(async () => {
  server = await startRequesting();
});
afterAll(() => server.stop());

describe('a request for ISO 45001', () => {
  test('goes from draft to a certificate for a year', async () => {
    const { id, ...draft } = await server.begin('alpha', 'A-1', 'ISO_45001');
    expect(draft).toMatchObject({ kind: 'ISO_45001', version: 1, state: { status: 'DRAFT', since: firstDay, lastDay: null } });
    await server.send('alpha', id, neededDocuments.ISO_45001);
    const submitted = await server.done('alpha', 'submitEquivalencyRequest', id);
    expect(submitted.state).toEqual({ status: 'SUBMITTED', since: firstDay, lastDay: null });
  });
});
