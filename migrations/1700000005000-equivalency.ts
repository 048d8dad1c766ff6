import type { MigrationInterface, QueryRunner } from 'typeorm';

const documentKinds = `
          'EQUIVALENCY_FORM', 'ISO_45001_AUDIT_REPORT', 'ISO_45001_CERTIFICATE',
          'ACCREDITATION_AUDIT_REPORT', 'PROOF_OF_ACCREDITATION', 'AUDIT_ACTION_PLAN', 'OHSMS_MANUAL',
          'MANAGEMENT_REVIEW_REPORT', 'MANAGEMENT_REVIEW_ACTION_PLAN', 'MASTER_HAZARD_REGISTRY',
          'RECIPROCITY_FORM', 'HOST_ASSOCIATION_LETTER', 'INTERNAL_AUDITOR_TRANSCRIPT', 'FURTHER_DOCUMENTATION'`;

/** Requests for equivalency and reciprocity (G-5, G-6): their steps, their documents, the waits for more, and the uploads asked for. */
export class Equivalency1700000005000 implements MigrationInterface {
  name = 'Equivalency1700000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A certificate or bidding-only document that was recorded in error goes; the request that it came of stays, with its history.
      create table equivalency_request (
        id uuid constraint equivalency_request_pkey primary key default new_id(),
        account_id uuid not null constraint equivalency_request_account_fkey references account (id),
        kind text not null constraint equivalency_request_kind_known check (kind in ('ISO_45001', 'MLITSD_ACCREDITATION', 'OUT_OF_PROVINCE')),
        created_on date not null,
        created_by text not null,
        submitted_on date,
        fee_recorded_on date,
        reviewed_on date,
        lead_auditor text,
        review_report text,
        withdrawn_on date,
        host_association text,
        host_cor_is_current boolean,
        host_cor_expires_on date,
        iso_standard text constraint equivalency_request_iso_standard_known check (iso_standard in ('ISO_45001_2018', 'CSA_Z45001', 'OTHER_STANDARD')),
        iso_is_accredited boolean,
        iso_covers_whole_firm boolean,
        iso_has_ontario_work boolean,
        iso_expires_on date,
        decided_on date,
        decided_by text,
        decision_grant text constraint equivalency_request_grant_known
          check (decision_grant in ('CERTIFICATE_ONE_YEAR', 'INTERIM_LOGS', 'BIDDING_ONLY_RECIPROCITY', 'NOTHING')),
        judgement text,
        decision_reasons text,
        certificate_id uuid constraint equivalency_request_certificate_fkey references certificate (id) on delete set null,
        bidding_document_id uuid constraint equivalency_request_bidding_document_fkey references bidding_document (id) on delete set null,
        version integer not null default 1,
        constraint equivalency_request_days_in_order check (submitted_on >= created_on and reviewed_on >= submitted_on and decided_on >= submitted_on),
        constraint equivalency_request_review_reported check ((reviewed_on is null) = (review_report is null)),
        constraint equivalency_request_host_cor_of_kind check (host_association is null or kind = 'OUT_OF_PROVINCE'),
        constraint equivalency_request_host_cor_of_association
          check (host_association is not null or (host_cor_is_current is null and host_cor_expires_on is null)),
        constraint equivalency_request_iso_of_kind check (iso_standard is null or kind = 'ISO_45001'),
        constraint equivalency_request_iso_of_standard check (iso_standard is not null
          or (iso_is_accredited is null and iso_covers_whole_firm is null and iso_has_ontario_work is null and iso_expires_on is null)),
        constraint equivalency_request_decided_by_somebody check ((decided_on is null) = (decision_grant is null)
          and (decided_on is null) = (decided_by is null) and (decided_on is null) = (decision_reasons is null)),
        constraint equivalency_request_ends_once check (decided_on is null or withdrawn_on is null)
      );
      create index equivalency_request_account_idx on equivalency_request (account_id);
      create index equivalency_request_created_on_idx on equivalency_request (created_on, id);
      create index equivalency_request_host_association_idx on equivalency_request (host_association);
      create index equivalency_request_certificate_idx on equivalency_request (certificate_id);
      create index equivalency_request_bidding_document_idx on equivalency_request (bidding_document_id);

      -- The content lies in a folder under its SHA-256. The name is what the sender calls the file: text to show and nothing else.
      create table request_document (
        id uuid constraint request_document_pkey primary key default new_id(),
        request_id uuid not null constraint request_document_request_fkey references equivalency_request (id),
        kind text not null constraint request_document_kind_known check (kind in (${documentKinds})),
        name text not null,
        sha256 text not null constraint request_document_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
        size integer not null constraint request_document_not_empty check (size > 0),
        media_type text not null,
        received_on date not null,
        received_at timestamptz not null default clock_timestamp(),
        received_by text not null,
        constraint request_document_once unique (request_id, kind, sha256)
      );

      create table request_wait (
        id uuid constraint request_wait_pkey primary key default new_id(),
        request_id uuid not null constraint request_wait_request_fkey references equivalency_request (id),
        from_day date not null,
        to_day date,
        asked_for text not null,
        asked_by text not null,
        version integer not null default 1,
        constraint request_wait_days_in_order check (to_day >= from_day)
      );
      create index request_wait_request_idx on request_wait (request_id);
      create unique index request_wait_one_at_a_time on request_wait (request_id) where to_day is null;

      -- Whoever has the token may send one file, once, until it expires; only its SHA-256 is kept.
      create table upload (
        id uuid constraint upload_pkey primary key default new_id(),
        token_hash bytea not null constraint upload_token_hash_key unique,
        request_id uuid not null constraint upload_request_fkey references equivalency_request (id),
        kind text not null constraint upload_kind_known check (kind in (${documentKinds})),
        name text not null,
        asked_at timestamptz not null default clock_timestamp(),
        asked_by text not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index upload_request_idx on upload (request_id);
    `);
    for (const table of ['equivalency_request', 'request_wait']) {
      await runner.query(`
        create trigger ${table}_keep_replaced before update or delete on ${table}
          for each row execute function keep_replaced_fact()`);
    }
    await runner.query(`
      create trigger request_document_append_only before update or delete on request_document
        for each row execute function refuse_rewriting_history()`);
    for (const table of ['equivalency_request', 'request_document', 'request_wait']) {
      await runner.query(`
        create trigger ${table}_note_recorded after insert on ${table}
          referencing new table as recorded for each statement execute function note_recorded_fact();
        create trigger ${table}_not_truncated before truncate on ${table}
          for each statement execute function refuse_rewriting_history()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table upload, request_wait, request_document, equivalency_request');
  }
}
