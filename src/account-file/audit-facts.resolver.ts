import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Account, type AccountSource } from '../accounts/account.type.ts';
import type { Context } from '../contract/context.ts';
import { auditFactsOf } from './audit-facts.service.ts';
import { AuditFacts } from './audit-facts.type.ts';

/** Shows the audit facts of an account to callers who may see them. */
@Resolver(() => Account)
export class AccountWithAuditFactsResolver {
  @FieldResolver(() => [AuditFacts], {
    nullable: true,
    description:
      'Its audits, in the order of their completion: for the organization itself, for staff, and for recipients of its consent ' +
      '(R-28). Null to others. Each read is logged.',
  })
  auditFacts(@Root() account: AccountSource, @Ctx() context: Context): Promise<readonly AuditFacts[] | null> {
    return auditFactsOf(context, account);
  }
}
