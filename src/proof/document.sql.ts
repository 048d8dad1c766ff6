import type { ClientBase, Pool } from 'pg';
import { type PreparedStatement, prepared } from '../database/prepared.ts';
import { shapedRows } from '../database/shaped-rows.ts';
import type { Day } from '../rules/calendar.ts';
import type { CertificateBasis, Standard } from '../rules/facts.ts';
import { type FactLists, factLists, factsOfLists, type StoredFacts } from '../standing/standing.facts.ts';
import type { ProofKind } from './proof.type.ts';

/** A document by its number, with the account it was issued to. */
export interface DocumentRow {
  readonly number: string;
  readonly kind: ProofKind;
  /** Its key in the law: see `DocumentReference`. */
  readonly key: string;
  readonly accountId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly operatingName: string | null;
  /** Its former names, and the legal names that its record had before: an older document has one of them printed on it. */
  readonly formerNames: readonly string[];
  readonly wsibAccount: string | null;
  readonly issuedOn: Day;
  readonly standard: Standard | null;
  readonly basis: CertificateBasis | null;
  readonly year: 2 | 3 | null;
  /** The end that a confirmation of COR names. */
  readonly expiresOn: Day | null;
  /** Whether its record was removed as recorded in error. */
  readonly isRemoved: boolean;
}

/** A document with the facts of its account. */
export interface DocumentWithFacts {
  readonly document: DocumentRow;
  readonly facts: StoredFacts;
}

/**
 * The documents of some numbers as stored, on record or removed from it, and the facts of their accounts at the same moment. A few numbers have a statement
 * whose plan PostgreSQL keeps; what is left of its places repeats the first of them.
 */
export async function documentsNumbered(connection: Pool | ClientBase, numbers: readonly string[]): Promise<DocumentWithFacts[]> {
  const places = kept.find((size) => size >= numbers.length);
  const values = places === undefined ? [numbers] : Array.from({ length: places }, (_, at) => numbers[at] ?? numbers[0]);
  const [lists, ...found] = await shapedRows<DocumentRow & FactLists>(connection, statementOf(places), values);
  if (!lists) throw new Error('The statement lists the facts whatever it finds.');
  const accounts = [...new Set(found.map(({ accountId }) => accountId))];
  const facts = factsOfLists(accounts, lists);
  return found.flatMap((document) => {
    const its = facts.get(document.accountId);
    return its ? [{ document, facts: its }] : [];
  });
}

// In one statement: an imported number that no document has must take the same time as one that a document has. The first row has the facts of all
// accounts, and each of the others a document.
const documentsSql = (isAsked: string): string => `
  with named as materialized (${namedSql(isAsked)})
  select named.*, facts.*
  from named full join (
    select ${factLists('= any(every.ids)')} from (select array(select "accountId" from named) as ids offset 0) as every
  ) as facts on false
  order by named."isRemoved" desc nulls first`;

