import { ask } from '../api.ts';
import type { DeskRequest } from '../desk-request.ts';
import { type AccountAnswer, accountOperation, type Candidate, nameOperation } from '../operations.ts';

/** The verification of a firm, as its page shows it. */
export type Verification = AccountAnswer['verify'];

/** What is found under what a person typed: one firm, or several to choose from, or a problem with it. */
export type LookedUp =
  | { readonly kind: 'firm'; readonly answer: Verification }
  | { readonly kind: 'choice'; readonly by: 'name' | 'number'; readonly firms: readonly Choice[] }
  | { readonly kind: 'unknown'; readonly by: 'name' }
  | { readonly kind: 'problem'; readonly message: string };

/** A firm to choose. */
export type Choice = Pick<Candidate, 'wsibAccount' | 'organizationName' | 'city'>;

/** Finds a firm by a WSIB account, business or document number, or by its name. Throws ApiRefused. */
export async function lookUp(request: DeskRequest, given: string, on: string | null): Promise<LookedUp> {
  if (!isName(given)) return byNumber(request, given, on);
  const named = await byName(request, given, on);
  // A document's number may read like a name.
  return named.kind === 'unknown' && /\d/.test(given) ? orNamed(await byNumber(request, given, on), named) : named;
}

/** A name has no digit, or words between spaces. */
const isName = (text: string): boolean => !/\d/.test(text) || /\p{L}{3,}.*\s|\s.*\p{L}{3,}/u.test(text);

const orNamed = (found: LookedUp, named: LookedUp): LookedUp =>
  found.kind === 'choice' || (found.kind === 'firm' && found.answer.found) ? found : named;

/** A business number has nine digits and may have its program account; a WSIB number is tried first, then a document’s. */
async function byNumber(request: DeskRequest, number: string, on: string | null): Promise<LookedUp> {
  const isBusiness = /^\d{3}\s?\d{3}\s?\d{3}\s*(rt\s?\d{4})?$/i.test(number);
  const first = await verificationOf(request, { wsibAccount: number }, on);
  if (first.found) return { kind: 'firm', answer: first };
  const other = await verificationOf(request, { [isBusiness ? 'businessNumber' : 'documentNumber']: number }, on);
  // A problem with a number as one kind says nothing about it as another kind.
  const answer = other.found || other.candidates.length > 0 || first.problem ? other : first;
  if (answer.problem) return { kind: 'problem', message: answer.problem.message };
  if (answer.candidates.length === 0) return { kind: 'firm', answer };
  const firms = answer.candidates.map(({ wsibAccount, organization }) => ({
    wsibAccount,
    organizationName: organization.legalName,
    city: null,
  }));
  return { kind: 'choice', by: 'number', firms };
}

async function byName(request: DeskRequest, name: string, on: string | null): Promise<LookedUp> {
  const { matchBidders } = await ask(request.send, nameOperation, { rows: [{ name }], on });
  const [match] = matchBidders;
  if (match?.problem) return { kind: 'problem', message: match.problem.message };
  const account = match?.verification?.account;
  if (account) return { kind: 'firm', answer: await verificationOf(request, { account: account.id }, on) };
  return match?.status === 'AMBIGUOUS' ? { kind: 'choice', by: 'name', firms: match.candidates } : { kind: 'unknown', by: 'name' };
}

async function verificationOf({ send }: DeskRequest, subject: Readonly<Record<string, string>>, on: string | null): Promise<Verification> {
  const { verify } = await ask(send, accountOperation, { subject, on });
  return verify;
}
