import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('pending_landing_suggestions')
export class PendingLandingSuggestion {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
