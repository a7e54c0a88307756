import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('entry_translations')
export class EntryTranslation {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'language', type: 'text' })
  language: string;

  @Column({ name: 'title', type: 'text' })
  title: string;

  @Column({ name: 'summary', type: 'text', default: '' })
  summary: string;

  @Column({ name: 'author', type: 'text' })
  author: string;

  @Column({ name: 'written_by', type: 'uuid' })
  writtenBy: string;

  @Column({ name: 'original_hash', type: 'bytea' })
  originalHash: Buffer;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
