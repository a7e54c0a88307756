import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('entry_drafts')
export class EntryDraft {
  @PrimaryColumn({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'version', type: 'integer' })
  version: number;

  @Column({ name: 'document', type: 'jsonb', nullable: true })
  document: unknown;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
