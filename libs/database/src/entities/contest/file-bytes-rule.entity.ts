import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('file_bytes_rules')
export class FileBytesRule {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'hours', type: 'smallint' })
  hours: number;

  @Column({ name: 'set_by', type: 'uuid' })
  setBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
