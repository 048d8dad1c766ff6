import { ownerOf } from '../access/owner.ts';
import type { Context } from '../contract/context.ts';
import type { Instant } from '../contract/scalars.ts';
import { ReceiptRow } from '../database/tables/receipt.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { plainNumber } from '../identifiers/plain-text.ts';
import { perform } from '../mutations/mutate.ts';
import { Refusal } from '../rules/decision.ts';
import { requirementAsked } from '../tenders/kept-requirement.service.ts';
import { nameOfRoute } from '../tenders/requirement.input.ts';
import type { AnsweredRow } from './answer.ts';
import { answersTo, type KeptQuestion, questionOf, requirementOf } from './asking.service.ts';
import type { StoredAnswer } from './kept-answer.ts';
import type { DocumentToProve, KeepReceiptInput } from './receipt.input.ts';
import { receiptByNumber } from './receipt.loader.ts';
import { RECEIPT_TYPE } from './receipt-type.ts';
import { rulesVersion } from './rules-version.ts';
import { signedRows } from './signed-form.ts';

/** Answers a question and keeps the answer. */
export async function keepReceipt(context: Context, input: KeepReceiptInput): Promise<ReceiptRow | Refusal> {
  const owner = ownerOf(context.caller);
  if (owner === null) throw faults.FORBIDDEN('keeping receipts');
  const asked = await questionIn(context, input);
  const on = input.on ?? context.today;
  // A document is checked by what is recorded at the moment; what is recorded while it is checked was recorded since.
  const asOf = asked.question === 'PROOF' ? await databaseNow(context) : (input.knownAt ?? null);
  const rows = await answersTo(context, asked, { on, knownAt: input.knownAt ?? null });
  const knownAt = asOf ?? rows.find((row) => row.knownAt !== null)?.knownAt ?? (await databaseNow(context));
  const { question, ...given } = asked;
  const kept = { ...owner, question, asked: given, onDay: on, knownAt, rulesVersion };
  const stored = await perform(context, 'keepReceipt', input, async (unit) => {
    const thing = await enter(unit, kept, rows);
    return { thing, subject: thing.id, unlogged: ['subjects', 'rows', 'documents', 'requirement', 'keptRequirement'] };
  });
  // Under a repeated idempotency key the stored answer is plain JSON; the row itself is read again.
  return stored instanceof Refusal ? stored : context.primary((source) => source.manager.findOneByOrFail(ReceiptRow, { id: stored.id }));
}

/** The instant it is for the database, by whose clock recordings are stamped. */
const databaseNow = (context: Context): Promise<Instant> =>
  context.primary(async (source) => {
    const [row]: { now: Date }[] = await source.query('select registry_now() as now');
    return (row?.now ?? context.registryNow).toISOString();
  });

type Kept = Pick<ReceiptRow, 'scope' | 'holder' | 'organizationId' | 'question' | 'asked' | 'onDay' | 'rulesVersion'> & {
  readonly knownAt: Instant;
};

// By the clock that stamps what is recorded, and never before the instant as known at which it was answered: a replica’s clock may be ahead.
async function enter({ tx, actor }: Unit, kept: Kept, rows: readonly AnsweredRow[]): Promise<{ id: string; number: string }> {
  const said = JSON.stringify(rows.map(({ answer }) => answer));
  const { scope, holder, organizationId, question, asked, onDay, knownAt } = kept;
  const [row]: { id: string; number: string }[] = await tx.query(
    `insert into receipt (number, scope, holder, organization_id, question, asked, said, on_day, known_at, rules_version, kept_at, kept_by)
     select 'REC' || substr(new_document_number(extract(year from kept.at)::integer), 4), $1, $2, $3, $4, $5, $6, $7, $8, $9, kept.at, $10
     from (select greatest(registry_now(), $8::timestamptz) as at) as kept
     returning id, number`,
    [scope, holder, organizationId, question, JSON.stringify(asked), said, onDay, knownAt, kept.rulesVersion, actor],
  );
  if (!row) throw new Error('The receipt was not entered.');
  const accounts = [...new Set(rows.flatMap(({ accountIds }) => accountIds))];
  await tx.query('insert into receipt_subject (receipt_id, account_id) select $1, unnest($2::uuid[])', [row.id, accounts]);
  return row;
}

async function questionIn(context: Context, input: KeepReceiptInput): Promise<KeptQuestion> {
  const { subjects = null, rows = null, documents = null, requirement = null, keptRequirement = null, knownAt = null } = input;
  if ([subjects, rows, documents].filter((each) => each !== null).length !== 1)
    throw faults.BAD_USER_INPUT('input', 'input must give exactly one of subjects, rows, documents.');
  const hasRequirement = requirement !== null || keptRequirement !== null;
  if (documents !== null && hasRequirement)
    throw faults.BAD_USER_INPUT('input.requirement', 'input.requirement must be given with subjects or rows.');
  if (documents !== null && knownAt !== null)
    throw faults.BAD_USER_INPUT('input.knownAt', 'input.knownAt must not be given together with documents.');
  if (documents !== null) return { question: 'PROOF', documents };
  if (!hasRequirement) return subjects === null ? { question: 'BIDDERS', rows: rows ?? [] } : { question: 'VERIFICATION', subjects };
  const asked = await requirementAsked(context, { requirement, keptRequirement }, 'input.requirement');
  return { question: 'REQUIREMENT', ...(subjects === null ? { rows: rows ?? [] } : { subjects }), requirement: asked };
}

/** A receipt by its number, for its holder and for staff. */
export const receiptNumbered = (context: Context, number: string): Promise<ReceiptRow | null> =>
  context.loader(receiptByNumber).load(plainNumber(number.normalize('NFKC')).toUpperCase());

/** The receipt as a compact JWS, signed by the key of today: a verifier needs the published keys and nothing else. Null without a signing key. */
export function signedReceipt({ sign, wallNow }: Context, receipt: ReceiptRow): string | null {
  if (sign === null) return null;
  const { number, question, said, onDay, knownAt, keptAt, rulesVersion: rules } = receipt;
  const told = {
    number,
    question,
    asked: askedAloud(receipt),
    on: onDay,
    knownAt: knownAt.toISOString(),
    keptAt: keptAt.toISOString(),
    rulesVersion: rules,
    // They were written from KeptAnswers, of whichever fields were kept then, and are append-only.
    ...signedRows(said as readonly StoredAnswer[]),
  };
  const issuedAt = Math.floor(wallNow.getTime() / 1_000);
  return sign({ iss: 'cor-registry', iat: issuedAt, jti: number, receipt: told }, RECEIPT_TYPE);
}

/** The question with the names that clients know. A printed code counts as holding the document, so it is not passed on to those who check a receipt. */
function askedAloud({ question, asked }: ReceiptRow): object {
  const kept = questionOf(question, asked);
  if (kept.question === 'PROOF') return { documents: kept.documents.map(withoutCode) };
  const requirement = requirementOf({ question, asked });
  return requirement === null ? asked : { ...asked, requirement: { ...requirement, routes: requirement.routes.map(nameOfRoute) } };
}

const withoutCode = ({ number, holder = null }: DocumentToProve): DocumentToProve =>
  holder === null || typeof holder.code !== 'string' ? { number, holder } : { number };
