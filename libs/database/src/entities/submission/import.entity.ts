import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('imports')
export class Import {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'public_id', type: 'uuid' })
  publicId: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'kind', type: 'text' })
  kind: 'entries' | 'teams' | 'organisations' | 'judges' | 'problems';

  @Column({ name: 'file_name', type: 'text' })
  fileName: string;

  @Column({ name: 'file_hash', type: 'bytea' })
  fileHash: Buffer;

  @Column({ name: 'sheets', type: 'jsonb', nullable: true })
  sheets: unknown;

  @Column({ name: 'columns', type: 'jsonb', nullable: true })
  columns: unknown;

  @Column({ name: 'uploaded_by', type: 'uuid' })
  uploadedBy: string;

  @Column({ name: 'applied_at', type: 'timestamptz', nullable: true })
  appliedAt: Date | null;

  @Column({ name: 'applied_by', type: 'uuid', nullable: true })
  appliedBy: string | null;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason: string | null;

  @Column({ name: 'counts', type: 'jsonb', nullable: true })
  counts: unknown;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
