import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('duplicate_pairs')
export class DuplicatePair {
  @PrimaryColumn({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @PrimaryColumn({ name: 'other_id', type: 'uuid' })
  otherId: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'other_edition_id', type: 'uuid' })
  otherEditionId: string;

  @Column({ name: 'title', type: 'smallint' })
  title: number;

  @Column({ name: 'file', type: 'smallint' })
  file: number;

  @Column({ name: 'person', type: 'smallint' })
  person: number;

  @Column({ name: 'strength', type: 'smallint' })
  strength: number;

  @Column({ name: 'similarity', type: 'smallint' })
  similarity: number;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
