import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('outbox_attempts')
export class OutboxAttempt {
  @PrimaryColumn({ name: 'message_id', type: 'uuid' })
  messageId: string;

  @PrimaryColumn({ name: 'round', type: 'integer' })
  round: number;

  @PrimaryColumn({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'started_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  startedAt: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ name: 'outcome', type: 'text', nullable: true })
  outcome: string | null;

  @Column({ name: 'error', type: 'text', nullable: true })
  error: string | null;
}
