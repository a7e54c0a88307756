import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('duplicate_marks')
export class DuplicateMark {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'other_id', type: 'uuid' })
  otherId: string;

  @Column({ name: 'verdict', type: 'text' })
  verdict: string;

  @Column({ name: 'note', type: 'text' })
  note: string;

  @Column({ name: 'title', type: 'smallint' })
  title: number;

  @Column({ name: 'file', type: 'smallint' })
  file: number;

  @Column({ name: 'person', type: 'smallint' })
  person: number;

  @Column({ name: 'marked_by', type: 'uuid' })
  markedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;

  @Column({ name: 'undone_by', type: 'uuid', nullable: true })
  undoneBy: string | null;

  @Column({ name: 'undone_at', type: 'timestamptz', nullable: true })
  undoneAt: Date | null;
}
