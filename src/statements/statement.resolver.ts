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
      'Records that from a day on a WSIB account is closed or not in good standing, or valid again (G-1.2.a). This changes no ' +
      'standing: it appears at once among the obligations of the account and in IHSA’s work queue, and staff decide (R-1). For WSIB ' +
      'and staff.',
  })
  reportWsibAccount(
    @Arg('input', () => ReportWsibAccountInput, { description: 'The account, and its state from a day on.' })
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
  @FieldResolver(() => [AccountStatement], { description: 'The statements about the account, in the order of their days.' })
  statements(@Root() { accountId }: AccountFileSource, @Ctx() context: Context): Promise<readonly AccountStatement[]> {
    return context.loader(statementsByAccount).load(accountId);
  }
}
