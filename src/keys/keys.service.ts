import type { EntityManager } from 'typeorm';
import { keyText, newKey, secretHash } from '../access/key.ts';
import type { Position } from '../connection/keyset.ts';
import { ApiKeyRow, type Scope } from '../database/tables/api-key.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { heldOrganization } from '../mutations/organization-named.ts';
import { createKey, type KeyRequest } from './keys.ts';

/** The state of a key. */
export type KeyState = 'VALID' | 'EXPIRED' | 'REVOKED';

/** A key as administrators see it: everything but its secret. Instants are ISO 8601. */
export interface KeyRecord {
  readonly id: string;
  readonly scope: Scope;
  readonly holder: string;
  readonly organizationId: string | null;
  readonly state: KeyState;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** To the minute. */
  readonly lastUsedAt: string | null;
  /** When the previous secret expires, while it is still valid. */
  readonly oldSecretUntil: string | null;
  readonly version: number;
}

/** A key with its text, which is shown only this once. */
export interface ShownKey {
  readonly record: KeyRecord;
  readonly key: string;
}

/** Makes a key. Only an organization's key names an organization, which must be on record. */
export async function makeKey({ tx }: Unit, request: KeyRequest, now: Date): Promise<ShownKey> {
  const { scope, expiresAt = null } = request;
  const organizationId = request.organizationId ? await heldOrganization({ tx }, request.organizationId) : null;
  if (expiresAt !== null && expiresAt <= now) throw faults.BAD_USER_INPUT('input.expiresAt', 'input.expiresAt must be in the future.');
  if ((scope === 'organization') !== ((request.organizationId ?? null) !== null)) {
    throw faults.BAD_USER_INPUT(
      'input.organization',
      'input.organization must be given for an organization’s key, and only for such a key.',
    );
  }
  if (scope === 'organization' && organizationId === null) throw faults.NOT_FOUND('organization');
  const { id, key } = await createKey(tx, { ...request, organizationId });
  return { record: recordOf(await tx.findOneByOrFail(ApiKeyRow, { id }), now), key };
}

/** Which key is altered, and the version that its caller read; null for any version. */
export interface ReadKey {
  readonly id: string;
  readonly expectedVersion: number | null;
}

/** Gives a key a new secret, valid at once; the previous one is valid until an instant, and any older one ends. */
export async function rotateKey({ tx }: Unit, read: ReadKey, oldSecretUntil: Date, now: Date): Promise<ShownKey> {
  const row = await lockedKey(tx, read);
  if (recordOf(row, now).state !== 'VALID') {
    throw faults.BAD_USER_INPUT('input.key', 'input.key must be a key that is neither revoked nor expired.');
  }
  const { id, secret } = { ...newKey(), id: row.id };
  const overlaps = oldSecretUntil > now;
  const changes = {
    secretHash: secretHash(secret),
    previousSecretHash: overlaps ? row.secretHash : null,
    previousValidUntil: overlaps ? oldSecretUntil : null,
    version: row.version + 1,
  };
  await tx.update(ApiKeyRow, { id }, changes);
  return { record: recordOf({ ...row, ...changes }, now), key: keyText({ id, secret }) };
}

/** Revokes a key. A key that is already revoked stays as it is. */
export async function revokeKey({ tx }: Unit, read: ReadKey, now: Date): Promise<KeyRecord> {
  const row = await lockedKey(tx, read);
  if (row.revokedAt !== null) return recordOf(row, now);
  const changes = { revokedAt: now, version: row.version + 1 };
  await tx.update(ApiKeyRow, { id: row.id }, changes);
  return recordOf({ ...row, ...changes }, now);
}

async function lockedKey(tx: EntityManager, { id, expectedVersion }: ReadKey): Promise<ApiKeyRow> {
  const row = await tx.findOne(ApiKeyRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw faults.NOT_FOUND('API key');
  if (expectedVersion !== null && row.version !== expectedVersion) throw faults.CONFLICT(row.version);
  return row;
}

/** The range of the list of keys to read, by holder and then by id. */
export interface KeyListRange {
  readonly scope: Scope | null;
  readonly above: Position | null;
  readonly below: Position | null;
  readonly direction: 'ASC' | 'DESC';
  readonly limit: number;
}

/** The keys of a range, in its direction. */
export async function keysOf(tx: EntityManager, { scope, above, below, direction, limit }: KeyListRange, now: Date): Promise<KeyRecord[]> {
  const query = tx.createQueryBuilder(ApiKeyRow, 'k').where(scope === null ? 'true' : 'k.scope = :scope', { scope });
  if (above) query.andWhere('(k.holder collate "C", k.id) > (:above, :aboveId)', { above: above.text, aboveId: above.id });
  if (below) query.andWhere('(k.holder collate "C", k.id) < (:below, :belowId)', { below: below.text, belowId: below.id });
  const rows = await query.orderBy('k.holder collate "C"', direction).addOrderBy('k.id', direction).limit(limit).getMany();
  return rows.map((row) => recordOf(row, now));
}

/** A key as it is at an instant. */
export function recordOf(row: ApiKeyRow, now: Date): KeyRecord {
  const { id, scope, holder, organizationId, version, createdAt, expiresAt, revokedAt, lastUsedAt, previousValidUntil } = row;
  const overlaps = previousValidUntil !== null && previousValidUntil > now;
  return {
    ...{ id, scope, holder, organizationId, version },
    state: revokedAt !== null ? 'REVOKED' : expiresAt !== null && expiresAt <= now ? 'EXPIRED' : 'VALID',
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    oldSecretUntil: overlaps ? previousValidUntil.toISOString() : null,
  };
}
