import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event as a calendar last gave it: its SEQUENCE grows when its digest differs. */
@Entity('calendar_event')
export class CalendarEventRow {
  @PrimaryColumn({ type: 'uuid' })
  calendarId!: string;

  @PrimaryColumn({ type: 'text' })
  uid!: string;

  @Column({ type: 'text' })
  digest!: string;

  @Column({ type: 'integer', default: 0 })
  sequence!: number;

  @Column({ type: 'timestamptz' })
  changedAt!: Date;
}
