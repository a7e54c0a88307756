import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('entry_translation_confirmations')
export class EntryTranslationConfirmation {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'translation_id', type: 'uuid' })
  translationId: string;

  @Column({ name: 'original_hash', type: 'bytea' })
  originalHash: Buffer;

  /** Of the entry; 0 while it is a draft. */
  @Column({ name: 'entry_version', type: 'integer' })
  entryVersion: number;

  @Column({ name: 'confirmed_by', type: 'uuid' })
  confirmedBy: string;

  @Column({ name: 'confirmed_at', type: 'timestamptz', default: () => 'now()' })
  confirmedAt: Date;
}
