import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('entry_counters')
export class EntryCounter {
  @PrimaryColumn({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'last_number', type: 'integer', default: 0 })
  lastNumber: number;
}
