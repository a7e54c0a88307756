import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('viewing_copies')
export class ViewingCopy {
  @PrimaryColumn({ name: 'file_id', type: 'uuid' })
  fileId: string;

  @Column({ name: 'state', type: 'text', default: 'waiting' })
  state: string;

  @Column({ name: 'fault', type: 'text', nullable: true })
  fault: string | null;

  @Column({ name: 'page_count', type: 'integer', nullable: true })
  pageCount: number | null;

  @Column({ name: 'fence', type: 'integer', default: 0 })
  fence: number;

  @Column({ name: 'interruptions', type: 'smallint', default: 0 })
  interruptions: number;

  @Column({ name: 'heartbeat_at', type: 'timestamptz', nullable: true })
  heartbeatAt: Date | null;

  @Column({ name: 'requested_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  requestedAt: Date;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt: Date | null;
}
