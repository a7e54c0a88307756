import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('pending_duplicate_searches')
export class PendingDuplicateSearch {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;
}
