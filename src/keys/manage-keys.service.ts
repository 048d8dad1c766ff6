import { permitAdmin } from '../access/permission.ts';
import { Cursors } from '../connection/keyset.ts';
import { type Connection, connectionOf, pageOf } from '../connection/page.ts';
import type { Context } from '../contract/context.ts';
import { perform } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { Refusal } from '../rules/decision.ts';
import type { ApiKeysArgs, CreateApiKeyInput, RevokeApiKeyInput, RotateApiKeyInput } from './keys.input.ts';
import { type KeyRecord, keysOf, makeKey, revokeKey, rotateKey, type ShownKey } from './keys.service.ts';

/** A key with its text, if this request created it. */
export interface IssuedKeyRecord {
  readonly apiKey: KeyRecord;
  readonly key: string | null;
}

/** Makes a key for an admin. */
export function createApiKey(context: Context, input: CreateApiKeyInput): Promise<IssuedKeyRecord | Refusal> {
  const organizationId = input.organization ? recordId('organization', input.organization, 'Organization') : null;
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  const { scope, holder } = input;
  return issue(context, 'createApiKey', input, (unit) => makeKey(unit, { scope, holder, organizationId, expiresAt }, context.wallNow));
}

/** Gives a key a new secret for an admin; the old one is good until the instant given. */
export function rotateApiKey(context: Context, input: RotateApiKeyInput): Promise<IssuedKeyRecord | Refusal> {
  const read = { id: input.key, expectedVersion: input.expectedVersion };
  return issue(context, 'rotateApiKey', input, (unit) => rotateKey(unit, read, new Date(input.oldSecretUntil), context.wallNow));
}

/** Ends a key for an admin: on this server at once, on others as soon as they are notified. */
export async function revokeApiKey(context: Context, input: RevokeApiKeyInput): Promise<KeyRecord | Refusal> {
  permitAdmin(context.caller, keeping);
  const read = { id: input.key, expectedVersion: input.expectedVersion };
  const revoked = await perform(context, 'revokeApiKey', input, async (unit) => {
    const thing = await revokeKey(unit, read, context.wallNow);
    return { thing, subject: thing.id };
  });
  context.forgetKey(input.key);
  return revoked;
}

const keeping = 'administering API keys';

// The answer stored for a repeated request omits the secret, which is never shown twice.
async function issue(
  context: Context,
  operation: string,
  input: CreateApiKeyInput | RotateApiKeyInput,
  work: (unit: Parameters<typeof makeKey>[0]) => Promise<ShownKey>,
): Promise<IssuedKeyRecord | Refusal> {
  permitAdmin(context.caller, keeping);
  let key: string | null = null;
  const record = await perform(context, operation, input, async (unit) => {
    const shown = await work(unit);
    key = shown.key;
    return { thing: shown.record, subject: shown.record.id };
  });
  if (record instanceof Refusal) return record;
  context.forgetKey(record.id);
  return { apiKey: record, key };
}

const cursors = new Cursors('keys', () => true, '[0-9a-f]{16}');

/** The keys, for an admin: by holder, then by id. */
export async function listApiKeys(context: Context, args: ApiKeysArgs): Promise<Connection<KeyRecord>> {
  permitAdmin(context.caller, keeping);
  const page = pageOf(args, cursors, context.caller);
  const range = { scope: args.scope ?? null, above: page.after, below: page.before, limit: page.size + 1 };
  const direction = page.fromBack ? 'DESC' : 'ASC';
  const found = await context.primary(({ manager }) => keysOf(manager, { ...range, direction }, context.wallNow));
  return connectionOf(page, found, ({ holder, id }) => cursors.write({ text: holder, id }));
}
