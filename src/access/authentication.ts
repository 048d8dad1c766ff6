import { hash, timingSafeEqual } from 'node:crypto';
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
  admit(found: Remembered): Admitted;
}

/** A caller, and until when its key or token is valid, in milliseconds. */
interface Admitted {
  readonly caller: Caller & { readonly keyId: string };
  readonly until: number;
}

/** A header that was admitted, and when its key is looked up again. */
interface AdmittedHeader extends Admitted {
  readonly forgetAt: number;
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
  /** By the digest of the header: while nothing about its key changes, it is admitted without looking into it. */
  private readonly admitted = new LRUCache<string, AdmittedHeader>({ max: MOST_REMEMBERED });
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
    const before = this.admittedBefore(header);
    if (before) return before;
    const given = this.given(bearer(header));
    if (!given) throw faults.UNAUTHENTICATED('WRONG');
    const known = this.remembered.get(given.id);
    if (known && performance.now() < known.forgetAt) return this.admit(header, given, known);
    return this.lookUp(given.id).then((found) => this.admit(header, given, found));
  }

  /** The caller of a key that is remembered, or of no key; null where the database would have to be asked, or the key is refused. */
  remembers(header: string | undefined): Caller | null {
    if (header === undefined) return nobody;
    const before = this.admittedBefore(header);
    if (before) return before;
    const given = this.given(bearer(header));
    const known = given && this.remembered.get(given.id);
    if (!known || performance.now() >= known.forgetAt) return null;
    try {
      return this.admit(header, given, known);
    } catch {
      return null;
    }
  }

  /** Looks a key up again on its next use: it was rotated or revoked. */
  forget(id: string): void {
    this.changes += 1;
    this.admitted.clear();
    this.remembered.delete(id);
    this.lookUps.delete(id);
  }

  /** Looks every key up again on its next use: some key was rotated or revoked, here or on another node. */
  forgetAll(): void {
    this.changes += 1;
    this.admitted.clear();
    this.remembered.clear();
    this.lookUps.clear();
  }

  private admittedBefore(header: string): Caller | null {
    const found = this.admitted.get(digestOf(header));
    if (!found || performance.now() >= found.forgetAt) return null;
    const now = this.clock.wallNow().getTime();
    if (now >= found.until) return null;
    this.lastUse.note(found.caller.keyId, now);
    return found.caller;
  }

  private admit(header: string, given: Given, found: Remembered): Caller {
    const { caller, until } = given.admit(found);
    this.lastUse.note(caller.keyId, this.clock.wallNow().getTime());
    // What was read before a key changed is not kept.
    if (this.remembered.get(given.id) === found) this.admitted.set(digestOf(header), { caller, until, forgetAt: found.forgetAt });
    return caller;
  }

  /** What a caller presents: a key, or a token that stands for one; null for neither. */
  private given(text: string): Given | null {
    const parts = keyParts(text);
    if (parts) {
      const given = secretHash(parts.secret);
      return { id: parts.id, admit: (found) => this.admitKey(found, given) };
    }
    const digest = digestOf(text);
    const token = this.tokenKeys && (this.tokens.get(digest) ?? tokenIn(this.tokenKeys, text));
    if (!token) return null;
    this.tokens.set(digest, token);
    return { id: token.keyId, admit: (found) => this.admitToken(found, token) };
  }

  private admitToken({ caller, isRevoked, expiresAt }: Remembered, token: AccessToken): Admitted {
    if (!isOfKey(caller)) throw faults.UNAUTHENTICATED('WRONG');
    if (isRevoked) throw faults.UNAUTHENTICATED('REVOKED');
    const now = this.clock.wallNow().getTime();
    if (now >= token.expiresAt) throw faults.TOKEN_EXPIRED();
    if (now >= expiresAt) throw faults.UNAUTHENTICATED('EXPIRED');
    return { caller, until: Math.min(token.expiresAt, expiresAt) };
  }

  // Only a caller with the secret learns that a key expired or was revoked; for everyone else the key does not exist.
  private admitKey(found: Remembered, given: Buffer): Admitted {
    const { caller, expiresAt, previousUntil } = found;
    const isCurrent = timingSafeEqual(found.hash, given);
    const isPrevious = timingSafeEqual(found.previousHash, given);
    if (!isOfKey(caller) || !(isCurrent || isPrevious)) throw faults.UNAUTHENTICATED('WRONG');
    if (found.isRevoked) throw faults.UNAUTHENTICATED('REVOKED');
    const until = isCurrent ? expiresAt : Math.min(expiresAt, previousUntil);
    if (this.clock.wallNow().getTime() >= until) throw faults.UNAUTHENTICATED('EXPIRED');
    return { caller, until };
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

/** What stands for a header or a token here, so that none of them stays in memory. */
const digestOf = (text: string): string => hash('sha256', text, 'hex');

const isOfKey = (caller: Caller | null): caller is Admitted['caller'] => Boolean(caller?.keyId);

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
