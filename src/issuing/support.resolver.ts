import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audit } from '../audits/audit.type.ts';
import { readAudit } from '../audits/reading.service.ts';
import type { Context } from '../contract/context.ts';
import { LocalDate } from '../contract/scalars.ts';
import { exceptionById } from '../exceptions/exception.loader.ts';
import { IssuingException } from '../exceptions/exception.type.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { Reason, renderReasons } from '../guideline/reason.type.ts';
import { registrationById } from '../registrations/registration.loader.ts';
import { Registration } from '../registrations/registration.type.ts';
import type { Day } from '../rules/calendar.ts';
import { failsSince } from '../rules/cycle/audit-result.ts';
import { auditsOfSupport } from './support.loader.ts';
import { DocumentSupport, type DocumentSupportSource } from './support.type.ts';

type Source = DocumentSupportSource;

/** The audit of an id, or of none. */
const auditOf = (context: Context, id: string | null): Promise<Audit | null> | null => (id === null ? null : readAudit(context, id));

/** Finds what a document rests on. */
@Resolver(() => DocumentSupport)
export class DocumentSupportResolver {
  @FieldResolver(() => Audit, { nullable: true })
  audit(@Root() { auditId }: Source, @Ctx() context: Context): Promise<Audit | null> | null {
    return auditOf(context, auditId);
  }

  @FieldResolver(() => LocalDate, { nullable: true })
  async auditFailsSince(@Root() { auditId, accountId, issuedOn }: Source, @Ctx() context: Context): Promise<Day | null> {
    if (auditId === null) return null;
    const audits = await context.loader(auditsOfSupport).load(accountId);
    const audit = audits.find(({ id }) => id === auditId);
    return audit ? failsSince(audit, issuedOn, context.today) : null;
  }

  @FieldResolver(() => Audit, { nullable: true })
  failedAudit(@Root() { failedAuditId }: Source, @Ctx() context: Context): Promise<Audit | null> | null {
    return auditOf(context, failedAuditId);
  }

  @FieldResolver(() => Audit, { nullable: true })
  internalAudit(@Root() { internalAuditId }: Source, @Ctx() context: Context): Promise<Audit | null> | null {
    return auditOf(context, internalAuditId);
  }

  @FieldResolver(() => Audit, { nullable: true })
  yearOneAudit(@Root() { yearOneAuditId }: Source, @Ctx() context: Context): Promise<Audit | null> | null {
    return auditOf(context, yearOneAuditId);
  }

  @FieldResolver(() => Registration, { nullable: true })
  registration(@Root() { registrationId }: Source, @Ctx() context: Context): Promise<Registration | null> | null {
    return registrationId === null ? null : context.loader(registrationById).load(registrationId);
  }

  @FieldResolver(() => IssuingException, { nullable: true })
  exception(@Root() { exceptionId }: Source, @Ctx() context: Context): Promise<IssuingException | null> | null {
    return exceptionId === null ? null : context.loader(exceptionById).load(exceptionId);
  }

  @FieldResolver(() => [Reason], {
    description:
      'Every clause that was consulted on the day of issue: met, not known here, or set aside by the exception. Empty for an imported document.',
  })
  reasons(@Root() { found }: Source, @InLocale() locale: Locale): Reason[] {
    return renderReasons(found, locale);
  }
}
