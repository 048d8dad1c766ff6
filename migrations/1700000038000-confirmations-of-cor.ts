import type { MigrationInterface, QueryRunner } from 'typeorm';

const earlier = [
  ...['CONFIRMATION_OF_REGISTRATION', 'CERTIFICATE', 'LETTER_OF_GOOD_STANDING', 'BIDDING_DOCUMENT'],
  ...['LETTER_OF_EQUIVALENCY', 'LETTER_OF_INTENT'],
];
const known = (kinds: readonly string[]): string =>
  `alter table document_number drop constraint document_number_kind_known,
     add constraint document_number_kind_known check (kind in (${kinds.map((kind) => `'${kind}'`).join(', ')}))`;

/** Confirmations of a COR to another association (X-26, R-62). */
export class ConfirmationsOfCor1700000038000 implements MigrationInterface {
  name = 'ConfirmationsOfCor1700000038000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table confirmation_of_cor (
        id uuid constraint confirmation_of_cor_pkey primary key default new_id(),
        number text not null constraint confirmation_of_cor_number_key unique,
        certificate_id uuid not null constraint confirmation_of_cor_certificate_fkey references certificate (id) on delete cascade,
        association text not null,
        expires_on date not null,
        issued_on date not null,
        version integer not null default 1
      );
      create index confirmation_of_cor_certificate_idx on confirmation_of_cor (certificate_id);
      ${known([...earlier, 'CONFIRMATION_OF_COR'])};
      create trigger confirmation_of_cor_takes_number after insert on confirmation_of_cor
        referencing new table as taken for each statement execute function take_document_number('CONFIRMATION_OF_COR');
      create trigger confirmation_of_cor_takes_other_number after update on confirmation_of_cor
        referencing new table as taken for each statement execute function take_document_number('CONFIRMATION_OF_COR');
      create trigger confirmation_of_cor_keep_replaced before update or delete on confirmation_of_cor
        for each row execute function keep_replaced_fact();
      create trigger confirmation_of_cor_note_recorded after insert on confirmation_of_cor
        referencing new table as recorded for each statement execute function note_recorded_fact();
      create trigger confirmation_of_cor_not_truncated before truncate on confirmation_of_cor
        for each statement execute function refuse_rewriting_history()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table confirmation_of_cor;
      delete from document_number where kind = 'CONFIRMATION_OF_COR';
      ${known(earlier)}`);
  }
}
