import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('draw_files')
export class DrawFile {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'draw_id', type: 'uuid' })
  drawId: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'media_type', type: 'text' })
  mediaType: string;

  @Column({ name: 'size', type: 'bigint' })
  size: string;

  @Column({ name: 'sha256', type: 'bytea' })
  sha256: Buffer;

  @Column({ name: 'storage_key', type: 'text' })
  storageKey: string;

  @Column({ name: 'uploaded_by', type: 'uuid' })
  uploadedBy: string;

  @Column({ name: 'uploaded_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  uploadedAt: Date;
}
