import type { EntityManager } from 'typeorm';
import { auditOfFile } from '../audits/issuing.facts.ts';
import type { Context } from '../contract/context.ts';
import { CertificateRow } from '../database/tables/certificate.table.ts';
import { faults } from '../errors.ts';
import { readinessFacts } from '../issuing/readiness.service.ts';
import type { IssuingReadinessSource } from '../issuing/readiness.type.ts';
import { recordId } from '../mutations/record-id.ts';
import { Refusal } from '../rules/decision.ts';
import { decideLetter } from '../rules/recording/issuing-letter.ts';
import type { LetterReadinessArgs } from './readiness.args.ts';

/** G-2.4.k: whether a letter could be issued, as `issueLetterOfGoodStanding` would decide. */
export async function letterReadiness(context: Context, args: LetterReadinessArgs): Promise<IssuingReadinessSource> {
  const id = recordId('certificate', args.certificate, 'Certificate');
  const accountOf = async (tx: EntityManager) => {
    const certificate = await tx.findOneBy(CertificateRow, { id });
    if (!certificate) throw faults.NOT_FOUND('certificate');
    return certificate.accountId;
  };
  const { facts, exception } = await readinessFacts(context, { accountOf, exception: args.exception ?? null });
  const certificate = facts.certificates.find((each) => each.id === id)?.number ?? '';
  const audit = auditOfFile(facts, args.audit ?? null, 'audit');
  const proposed = { certificate, year: args.year, issuedOn: args.issuedOn ?? context.today, audit };
  if (exception instanceof Refusal) return { decision: { refusal: exception, reasons: [] } };
  return { decision: decideLetter(facts, proposed, context.today, exception) };
}
