import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { AccountFile, type AccountFileSource } from '../account-file/account-file.type.ts';
import { accountByWsibAccount, type LoadedAccount } from '../accounts/account.loader.ts';
import { Account } from '../accounts/account.type.ts';
import type { Context } from '../contract/context.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { statementsByAccount } from './statement.loader.ts';
import { AccountStatement } from './statement.type.ts';
import { ReportWsibAccountInput } from './wsib-report.input.ts';
import { reportWsibAccount } from './wsib-report.service.ts';
import { WsibAccountReport, type WsibAccountReportSource } from './wsib-report.type.ts';

const ReportWsibAccountResult = resultOf('ReportWsibAccountResult', WsibAccountReport);

/** Records what WSIB reports. */
@Resolver(() => WsibAccountReport)
export class WsibAccountReportResolver {
  @Mutation(() => ReportWsibAccountResult, {
    description:
      'Records that a WSIB account is closed or not in good standing from a day, or valid again (G-1.2.a). It changes no standing: it is shown at once among the obligations of the account and in IHSA’s work queue, and staff decide (R-1). For WSIB and staff.',
  })
  reportWsibAccount(
    @Arg('input', () => ReportWsibAccountInput, { description: 'Which account, and what is so from which day.' })
    input: ReportWsibAccountInput,
    @Ctx() context: Context,
  ): Promise<WsibAccountReportSource | Refusal> {
    return reportWsibAccount(context, input);
  }

  @FieldResolver(() => Account, { nullable: true })
  account(@Root() { wsibAccount }: WsibAccountReportSource, @Ctx() context: Context): Promise<LoadedAccount | null> {
    return context.loader(accountByWsibAccount).load(wsibAccount);
  }
}

/** Lists the statements of a file. */
@Resolver(() => AccountFile)
export class FileWithStatementsResolver {
  @FieldResolver(() => [AccountStatement], { description: 'What was stated of the account, in the order of the days.' })
  statements(@Root() { accountId }: AccountFileSource, @Ctx() context: Context): Promise<readonly AccountStatement[]> {
    return context.loader(statementsByAccount).load(accountId);
  }
}
