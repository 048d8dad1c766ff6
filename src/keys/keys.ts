import type { DataSource, EntityManager } from 'typeorm';
import { logAct } from '../access/audit-log.ts';
import { keyText, newKey, secretHash } from '../access/key.ts';
import type { Scope } from '../database/tables/api-key.table.ts';
import { ApiKeyRow } from '../database/tables/api-key.table.ts';

/** What a new key is for. */
export interface KeyRequest {
  readonly scope: Scope;
  /** The person or body that gets it. */
  readonly holder: string;
  /** Whose file it opens: given for an organization's key, and for no other. */
  readonly organizationId?: string | null;
  /** When the key expires; null for never. */
  readonly expiresAt?: Date | null;
}

/** A key just made: `key` is shown once and cannot be retrieved again. */
export interface IssuedKey {
  readonly id: string;
  readonly key: string;
}

/** Makes a key and stores the hash of its secret. */
export async function createKey(tx: EntityManager, request: KeyRequest): Promise<IssuedKey> {
  const { scope, organizationId = null, expiresAt = null } = request;
  const holder = await holderAsKnown(tx, request.holder);
  const parts = newKey();
  await tx.insert(ApiKeyRow, { id: parts.id, secretHash: secretHash(parts.secret), scope, holder, organizationId, expiresAt });
  return { id: parts.id, key: keyText(parts) };
}

/**
 * A holder in the spelling of its first key, since a consent names its recipient that way; otherwise as given. Capitals and extra
 * spaces do not matter.
 */
export async function holderAsKnown(tx: EntityManager, given: string): Promise<string> {
  const holder = given.trim().replace(/\s+/g, ' ');
  const [known]: { holder: string }[] = await tx.query(
    'select holder from api_key where lower(holder) = lower($1) order by created_at limit 1',
    [holder],
  );
  return known?.holder ?? holder;
}

const FIRST_HOLDER = 'First staff key';

/** The first staff key of a registry that has none yet; null if it has one. Two processes at once make only one. */
export async function firstStaffKey(source: DataSource): Promise<IssuedKey | null> {
  return source.transaction(async (tx) => {
    await tx.query('lock table api_key in share row exclusive mode');
    if (await tx.existsBy(ApiKeyRow, { scope: 'staff' })) return null;
    const key = await createKey(tx, { scope: 'staff', holder: FIRST_HOLDER });
    await logAct(
      { tx, actor: 'registry' },
      { action: 'createApiKey', subject: key.id, details: { scope: 'staff', holder: FIRST_HOLDER }, requestId: null },
    );
    return key;
  });
}
