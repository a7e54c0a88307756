import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('entry_extensions')
export class EntryExtension {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'until', type: 'timestamptz' })
  until: Date;

  @Column({ name: 'reason', type: 'text' })
  reason: string;

  @Column({ name: 'granted_by', type: 'uuid' })
  grantedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
