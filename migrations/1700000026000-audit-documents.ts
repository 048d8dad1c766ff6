import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = `'AUDIT_MATERIAL', 'EVIDENCE', 'TRAINING_RECORD', 'CORRECTIVE_ACTION_PLAN', 'AUDIT_PLAN', 'AUDIT_REPORT'`;

/** The documents sent with an audit, and their uploads (G-2.4.b, G-1.2.e). */
export class AuditDocuments1700000026000 implements MigrationInterface {
  name = 'AuditDocuments1700000026000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Evidence says on which day it was created: at the submission it is at most twelve months old.
      create table audit_document (
        id uuid constraint audit_document_pkey primary key default new_id(),
        audit_id uuid not null constraint audit_document_audit_fkey references audit (id) on delete cascade,
        kind text not null constraint audit_document_kind_known check (kind in (${kinds})),
        name text not null,
        created_on date,
        sha256 text not null constraint audit_document_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
        size integer not null constraint audit_document_not_empty check (size > 0),
        media_type text not null,
        received_on date not null,
        received_by text not null,
        version integer not null default 1,
        constraint audit_document_once unique (audit_id, kind, sha256),
        constraint audit_document_evidence_dated check ((kind = 'EVIDENCE') = (created_on is not null))
      );

      create table audit_upload (
        id uuid constraint audit_upload_pkey primary key default new_id(),
        token_hash bytea not null constraint audit_upload_token_hash_key unique,
        audit_id uuid not null constraint audit_upload_audit_fkey references audit (id) on delete cascade,
        kind text not null constraint audit_upload_kind_known check (kind in (${kinds})),
        name text not null,
        created_on date,
        asked_at timestamptz not null default clock_timestamp(),
        asked_by text not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index audit_upload_audit_idx on audit_upload (audit_id);

      create trigger audit_document_keep_replaced before update or delete on audit_document
        for each row execute function keep_replaced_fact();
      create trigger audit_document_note_recorded after insert on audit_document
        referencing new table as recorded for each statement execute function note_recorded_fact();
      create trigger audit_document_not_truncated before truncate on audit_document
        for each statement execute function refuse_rewriting_history()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_upload, audit_document');
  }
}
