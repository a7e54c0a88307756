import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('entry_files')
export class EntryFile {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'public_id', type: 'uuid' })
  publicId: string;

  @Column({ name: 'field_key', type: 'text' })
  fieldKey: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'size', type: 'bigint' })
  size: string;

  @Column({ name: 'sha256', type: 'bytea' })
  sha256: Buffer;

  @Column({ name: 'state', type: 'text', default: 'filed' })
  state: string;

  @Column({ name: 'refusal', type: 'text', nullable: true })
  refusal: string | null;

  @Column({ name: 'media_type', type: 'text', nullable: true })
  mediaType: string | null;

  @Column({ name: 'scan', type: 'text', default: 'not-scanned' })
  scan: string;

  @Column({ name: 'storage_key', type: 'text', nullable: true })
  storageKey: string | null;

  @Column({ name: 'version', type: 'integer', nullable: true })
  version: number | null;

  @Column({ name: 'uploaded_by', type: 'uuid', nullable: true })
  uploadedBy: string | null;

  @Column({ name: 'filed_at', type: 'timestamptz', default: () => 'now()' })
  filedAt: Date;

  @Column({ name: 'arrived_at', type: 'timestamptz', nullable: true })
  arrivedAt: Date | null;

  @Column({ name: 'checked_at', type: 'timestamptz', nullable: true })
  checkedAt: Date | null;

  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true })
  removedAt: Date | null;
}
