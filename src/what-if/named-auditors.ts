import { auditorsOnFile } from '../audits/audit-file.facts.ts';
import type { Context } from '../contract/context.ts';
import { fromGlobalId } from '../contract/global-id.ts';
import { snapshot } from '../database/unit-of-work.ts';
import type { AuditorOnFile, Span } from '../rules/recording/issuing-facts.ts';
import type { HypotheticalFacts } from './what-if.input.ts';

/** An auditor of the register who is named for a supposed audit, as far as it concerns the account. */
export interface NamedAuditor extends AuditorOnFile {
  /** The periods on the approved list, with the company of each. */
  readonly companies: readonly (Span & { readonly company: string | null })[];
}

/** Whether an auditor is named for any of the supposed audits. */
export const namesAuditors = ({ audits }: HypotheticalFacts): boolean => (audits ?? []).some(({ auditor }) => auditor);

/** The auditors who are named for supposed audits of an account: two statements, none without a name. */
export function namedAuditors(context: Context, accountId: string, supposed: HypotheticalFacts): Promise<readonly NamedAuditor[]> {
  const ids = [...new Set((supposed.audits ?? []).flatMap(({ auditor }) => fromGlobalId(auditor ?? '', 'ExternalAuditor')?.uuid ?? []))];
  if (ids.length === 0) return Promise.resolve([]);
  return context.read((source) =>
    snapshot(source, async (tx) => {
      const known = (await auditorsOnFile(tx, [accountId], ids)).get(accountId) ?? [];
      const periods: (NamedAuditor['companies'][number] & { auditor: string })[] = await tx.query(
        `select auditor_id as auditor, company_id as company, from_day as from, to_day as to from approved_list_period
         where auditor_id = any($1::uuid[]) order by from_day`,
        [ids],
      );
      return known
        .filter(({ id }) => ids.includes(id))
        .map((auditor) => ({ ...auditor, companies: periods.filter((period) => period.auditor === auditor.id) }));
    }),
  );
}
