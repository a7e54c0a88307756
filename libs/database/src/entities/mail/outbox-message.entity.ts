import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('outbox_messages')
export class OutboxMessage {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'public_id', type: 'uuid' })
  publicId: string;

  @Column({ name: 'edition_id', type: 'uuid', nullable: true })
  editionId: string | null;

  @Column({ name: 'entry_id', type: 'uuid', nullable: true })
  entryId: string | null;

  @Column({ name: 'user_id', type: 'uuid', nullable: true })
  userId: string | null;

  @Column({ name: 'address', type: 'text', nullable: true })
  address: string | null;

  @Column({ name: 'template', type: 'text' })
  template: string;

  @Column({ name: 'template_version', type: 'integer' })
  templateVersion: number;

  @Column({ name: 'parameters', type: 'jsonb' })
  parameters: unknown;

  @Column({ name: 'locale', type: 'text' })
  locale: string;

  @Column({ name: 'texts', type: 'jsonb' })
  texts: unknown;

  @Column({ name: 'link', type: 'text', nullable: true })
  link: string | null;

  @Column({ name: 'event_key', type: 'text' })
  eventKey: string;

  @Column({ name: 'state', type: 'text', default: 'waiting' })
  state: string;

  @Column({ name: 'round', type: 'integer', default: 1 })
  round: number;

  @Column({ name: 'attempts', type: 'integer', default: 0 })
  attempts: number;

  @Column({ name: 'not_before', type: 'timestamptz', default: () => 'now()' })
  notBefore: Date;

  @Column({ name: 'next_attempt_at', type: 'timestamptz', default: () => 'now()' })
  nextAttemptAt: Date;

  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true })
  leaseUntil: Date | null;

  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError: string | null;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt: Date | null;

  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt: Date | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
