import type { Authentication } from '../../access/authentication.ts';
import type { Follower } from '../../contract/follower.ts';
import type { Caller } from '../../contract/viewer.type.ts';
import type { Locale } from '../../rules/messages/messages.ts';
import { RateLimit, type RateLimits } from '../limits/rate-limit.ts';
import { type ContextParts, RequestContext } from '../request/request-context.ts';

/** What subscribers are identified and served with. */
export interface SubscriberParts extends ContextParts {
  readonly authentication: Authentication;
  /** Null where nothing is metered. */
  readonly limits: RateLimits | null;
  /** The cursor that a reconnecting stream says it had last. Default: none. */
  readonly resumeAfter?: string | null;
}

/** A subscriber, by WebSocket or by stream. Its key is checked again each time its identity is needed. */
export class Subscriber {
  readonly requestId: string;
  readonly address: string;
  readonly locale: Locale;
  readonly resumeAfter: string | null;
  private readonly parts: SubscriberParts;
  private readonly authorization: string | undefined;

  /** `authorization` is as in the header of that name; the language of `parts` is that of the events. */
  constructor(parts: SubscriberParts, authorization: string | undefined, address: string, requestId: string) {
    this.parts = parts;
    this.locale = parts.locale ?? 'en';
    this.resumeAfter = parts.resumeAfter ?? null;
    this.authorization = authorization;
    this.address = address;
    this.requestId = requestId;
  }

  /** Throws UNAUTHENTICATED once the key is wrong, expired or revoked. */
  async caller(): Promise<Caller> {
    return this.parts.authentication.callerOf(this.authorization);
  }

  /** The context of this moment: today, the rights of now, and loaders that have loaded nothing yet. */
  async context(follower: Follower | null): Promise<RequestContext> {
    const caller = await this.caller();
    return new RequestContext(this.parts, caller, this.requestId, this.rateLimit(caller), follower);
  }

  /** The budget of the address: attempts with a wrong key are charged to it. */
  payForWrongKey(): void {
    this.rateLimit({ scope: 'public', keyId: null })?.takeWrongKey();
  }

  private rateLimit(caller: Pick<Caller, 'scope' | 'keyId'>): RateLimit | null {
    const { limits } = this.parts;
    return limits && new RateLimit(limits, caller, this.address);
  }
}
