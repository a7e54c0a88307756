import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('ledger_pending')
export class LedgerPending {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
