import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('form_drafts')
export class FormDraft {
  @PrimaryColumn({ name: 'track_id', type: 'uuid' })
  trackId: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'version', type: 'integer' })
  version: number;

  @Column({ name: 'document', type: 'jsonb' })
  document: unknown;

  @Column({ name: 'updated_by', type: 'uuid' })
  updatedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
