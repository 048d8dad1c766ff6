import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A period as the law writes it, in the stored form; of its documents only the numbers were kept. */
const asStored = (period: string): string => `
  case when ${period} is not null then json_build_object(
    'validFrom', ${period}->'from', 'validTo', ${period}->'to', 'standing', ${period}->'standing', 'standard', ${period}->'standard',
    'basis', ${period}->'basis', 'certificateId', null, 'certificateNumber', ${period}->'certificate', 'certificateIssuedOn', null,
    'letterId', null, 'letterNumber', ${period}->'letter', 'letterYear', null, 'letterIssuedOn', null, 'biddingDocumentId', null,
    'biddingDocumentNumber', ${period}->'biddingDocument', 'biddingDocumentIssuedOn', null, 'biddingDocumentLastDay', ${period}->'biddingLastDay',
    'since', ${period}->'since', 'holdsUntil', ${period}->'holdsUntil', 'nextStanding', ${period}->'then', 'reasons', (
      select coalesce(json_agg(json_build_array(reason->'clause', (reason->>'holds')::boolean::integer + 2 * (reason->>'decides')::boolean::integer,
        reason->'because'->'id', reason->'because'->'values')), '[]')::text from json_array_elements(${period}->'reasons') as reason)
  ) end`;

/** What the feed reports besides standings: documents, reasons, notices and requests; and up to which day it has reported the passing of days. */
export class Feed1700000007000 implements MigrationInterface {
  name = 'Feed1700000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table change disable trigger change_only_stamped;
      alter table change
        alter recording_id drop not null,
        alter before_standing drop not null,
        alter after_standing drop not null,
        alter after_period drop not null,
        add told_on date,
        add notice_days smallint,
        add request_id uuid,
        add before_status text,
        add after_status text;
      update change set told_on = (recorded_at at time zone 'America/Toronto')::date,
        before_period = ${asStored('before_period')}, after_period = ${asStored('after_period')};
      alter table change
        alter told_on set not null,
        drop constraint change_kind_known,
        add constraint change_kind_known
          check (kind in ('STANDING', 'DOCUMENT', 'CORRECTION', 'REASONS', 'NOTICE', 'EQUIVALENCY_REQUEST')),
        add constraint change_of_standing_whole check ((kind = 'EQUIVALENCY_REQUEST') = (after_period is null)
          and (after_period is null) = (before_standing is null) and (after_period is null) = (after_standing is null)),
        add constraint change_of_request_whole check ((kind = 'EQUIVALENCY_REQUEST') = (request_id is not null)
          and (request_id is null) = (after_status is null) and (before_status is null or request_id is not null)),
        add constraint change_notice_has_days check ((kind = 'NOTICE') = (notice_days is not null));
      alter table change enable trigger change_only_stamped;

      -- What the passing of a day brings has no recording, and is told once, whoever sweeps and however often.
      create unique index change_of_day_once on change (account_id, effective_on)
        where recording_id is null and kind in ('STANDING', 'DOCUMENT', 'REASONS');
      create unique index change_notice_once on change (account_id, effective_on, notice_days) where kind = 'NOTICE';
      create index change_kind_idx on change (kind, position);

      create table sweep (
        id boolean constraint sweep_pkey primary key default true constraint sweep_is_one check (id),
        swept_through date not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table sweep;
      drop index change_of_day_once, change_notice_once, change_kind_idx;
      alter table change disable trigger change_append_only;
      delete from change where kind not in ('STANDING', 'CORRECTION') or recording_id is null;
      alter table change enable trigger change_append_only;
      alter table change
        drop constraint change_kind_known,
        drop constraint change_of_standing_whole,
        drop constraint change_of_request_whole,
        drop constraint change_notice_has_days,
        drop told_on,
        drop notice_days,
        drop request_id,
        drop before_status,
        drop after_status,
        alter recording_id set not null,
        alter before_standing set not null,
        alter after_standing set not null,
        alter after_period set not null,
        add constraint change_kind_known check (kind in ('STANDING', 'CORRECTION'));
    `);
  }
}
