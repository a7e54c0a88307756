import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('anonymised_copies')
export class AnonymisedCopy {
  @PrimaryColumn({ name: 'file_id', type: 'uuid' })
  fileId: string;

  @Column({ name: 'storage_key', type: 'text' })
  storageKey: string;

  @Column({ name: 'stored_at', type: 'timestamptz', nullable: true })
  storedAt: Date | null;

  @Column({ name: 'size', type: 'bigint' })
  size: string;

  @Column({ name: 'removed', type: 'jsonb' })
  removed: unknown;

  @Column({ name: 'content', type: 'jsonb', default: () => `'[]'` })
  content: unknown;
}
