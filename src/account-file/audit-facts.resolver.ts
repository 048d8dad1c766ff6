import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Account, type AccountSource } from '../accounts/account.type.ts';
import type { Context } from '../contract/context.ts';
import { auditFactsOf } from './audit-facts.service.ts';
import { AuditFacts } from './audit-facts.type.ts';

/** Tells the audit facts of an account to who may know them. */
@Resolver(() => Account)
export class AccountWithAuditFactsResolver {
  @FieldResolver(() => [AuditFacts], {
    nullable: true,
    description:
      'Its audits, in the order of their completion: for the organization itself, for staff, and for whom it consents to (R-28). Null to others. Each reading is logged.',
  })
  auditFacts(@Root() account: AccountSource, @Ctx() context: Context): Promise<readonly AuditFacts[] | null> {
    return auditFactsOf(context, account);
  }
}
