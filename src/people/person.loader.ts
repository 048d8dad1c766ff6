import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { toGlobalId } from '../contract/global-id.ts';
import { poolOf } from '../database/data-source.ts';
import { fileRecordsByAccount } from '../disclosure/file-loader.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { designationColumns, trainingSql } from '../qualifications/person.facts.ts';
import { type DesignationFact, isDesignated, type TrainingFacts } from '../rules/cycle/people.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import type { PersonSource, RequestedExemption, TakenCourse } from './person.type.ts';

interface StoredDesignation extends DesignationFact {
  readonly accountId: string;
  readonly organizationId: string;
}

interface PersonRecord {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly erasedOn: string | null;
  readonly version: number;
  readonly designations: readonly StoredDesignation[];
  readonly training: TrainingFacts & { readonly courses: readonly TakenCourse[] };
  readonly requests: readonly RequestedExemption[];
}

/**
 * The person with an id, as far as visible to the caller. Staff see everyone. An organization sees the people who have or had a role at its accounts,
 * with those roles only, and with their training while such a role lasts: a person who leaves keeps the training (F-14, R-52). Others see nobody.
 */
export const personById = (source: DataSource, context: Context): DataLoader<string, PersonSource | null> =>
  new DataLoader(async (ids) => {
    const { organizationId } = context.caller;
    const seesEvery = seesWholeFile(viewerOf(context));
    if (!seesEvery && organizationId === null) return ids.map(() => null);
    const text = seesEvery ? personsSql : `${personsSql} and ${hasRoleAt}`;
    const { rows } = await poolOf(source).query<PersonRecord>(text, seesEvery ? [ids] : [ids, organizationId]);
    const byId = new Map(rows.map((row) => [row.id, shown(row, seesEvery ? null : organizationId, context.today)]));
    return ids.map((id) => byId.get(id) ?? null);
  });

const personsSql = `
  select person.id, naming.name, naming.email, person.erased_on as "erasedOn", person.version, ${trainingSql} as training, coalesce((
      select json_agg(json_build_object('id', d.id, 'accountId', d.account_id, 'organizationId', account.organization_id, 'role', d.role,
        'from', d.from_day, 'to', d.to_day, 'isPermanentFullTime', d.is_permanent_full_time, 'codeSignedOn', d.code_signed_on)
        order by d.from_day, d.id)
      from designation d join account on account.id = d.account_id where d.person_id = person.id
    ), '[]') as designations, coalesce((
      select json_agg(json_build_object('course', course, 'requestedOn', requested_on, 'provider', provider, 'providerName', provider_name,
        'courseCompletedOn', course_completed_on, 'evidence', evidence, 'decidedOn', decided_on, 'isGranted', is_granted)
        order by requested_on, course, id)
      from training_exemption where person_id = person.id
    ), '[]') as requests
  from person left join person_name naming on naming.person_id = person.id
  where person.id = any($1::uuid[])`;

const hasRoleAt = `exists (
    select from designation d join account on account.id = d.account_id where d.person_id = person.id and account.organization_id = $2
  )`;

/** A person as shown to staff, or to an organization. */
function shown(row: PersonRecord, organizationId: string | null, today: string): PersonSource {
  const isWhole = organizationId === null;
  const designations = row.designations.filter((each) => isWhole || each.organizationId === organizationId);
  const seesTraining = isWhole || designations.some((each) => isDesignated(each, today));
  return {
    id: toGlobalId('Person', row.id),
    personId: row.id,
    name: row.name,
    email: row.email,
    erasedOn: row.erasedOn,
    version: isWhole ? row.version : null,
    designations: designations.map((each) => ({ ...each, account: toGlobalId('Account', each.accountId), personId: row.id })),
    training: seesTraining
      ? {
          courses: row.training.courses,
          exemptions: row.requests,
          retrainings: row.training.retrainings,
          facts: row.training,
          designations,
        }
      : null,
  };
}

interface DesignationRecord extends DesignationFact {
  readonly accountId: string;
  readonly personId: string;
}

/** Everyone who has or had a role at an account, for callers who see the whole file. */
export const designationsByAccount = fileRecordsByAccount<DesignationRecord, DesignationRecord & { readonly account: string }>({
  select: `select ${designationColumns}, d.account_id as "accountId", d.person_id as "personId" from designation d`,
  account: 'd.account_id',
  id: 'd.id',
  order: 'd.from_day, d.id',
  shown: (row) => ({ ...row, account: toGlobalId('Account', row.accountId) }),
});
