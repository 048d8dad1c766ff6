import { permitStaff } from '../access/permission.ts';
import { accountById, type LoadedAccount } from '../accounts/account.loader.ts';
import { issuingFactsByAccount } from '../audits/issuing.facts.ts';
import type { Context } from '../contract/context.ts';
import { fromGlobalId } from '../contract/global-id.ts';
import { cycleFactsByAccount } from '../cycle/cycle-facts.loader.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { faults } from '../errors.ts';
import type { CycleFacts } from '../rules/cycle/facts.ts';
import { type IssuingFacts, nothingFurther } from '../rules/recording/issuing-facts.ts';
import { seesWholeFile, type Viewer } from '../rules/standing/disclosure.ts';
import { soseFactsByWsibAccount } from '../sose/recorded-sose.loader.ts';
import { type NamedAuditor, namedAuditors, namesAuditors } from './named-auditors.ts';
import { supposedAuditors } from './supposed-facts.ts';
import type { HypotheticalFacts } from './what-if.input.ts';
import type { SoseOutlook } from './what-if.type.ts';

/** What is on record about an account, for a caller who may suppose further facts about it. */
export interface FileToSuppose {
  readonly viewer: Viewer;
  readonly facts: IssuingFacts;
  readonly sose: SoseOutlook | null;
  /** The auditors of the register who are named for supposed audits. */
  readonly named: readonly NamedAuditor[];
}

/**
 * The file of an account for staff, for the organization itself, and for the SOSE portal while an application that it recorded stands;
 * NOT_FOUND for any other account, on record or not. The portal may suppose audits only: refusals of other facts would reveal what is not
 * visible to it.
 */
export async function fileToSuppose(context: Context, globalId: string, supposed: HypotheticalFacts): Promise<FileToSuppose> {
  const { scope } = context.caller;
  if (!['organization', 'sose', 'staff', 'admin'].includes(scope)) throw faults.FORBIDDEN('asking what-if questions about an account');
  if (scope === 'sose' && !isOfAuditsAlone(supposed)) throw faults.FORBIDDEN('supposing anything but audits');
  if (namesAuditors(supposed)) permitStaff(context.caller, 'naming an auditor');
  const account = await context.loader(accountById).load(fromGlobalId(globalId, 'Account')?.uuid ?? '');
  const file = account && (await fileOf(context, account));
  if (!account || !file) throw faults.NOT_FOUND('account');
  return withAuditors(file, await namedAuditors(context, account.accountId, supposed), supposed);
}

const isOfAuditsAlone = ({ audits: _, ...others }: HypotheticalFacts): boolean =>
  Object.values(others).every((given) => given === undefined || given === null);

/** What concerns the named auditors is judged as recorded; nothing speaks against those of supposed audits. */
function withAuditors(file: Omit<FileToSuppose, 'named'>, named: readonly NamedAuditor[], supposed: HypotheticalFacts): FileToSuppose {
  const others = file.facts.auditors.filter(({ id }) => !named.some((each) => each.id === id));
  return { ...file, facts: { ...file.facts, auditors: [...others, ...named, ...supposedAuditors(supposed)] }, named };
}

async function fileOf(context: Context, account: LoadedAccount): Promise<Omit<FileToSuppose, 'named'> | null> {
  const { accountId, wsibAccount } = account;
  const viewer = viewerOf(context, account);
  const recorded = wsibAccount === null ? null : await context.loader(soseFactsByWsibAccount).load(wsibAccount);
  if (recorded && wsibAccount !== null) {
    return { viewer, facts: await furtherFacts(context, account, recorded.account), sose: { ...recorded, wsibAccount } };
  }
  const facts = seesWholeFile(viewer) ? await context.loader(cycleFactsByAccount).load(accountId) : null;
  return facts && { viewer, facts: await furtherFacts(context, account, facts), sose: null };
}

/** With what issuing rests on, for callers who see the whole file; the portal, which supposes audits alone, is not judged by it. */
async function furtherFacts(context: Context, account: LoadedAccount, facts: CycleFacts): Promise<IssuingFacts> {
  const issuing = seesWholeFile(viewerOf(context, account)) ? await context.loader(issuingFactsByAccount).load(account.accountId) : null;
  if (issuing) return issuing;
  const audits = facts.audits.map((audit) => ({ ...nothingFurther, ...audit }));
  return { ...facts, audits, auditors: [], namings: [], hasWsibAccount: account.wsibAccount !== null };
}