const namedSql = (isAsked: string): string => `
  select d.*, a.wsib_account as "wsibAccount", o.id as "organizationId", o.legal_name as "organizationName", o.operating_name as "operatingName",
    o.former_names || array(select h.was->>'legal_name' from fact_history h where h.fact_id = o.id and h.fact = 'organization') as "formerNames"
  from (
    select number, 'CERTIFICATE_OF_RECOGNITION' as kind, number as key, account_id as "accountId", issued_on as "issuedOn",
      standard, basis, null::smallint as year, null::date as "expiresOn", false as "isRemoved"
    from certificate where number ${isAsked}
    union all
    select l.number, 'LETTER_OF_GOOD_STANDING', l.number, c.account_id, l.issued_on, null, null, l.year, null, false
    from letter_of_good_standing l join certificate c on c.id = l.certificate_id where l.number ${isAsked}
    union all
    select number, case kind when 'INTERIM_LOGS' then 'INTERIM_LETTER_OF_GOOD_STANDING' else kind end, number, account_id, issued_on,
      null, null, null, null, false
    from bidding_document where number ${isAsked}
    union all
    select number, 'CONFIRMATION_OF_REGISTRATION', id::text, account_id, confirmed_on, null, null, null, null, false
    from registration where number ${isAsked}
    union all
    select l.number, 'LETTER_OF_EQUIVALENCY', c.number, c.account_id, l.issued_on, null, null, null, null, false
    from letter_of_equivalency l join certificate c on c.id = l.certificate_id where l.number ${isAsked}
    union all
    select l.number, 'LETTER_OF_INTENT', r.id::text, r.account_id, l.issued_on, null, null, null, null, false
    from letter_of_intent l join registration r on r.id = l.registration_id where l.number ${isAsked}
    union all
    select l.number, 'CONFIRMATION_OF_COR', c.number, c.account_id, l.issued_on, null, null, null, l.expires_on, false
    from confirmation_of_cor l join certificate c on c.id = l.certificate_id where l.number ${isAsked}
    union all
    select was.number, case was.fact when 'certificate' then 'CERTIFICATE_OF_RECOGNITION'
        when 'registration' then 'CONFIRMATION_OF_REGISTRATION'
        when 'bidding_document' then case was.kind when 'INTERIM_LOGS' then 'INTERIM_LETTER_OF_GOOD_STANDING' else was.kind end
        else upper(was.fact) end,
      was.number, was.account_id, was.issued_on, was.standard, was.basis, was.year, was.expires_on, true
    from (
      select h.fact, h.was->>'number' as number, h.was->>'kind' as kind, h.was->>'standard' as standard, h.was->>'basis' as basis,
        (h.was->>'year')::smallint as year, (h.was->>'expires_on')::date as expires_on, coalesce(h.was->>'issued_on', h.was->>'confirmed_on')::date as issued_on,
        coalesce((h.was->>'account_id')::uuid, ofcertificate.account_id, ofregistration.account_id, removed.account_id) as account_id
      from fact_history h
      left join certificate as ofcertificate on ofcertificate.id = (h.was->>'certificate_id')::uuid
      left join registration as ofregistration on ofregistration.id = (h.was->>'registration_id')::uuid
      left join lateral (
        select (c.was->>'account_id')::uuid as account_id from fact_history c
        where c.fact_id = coalesce(h.was->>'certificate_id', h.was->>'registration_id')::uuid order by c.version desc limit 1
      ) as removed on true
      where h.was->>'number' ${isAsked} and h.fact in ('certificate', 'letter_of_good_standing', 'bidding_document', 'registration', 'letter_of_equivalency', 'letter_of_intent',
          'confirmation_of_cor')
        and not exists (select from fact_history later where later.fact_id = h.fact_id and later.version > h.version)
        and not exists (select from certificate where id = h.fact_id) and not exists (select from letter_of_good_standing where id = h.fact_id)
        and not exists (select from bidding_document where id = h.fact_id) and not exists (select from registration where id = h.fact_id)
        and not exists (select from letter_of_equivalency where id = h.fact_id) and not exists (select from letter_of_intent where id = h.fact_id)
        and not exists (select from confirmation_of_cor where id = h.fact_id)
    ) as was
  ) as d
  cross join lateral (select * from account where id = d."accountId" limit 1) as a
  cross join lateral (select * from organization where id = a.organization_id limit 1) as o`;

/** How many numbers the statements have places for whose plans are kept. */
const kept = [1, 4, 16, 64] as const;

// PostgreSQL plans a comparison with a parameter that is a list anew each time, since it expects the list to be longer: that took 3 to 5 ms. It keeps
// the plan for a list of parameters.
const placesSql = (count: number): string => `= any(array[${Array.from({ length: count }, (_, at) => `$${at + 1}::text`).join()}])`;

const statements = new Map(kept.map((count) => [count, prepared(`documents_numbered_${count}`, documentsSql(placesSql(count)))]));

const documentsAmong = prepared('documents_numbered', documentsSql('= any($1)'));

const statementOf = (places: (typeof kept)[number] | undefined): PreparedStatement =>
  (places === undefined ? undefined : statements.get(places)) ?? documentsAmong;
