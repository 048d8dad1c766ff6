import type { MigrationInterface, QueryRunner } from 'typeorm';

const letters = [
  ['letter_of_equivalency', 'LETTER_OF_EQUIVALENCY'],
  ['letter_of_intent', 'LETTER_OF_INTENT'],
] as const;

const kinds = ['CONFIRMATION_OF_REGISTRATION', 'CERTIFICATE', 'LETTER_OF_GOOD_STANDING', 'BIDDING_DOCUMENT'];
const checkOf = (each: readonly string[]): string => `check (kind in (${each.map((kind) => `'${kind}'`).join(', ')}))`;

/** Letters that rest on another document (R-38, X-8), and the secret of printed codes. */
export class RestingLetters1700000027100 implements MigrationInterface {
  name = 'RestingLetters1700000027100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table letter_of_equivalency (
        id uuid constraint letter_of_equivalency_pkey primary key default new_id(),
        number text not null constraint letter_of_equivalency_number_key unique,
        certificate_id uuid not null
          constraint letter_of_equivalency_certificate_fkey references certificate (id) on delete cascade,
        issued_on date not null,
        version integer not null default 1
      );
      create index letter_of_equivalency_certificate_idx on letter_of_equivalency (certificate_id);
      create table letter_of_intent (
        id uuid constraint letter_of_intent_pkey primary key default new_id(),
        number text not null constraint letter_of_intent_number_key unique,
        registration_id uuid not null constraint letter_of_intent_registration_fkey references registration (id) on delete cascade,
        issued_on date not null,
        version integer not null default 1
      );
      create index letter_of_intent_registration_idx on letter_of_intent (registration_id);

      alter table document_number drop constraint document_number_kind_known,
        add constraint document_number_kind_known ${checkOf([...kinds, ...letters.map(([, kind]) => kind)])};

      -- Two random ids hold 244 random bits between them.
      create table proof_secret (
        id boolean constraint proof_secret_pkey primary key default true constraint proof_secret_is_one check (id),
        secret bytea not null
      );
      insert into proof_secret (secret) select sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));
    `);
    for (const [table, kind] of letters) {
      await runner.query(`
        create trigger ${table}_takes_number after insert on ${table}
          referencing new table as taken for each statement execute function take_document_number('${kind}');
        create trigger ${table}_takes_other_number after update on ${table}
          referencing new table as taken for each statement execute function take_document_number('${kind}');
        create trigger ${table}_keep_replaced before update or delete on ${table}
          for each row execute function keep_replaced_fact();
        create trigger ${table}_note_recorded after insert on ${table}
          referencing new table as recorded for each statement execute function note_recorded_fact();
        create trigger ${table}_not_truncated before truncate on ${table}
          for each statement execute function refuse_rewriting_history()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table proof_secret, letter_of_intent, letter_of_equivalency;
      delete from document_number where kind in (${letters.map(([, kind]) => `'${kind}'`).join(', ')});
      alter table document_number drop constraint document_number_kind_known,
        add constraint document_number_kind_known ${checkOf(kinds)};
    `);
  }
}
