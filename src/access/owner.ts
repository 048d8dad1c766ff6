import type { EntityManager } from 'typeorm';
import type { Caller } from '../contract/viewer.type.ts';
import type { Scope } from '../database/tables/api-key.table.ts';

/** The owner of a webhook: a holder of keys, with what those keys may see. The keys themselves may be replaced. */
export interface Owner {
  readonly scope: Scope;
  readonly holder: string;
  readonly organizationId: string | null;
}

/** The caller as an owner; null without a key. */
export function ownerOf({ scope, holder, organizationId }: Omit<Caller, 'keyId'>): Owner | null {
  return scope === 'public' || holder === null ? null : { scope, holder, organizationId };
}

/** An owner as a caller with its own rights, and if given a key of its own, for work that happens outside a request. */
export const asCaller = ({ scope, holder, organizationId }: Owner, keyId: string | null = null): Caller => ({
  scope,
  holder,
  organizationId,
  keyId,
});

/** The id of the newest key of an owner that opens anything at an instant; null if none does. */
export async function validKeyOf(tx: EntityManager, { scope, holder, organizationId }: Owner, now: Date): Promise<string | null> {
  const [found]: { id: string }[] = await tx.query(
    `select id from api_key where scope = $1 and lower(holder) = lower($2) and organization_id is not distinct from $3::uuid
       and revoked_at is null and (expires_at is null or expires_at > $4) order by created_at desc, id limit 1`,
    [scope, holder, organizationId, now],
  );
  return found?.id ?? null;
}
