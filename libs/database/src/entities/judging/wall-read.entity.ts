import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('wall_reads')
export class WallRead {
  @PrimaryColumn({ name: 'session_hash', type: 'bytea' })
  sessionHash: Buffer;

  @PrimaryColumn({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
