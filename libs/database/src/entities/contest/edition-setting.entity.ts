import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('edition_settings')
export class EditionSetting {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'version', type: 'integer' })
  version: number;

  @Column({ name: 'document', type: 'jsonb' })
  document: unknown;

  @Column({ name: 'set_by', type: 'uuid' })
  setBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
