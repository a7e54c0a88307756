import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('viewing_pages')
export class ViewingPage {
  @PrimaryColumn({ name: 'file_id', type: 'uuid' })
  fileId: string;

  @PrimaryColumn({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'page_key', type: 'text' })
  pageKey: string;

  @Column({ name: 'thumbnail_key', type: 'text' })
  thumbnailKey: string;

  @Column({ name: 'stored_at', type: 'timestamptz', nullable: true })
  storedAt: Date | null;

  @Column({ name: 'width', type: 'integer' })
  width: number;

  @Column({ name: 'height', type: 'integer' })
  height: number;

  @Column({ name: 'bytes', type: 'integer' })
  bytes: number;

  @Column({ name: 'thumbnail_bytes', type: 'integer' })
  thumbnailBytes: number;

  @Column({ name: 'content', type: 'text' })
  content: string;
}
