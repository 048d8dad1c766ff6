import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import { printedCode, proofSecret } from './printed-code.ts';

interface Held {
  readonly number: string;
  readonly organizationId: string;
}

/** The printed codes of documents by number, for staff and for the organization that holds them; null for everyone else. */
export const printedCodeByNumber = (source: DataSource, context: Context): DataLoader<string, string | null> =>
  new DataLoader(async (numbers) => {
    if (context.caller.scope === null) return numbers.map(() => null);
    const held: Held[] = await source.query(heldSql, [numbers]);
    const mine = new Set(held.filter((each) => seesWholeFile(viewerOf(context, each))).map(({ number }) => number));
    const secret = mine.size > 0 ? await proofSecret(source.manager) : null;
    return numbers.map((number) => (secret && mine.has(number) ? printedCode(secret, number) : null));
  });

/** The secret of the printed codes, read once a request. */
export const secretOfCodes = (source: DataSource): DataLoader<true, Buffer> =>
  new DataLoader(async (asked) => {
    const secret = await proofSecret(source.manager);
    return asked.map(() => secret);
  });

const heldSql = `
  select d.number, a.organization_id as "organizationId" from (
    select number, account_id from certificate where number = any($1)
    union all
    select l.number, c.account_id from letter_of_good_standing l join certificate c on c.id = l.certificate_id where l.number = any($1)
  ) as d join account a on a.id = d.account_id`;
