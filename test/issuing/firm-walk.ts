import { expect } from '@jest/globals';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { bytes } from '../support/requesting.ts';
import type { WritingServer } from '../support/writing.ts';

interface Words {
  readonly en: string;
  readonly fr: string;
}

function inBothLanguages(words: readonly Words[]): void {
  for (const { en, fr } of words) {
    expect(fr).toBeTruthy();
    expect(`${en} ${fr}`).not.toMatch(/[{}]|undefined/);
    expect(fr).not.toBe(en);
  }
}

/** What a firm does with its own key, and its stage and standing as the firm and IHSA see them. */
export function firmWalk(server: WritingServer, number: string, account: string, own: string) {
  const asked = async (query: string, variables: object = {}, key: string | null = server.clerk) => {
    const { data, errors } = await server.graphql(query, { ...variables }, key === null ? {} : { key });
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };

  let keys = 0;
  const sent = async (
    name: string,
    thing: string,
    input: object,
    key = server.clerk,
  ): Promise<{ id: string; clauses: string[]; version: number; path?: string }> => {
    keys += 1;
    const fields = thing === 'AuditUpload' ? 'path' : 'id version';
    const text = `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
      __typename ... on ${thing} { ${fields} } ... on Refused { reasons { clause } } } }`;
    const given = name === 'requestAuditUpload' ? input : { idempotencyKey: `walk-${keys}`, ...input };
    const answer = (await asked(text, { input: given }, key))[name];
    return { ...answer, clauses: (answer.reasons ?? []).map(({ clause }: { clause: string }) => clause) };
  };

  const versionOf = async (id: string): Promise<number> =>
    (await asked('query ($id: ID!) { node(id: $id) { ... on Audit { version } } }', { id })).node.version;

  /** A step of an audit that the firm records itself; returns the clauses that refuse it. */
  const firm = async (name: string, audit: string, input: object): Promise<string[]> =>
    (await sent(name, 'Audit', { audit, expectedVersion: await versionOf(audit), ...input }, own)).clauses;

  async function sendDocument(audit: string, kind: string, createdOn?: string): Promise<void> {
    const { path = '' } = await sent('requestAuditUpload', 'AuditUpload', { audit, kind, fileName: `${kind}.pdf`, createdOn }, own);
    await server.request
      .put(path)
      .set('content-type', 'application/pdf')
      .send(bytes.pdf(`${kind} ${createdOn}`))
      .expect(201);
  }

  async function takeBackEvidence(audit: string): Promise<void> {
    const { documents } = (await asked('query ($id: ID!) { node(id: $id) { ... on Audit { documents { key kind } } } }', { id: audit }))
      .node;
    const { key } = documents.find(({ kind }: { kind: string }) => kind === 'EVIDENCE');
    expect(await firm('removeAuditDocument', audit, { document: key })).toEqual([]);
  }

  const query = `query ($w: String!, $account: ID!, $audit: ID) {
    account(wsibAccount: $w) { stage { stage en: label(locale: EN) fr: label(locale: FR) }
      obligations { kind state dueOn en: because(locale: EN) fr: because(locale: FR) } }
    verify(subject: { wsibAccount: $w }) { standing }
    certificateReadiness(account: $account, audit: $audit) { isReady missing(locale: EN) { clause because } fr: missing(locale: FR) { because } }
  }`;

  /** The firm today: its stage, its open obligations, its standing, what is missing for the certificate, and how often its standing changed. */
  async function today(audit?: string) {
    await stampChanges(server.dataSource);
    const { account: read, verify, certificateReadiness: readiness } = await asked(query, { w: number, account, audit });
    const owed: (Words & { kind: string; state: string; dueOn: string | null })[] = read.obligations;
    inBothLanguages([
      read.stage,
      ...owed,
      ...readiness.missing.map(({ because: en }: { because: string }, at: number) => ({ en, fr: readiness.fr[at].because })),
    ]);
    const kinds = '[STANDING, DOCUMENT, REASONS, CORRECTION, NOTICE]';
    const feed = `query { changes(first: 50, filter: { kinds: ${kinds} }) { nodes { kind ... on StatusChange { before { standing } after { standing } } } } }`;
    const told = async (key: string | null) =>
      (await asked(feed, {}, key)).changes.nodes.map((each: { after: { standing: string } }) => each.after.standing);
    return {
      stage: read.stage.stage,
      owed: owed.filter(({ state }) => state !== 'DONE').map(({ kind, dueOn }) => (dueOn ? `${kind} ${dueOn}` : kind)),
      standing: verify.standing,
      missing: readiness.missing.map(({ clause }: { clause: string }) => clause),
      staff: await told(server.clerk),
      everybody: await told(null),
    };
  }

  return { asked, sent, firm, versionOf, sendDocument, takeBackEvidence, today };
}
