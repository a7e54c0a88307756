import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('eligibility_settings')
export class EligibilitySetting {
  @PrimaryColumn({ name: 'edition_id', type: 'uuid' })
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
