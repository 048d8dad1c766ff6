import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { WebhookEndpointRow } from './webhook-endpoint.table.ts';

/** Why an attempt failed. */
export type DeliveryFailure = 'STATUS' | 'REDIRECTED' | 'TIMED_OUT' | 'UNREACHABLE' | 'ADDRESS_REFUSED';

/** An attempt to send a message, and its outcome. Append-only; it may be removed after 90 days. */
@Entity('webhook_delivery')
@Index('webhook_delivery_endpoint_idx', ['endpointId', 'id'])
@Check('webhook_delivery_failure_known', `failure in ('STATUS', 'REDIRECTED', 'TIMED_OUT', 'UNREACHABLE', 'ADDRESS_REFUSED')`)
@Check('webhook_delivery_response_limited', 'octet_length(response_body) <= 12288')
export class WebhookDeliveryRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'uuid' })
  endpointId!: string;

  @ManyToOne(() => WebhookEndpointRow)
  @JoinColumn({ name: 'endpoint_id' })
  endpoint?: WebhookEndpointRow;

  /** The header webhook-id: the same for every attempt at a message. */
  @Column({ type: 'text' })
  messageId!: string;

  /** Position of its change in the feed; null for a test event. */
  @Column({ type: 'bigint', nullable: true })
  position!: string | null;

  /** 1 for the first. */
  @Column({ type: 'integer' })
  attempt!: number;

  @Column({ type: 'timestamptz' })
  sentAt!: Date;

  @Column({ type: 'integer' })
  durationMs!: number;

  @Column({ type: 'text' })
  requestBody!: string;

  /** Null if no answer came. */
  @Column({ type: 'integer', nullable: true })
  responseStatus!: number | null;

  /** The first 4 KiB of the answer's body. */
  @Column({ type: 'text', nullable: true })
  responseBody!: string | null;

  /** Null for an attempt that succeeded. */
  @Column({ type: 'text', nullable: true })
  failure!: DeliveryFailure | null;

  @Index()
  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  recordedAt!: Date;
}
