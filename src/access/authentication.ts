import { timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import type { WallClock } from '../clock.ts';
import type { Caller } from '../contract/viewer.type.ts';
import { ApiKeyRow } from '../database/tables/api-key.table.ts';
import { faults } from '../errors.ts';
import type { SigningKeys } from '../signing/signing-keys.ts';
import { type AccessToken, tokenIn } from './access-token.ts';
import { keyParts, secretHash } from './key.ts';
import { LastUse } from './last-use.ts';
import type { KeyDocuments, TrustedDocuments } from './trusted-documents.ts';

/** A longer time keeps a revoked key working; a shorter one makes more requests look up their key. */
const REMEMBERED_MS = 30_000;

/** Keys remembered at once, unknown ones included: some 300 bytes each. */
const MOST_REMEMBERED = 10_000;

/** Tokens remembered at once, some 700 bytes each: to check a signature takes longer than everything else here. */
const MOST_TOKENS = 10_000;

const nobody: Caller = { scope: 'public', holder: null, keyId: null, organizationId: null };

/** Compared with when a key is unknown or has no previous secret, so that the check takes equally long. */
const noHash = Buffer.alloc(32);

const NEVER = Number.POSITIVE_INFINITY;

interface Remembered {
  /** Null for a key that does not exist. */
  readonly caller: Caller | null;
  readonly hash: Buffer;
  readonly previousHash: Buffer;
  readonly previousUntil: number;
  readonly expiresAt: number;
  readonly isRevoked: boolean;
  readonly forgetAt: number;
}

interface Given {
  /** Of the key. */
  readonly id: string;
  admit(found: Remembered): Caller;
}

/** Identifies callers by the `Authorization` header. It answers at once for a key that it remembers. */
export class Authentication {
  private readonly remembered = new LRUCache<string, Remembered>({ max: MOST_REMEMBERED });
  private readonly lookUps = new Map<string, Promise<Remembered>>();
  private readonly source: DataSource;
  private readonly clock: WallClock;
  private readonly lastUse: LastUse;
  private readonly trusted: TrustedDocuments;
  private readonly tokenKeys: Pick<SigningKeys, 'verify'> | null;
  private readonly tokens = new LRUCache<string, AccessToken>({ max: MOST_TOKENS });
  /** Raised when this process changes a key: what was read before is not cached. */
  private changes = 0;

  constructor(
    source: DataSource,
    clock: WallClock,
    trusted: TrustedDocuments = new Map(),
    tokenKeys: Pick<SigningKeys, 'verify'> | null = null,
  ) {
    this.source = source;
    this.clock = clock;
    this.lastUse = new LastUse(source);
    this.trusted = trusted;
    this.tokenKeys = tokenKeys;
  }

  /** The caller that a header identifies; without a header, the public. Throws UNAUTHENTICATED with the reason. */
  callerOf(header: string | undefined): Caller | Promise<Caller> {
    if (header === undefined) return nobody;
    const given = this.given(bearer(header));
    if (!given) throw faults.UNAUTHENTICATED('WRONG');
    const known = this.remembered.get(given.id);
    if (known && performance.now() < known.forgetAt) return given.admit(known);
    return this.lookUp(given.id).then(given.admit);
  }

  /** The caller of a key that is remembered, or of no key; null where the database would have to be asked, or the key is refused. */
  remembers(header: string | undefined): Caller | null {
    if (header === undefined) return nobody;
    const given = this.given(bearer(header));
    const known = given && this.remembered.get(given.id);
    if (!known || performance.now() >= known.forgetAt) return null;
    try {
      return given.admit(known);
    } catch {
      return null;
    }
  }

  /** Looks a key up again on its next use: it was rotated or revoked. */
  forget(id: string): void {
    this.changes += 1;
    this.remembered.delete(id);
    this.lookUps.delete(id);
  }

  /** Looks every key up again on its next use: some key was rotated or revoked, here or on another node. */
  forgetAll(): void {
    this.changes += 1;
    this.remembered.clear();
    this.lookUps.clear();
  }

  /** What a caller presents: a key, or a token that stands for one; null for neither. */
  private given(text: string): Given | null {
    const parts = keyParts(text);
    if (parts) {
      const hash = secretHash(parts.secret);
      return { id: parts.id, admit: (found) => this.admit(found, hash) };
    }
    const token = this.tokenKeys && (this.tokens.get(text) ?? tokenIn(this.tokenKeys, text));
    if (!token) return null;
    this.tokens.set(text, token);
    return { id: token.keyId, admit: (found) => this.admitToken(found, token) };
  }

  private admitToken({ caller, isRevoked, expiresAt }: Remembered, token: AccessToken): Caller {
    if (!caller?.keyId) throw faults.UNAUTHENTICATED('WRONG');
    if (isRevoked) throw faults.UNAUTHENTICATED('REVOKED');
    const now = this.clock.wallNow().getTime();
    if (now >= token.expiresAt) throw faults.TOKEN_EXPIRED();
    if (now >= expiresAt) throw faults.UNAUTHENTICATED('EXPIRED');
    this.lastUse.note(caller.keyId, now);
    return caller;
  }

  // Only a caller with the secret learns that a key expired or was revoked; for everyone else the key does not exist.
  private admit(found: Remembered, given: Buffer): Caller {
    const { caller, expiresAt, previousUntil } = found;
    const isCurrent = timingSafeEqual(found.hash, given);
    const isPrevious = timingSafeEqual(found.previousHash, given);
    if (!caller?.keyId || !(isCurrent || isPrevious)) throw faults.UNAUTHENTICATED('WRONG');
    if (found.isRevoked) throw faults.UNAUTHENTICATED('REVOKED');
    const now = this.clock.wallNow().getTime();
    if (now >= (isCurrent ? expiresAt : Math.min(expiresAt, previousUntil))) throw faults.UNAUTHENTICATED('EXPIRED');
    this.lastUse.note(caller.keyId, now);
    return caller;
  }

  // Requests that arrive together with the same key share one look-up.
  private lookUp(id: string): Promise<Remembered> {
    const running = this.lookUps.get(id);
    if (running !== undefined) return running;
    const started = this.readKey(id).finally(() => this.lookUps.delete(id));
    this.lookUps.set(id, started);
    return started;
  }

  private async readKey(id: string): Promise<Remembered> {
    const { changes } = this;
    const found = remember(await this.source.manager.findOneBy(ApiKeyRow, { id }), this.trusted.get(id));
    if (changes === this.changes) this.remembered.set(id, found);
    return found;
  }
}

const remember = (row: ApiKeyRow | null, documents?: KeyDocuments): Remembered => ({
  caller: row && {
    scope: row.scope,
    holder: row.holder,
    keyId: row.id,
    organizationId: row.organizationId,
    ...(documents && { documents }),
  },
  hash: row?.secretHash ?? noHash,
  previousHash: row?.previousSecretHash ?? noHash,
  previousUntil: row?.previousValidUntil?.getTime() ?? 0,
  expiresAt: row?.expiresAt?.getTime() ?? NEVER,
  isRevoked: row !== null && row.revokedAt !== null,
  forgetAt: performance.now() + REMEMBERED_MS,
});

function bearer(header: string): string {
  return /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '';
}
