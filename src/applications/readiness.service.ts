import type { Context } from '../contract/context.ts';
import type { Day } from '../rules/calendar.ts';
import { confirmationFindings } from '../rules/recording/applying.ts';
import type { Finding } from '../rules/recording/finding.ts';
import { type ApplicationSource, registrationFactsByAccount } from './application.loader.ts';

/** What a query returns to GraphQL for the readiness of an application. */
export interface ReadinessSource {
  readonly isReady: boolean;
  readonly on: Day;
  readonly findings: readonly Finding[];
}

/**
 * Whether an application may be confirmed on a day, by the same law as the confirmation. A caller who may see the application may see the whole file.
 */
export async function readinessOf(context: Context, application: ApplicationSource, on: Day): Promise<ReadinessSource> {
  const facts = await context.loader(registrationFactsByAccount).load(application.accountId);
  const findings = confirmationFindings(application, facts, on, context.today);
  return { isReady: findings.every(({ state }) => state !== 'MISSING'), on, findings };
}
