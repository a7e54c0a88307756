import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('entry_versions')
export class EntryVersion {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'answers', type: 'jsonb' })
  answers: unknown;

  @Column({ name: 'hash', type: 'bytea' })
  hash: Buffer;

  @Column({ name: 'event_id', type: 'uuid', nullable: true })
  eventId: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
