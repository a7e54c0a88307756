import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('due_diligence_settings')
export class DueDiligenceSetting {
  @PrimaryColumn({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'version', type: 'integer' })
  version: number;

  @Column({ name: 'checklist', type: 'jsonb' })
  checklist: unknown;

  @Column({ name: 'updated_by', type: 'uuid' })
  updatedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
