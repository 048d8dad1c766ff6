import { randomInt } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { dayInToronto } from '../clock.ts';
import type { Context } from '../contract/context.ts';
import { poolOf } from '../database/data-source.ts';
import { connectionOf, type Unit } from '../database/unit-of-work.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { faults } from '../errors.ts';
import { perform } from '../mutations/mutate.ts';
import { type CheckedDocument, checkedDocuments } from '../proof/proof.loader.ts';
import type { Day } from '../rules/calendar.ts';
import { because, Refusal } from '../rules/decision.ts';
import { objection, refusalOf } from '../rules/recording/objections.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import { ENTRIES, encodedList } from './bitstring.ts';
import type { IssueCredentialInput } from './credential.input.ts';
import type { IssuedCredential } from './credential.type.ts';

/** The media type of a signed credential, without `application/`, as the header says it. */
const CREDENTIAL_TYPE = 'vc+jwt';

/** Places taken of a list before the next one is begun: more would make a free one hard to draw. */
const MOST_OF_A_LIST = ENTRIES / 2;

/** Lasting things that a credential names stand under the public address of the registry. */
interface Signing {
  readonly sign: NonNullable<Context['sign']>;
  readonly publicUrl: string;
}

function signingOf({ sign, publicUrl }: Pick<Context, 'sign' | 'publicUrl'>): Signing {
  if (sign === null) throw faults.NO_CREDENTIALS('signing keys');
  if (publicUrl === null) throw faults.NO_CREDENTIALS('a public address');
  return { sign, publicUrl };
}

/** Issues a credential of a document in effect to the organization that holds it, or to staff. It attests the document, not the standing. */
export async function issueCredential(context: Context, input: IssueCredentialInput): Promise<IssuedCredential | Refusal> {
  const signing = signingOf(context);
  return perform(context, 'issueCredential', input, async (unit) => {
    const [document] = await checkedDocuments(await connectionOf(unit.tx), [{ number: input.number, on: unit.today }]);
    if (!document || !seesWholeFile(viewerOf(context, document))) throw faults.NOT_FOUND('number');
    if (!document.effect.inEffect) return notInEffect(document, unit.today);
    const place = await takePlace(unit, document.number);
    const credential = signing.sign(credentialOf(signing.publicUrl, document, place, context.wallNow), CREDENTIAL_TYPE);
    return { thing: { credential }, subject: document.accountId };
  });
}

function notInEffect({ number }: CheckedDocument, on: Day): Refusal {
  const refusal = refusalOf([objection('LETTER_NOT_POSSIBLE', 'R-38', because('refused-credential', { number, on }))]);
  if (refusal === null) throw new Error('One objection makes a refusal.');
  return refusal;
}

interface Place {
  readonly list: number;
  readonly index: number;
}

/** A free place of the list that is being filled, drawn at random, so that places tell nothing of order or of whose they are. */
async function takePlace({ tx, actor }: Unit, number: string): Promise<Place> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('credential', 0))`);
  const [{ list }]: [{ list: number }] = await tx.query(
    `select coalesce(max(list) + (count(*) filter (where list = (select max(list) from credential)) >= $1)::integer, 1) as list from credential`,
    [MOST_OF_A_LIST],
  );
  for (;;) {
    const index = randomInt(ENTRIES);
    const taken: unknown[] = await tx.query(
      'insert into credential (list, index, number, issued_by) values ($1, $2, $3, $4) on conflict do nothing returning index',
      [list, index, number, actor],
    );
    if (taken.length > 0) return { list, index };
  }
}

const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/undefined-terms/v2'];

/** A W3C Verifiable Credential 2.0 that attests a document, with its place in a Bitstring Status List. */
function credentialOf(publicUrl: string, document: CheckedDocument, { list, index }: Place, now: Date): object {
  const { number, kind, organizationName, wsibAccount, issuedOn, standard, basis, year, effect } = document;
  const statusListCredential = statusListAddress(publicUrl, list);
  return {
    '@context': contexts,
    type: ['VerifiableCredential', 'CorDocumentCredential'],
    issuer: publicUrl,
    validFrom: now.toISOString(),
    ...(effect.until !== null && { validUntil: midnightInToronto(effect.until).toISOString() }),
    credentialSubject: {
      type: 'CorDocument',
      attests: 'The document with this number, as issued. Not the standing of the firm on any day: ask the registry.',
      ...{ number, kind, organizationName, wsibAccount, issuedOn },
      ...(standard !== null && { standard }),
      ...(basis !== null && { basis }),
      ...(year !== null && { year }),
      proof: `${publicUrl}/proof?number=${encodeURIComponent(number)}`,
    },
    credentialStatus: {
      id: `${statusListCredential}#${index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: STATUS_PURPOSE,
      statusListIndex: String(index),
      statusListCredential,
    },
  };
}

/** Not `revocation`, which is for good: a lifted revocation or a correction puts a document back in effect. */
const STATUS_PURPOSE = 'suspension';

/**
 * A day. Without an end, a list that somebody saved before a bit was set would pass for today's for good; with a much shorter one, verifiers could not go on
 * while the registry is away.
 */
const LIST_HOLDS_MS = 24 * 60 * 60 * 1_000;

const statusListAddress = (publicUrl: string, list: number): string => `${publicUrl}/credentials/status/${list}`;

/** The first instant of a day in Toronto: at four or five o'clock, by universal time. */
function midnightInToronto(day: Day): Date {
  const atFour = new Date(`${day}T04:00:00Z`);
  return dayInToronto(atFour) === day ? atFour : new Date(`${day}T05:00:00Z`);
}

/**
 * A status list as a signed credential; null if there is no such list. A bit is set as long as `proof` would not say of the document that it is in
 * effect: it says of a document no more than `proof` does.
 */
export async function statusList(
  source: DataSource,
  signing: Pick<Context, 'sign' | 'publicUrl' | 'today' | 'wallNow'>,
  list: number,
): Promise<string | null> {
  const rows: { index: number; number: string }[] = await source.query('select index, number from credential where list = $1', [list]);
  if (rows.length === 0 || signing.sign === null || signing.publicUrl === null) return null;
  const numbers = [...new Set(rows.map(({ number }) => number))];
  const documents = await checkedDocuments(
    poolOf(source),
    numbers.map((number) => ({ number, on: signing.today })),
  );
  const inEffect = new Set(numbers.filter((_, at) => documents[at]?.effect.inEffect));
  const set = rows.filter(({ number }) => !inEffect.has(number)).map(({ index }) => index);
  const id = statusListAddress(signing.publicUrl, list);
  const credential = {
    '@context': contexts.slice(0, 1),
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: signing.publicUrl,
    validFrom: signing.wallNow.toISOString(),
    validUntil: new Date(signing.wallNow.getTime() + LIST_HOLDS_MS).toISOString(),
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: STATUS_PURPOSE, encodedList: encodedList(set) },
  };
  return signing.sign(credential, CREDENTIAL_TYPE);
}
