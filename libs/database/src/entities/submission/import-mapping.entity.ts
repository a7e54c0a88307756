import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('import_mappings')
export class ImportMapping {
  @PrimaryColumn({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @PrimaryColumn({ name: 'kind', type: 'text' })
  kind: 'entries' | 'teams' | 'organisations' | 'judges' | 'problems';

  @Column({ name: 'document', type: 'jsonb' })
  document: unknown;

  @Column({ name: 'updated_by', type: 'uuid' })
  updatedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
