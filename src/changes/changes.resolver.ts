import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type AuditSource, auditById } from '../audits/audit.loader.ts';
import { Audit } from '../audits/audit.type.ts';
import type { Context } from '../contract/context.ts';
import { EquivalencyRequest } from '../equivalency/equivalency-request.type.ts';
import { requestById, type SeenRequest } from '../equivalency/request.loader.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { Reason, renderReasons } from '../guideline/reason.type.ts';
import { AuditChange } from './audit-change.type.ts';
import type { AuditChangeSource, RequestChangeSource } from './change.source.ts';
import { ChangedStanding, type ChangedStandingSource } from './change.type.ts';
import { ChangeConnection } from './change-connection.type.ts';
import { ChangesArgs } from './changes.args.ts';
import { type ChangesPage, changesPage } from './changes.service.ts';
import { EquivalencyRequestChange } from './equivalency-request-change.type.ts';

/** Returns the changes, from the first one on. */
@Resolver()
export class ChangesResolver {
  @Query(() => ChangeConnection, {
    description:
      'Every change that is visible to you, in one order, kept for good. A change whose two sides look the same to you is left out; ' +
      'its place stays empty. No change is ever inserted before a place that you have read.',
  })
  changes(@Args(() => ChangesArgs) args: ChangesArgs, @Ctx() context: Context): Promise<ChangesPage> {
    return changesPage(context, args);
  }
}

/** Renders the sentences of both sides of a change. */
@Resolver(() => ChangedStanding)
export class ChangedStandingResolver {
  @FieldResolver(() => [Reason])
  reasons(@Root() { consulted }: ChangedStandingSource, @InLocale() locale: Locale): Reason[] {
    return renderReasons(consulted, locale);
  }
}

/** Leads from a change of a request to the request. */
@Resolver(() => EquivalencyRequestChange)
export class EquivalencyRequestChangeResolver {
  @FieldResolver(() => EquivalencyRequest, { nullable: true })
  request(@Root() { requestId }: RequestChangeSource, @Ctx() context: Context): Promise<SeenRequest | null> {
    return context.loader(requestById).load(requestId);
  }
}

/** Leads from a step of an audit to the audit. */
@Resolver(() => AuditChange)
export class AuditChangeResolver {
  @FieldResolver(() => Audit, { nullable: true })
  audit(@Root() { auditId }: AuditChangeSource, @Ctx() context: Context): Promise<AuditSource | null> {
    return context.loader(auditById).load(auditId);
  }
}
