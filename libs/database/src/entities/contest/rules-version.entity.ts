import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('rules_versions')
export class RulesVersion {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @Column({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'document', type: 'jsonb' })
  document: unknown;

  @Column({ name: 'canonical', type: 'text' })
  canonical: string;

  @Column({ name: 'hash', type: 'bytea' })
  hash: Buffer;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
