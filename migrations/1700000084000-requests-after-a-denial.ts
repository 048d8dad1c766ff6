import type { MigrationInterface, QueryRunner } from 'typeorm';

/** G-2.2.b: after a denial the same exemption may be requested again, also on the day of the first request. */
export class RequestsAfterADenial1700000084000 implements MigrationInterface {
  name = 'RequestsAfterADenial1700000084000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table training_exemption drop constraint training_exemption_once;
      create unique index training_exemption_once on training_exemption (person_id, course, requested_on) where is_granted is distinct from false;
      create index training_exemption_person_idx on training_exemption (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index training_exemption_once, training_exemption_person_idx;
      alter table training_exemption add constraint training_exemption_once unique (person_id, course, requested_on)`);
  }
}
