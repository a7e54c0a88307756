import { Entity, PrimaryColumn } from 'typeorm';

@Entity('duplicate_keys')
export class DuplicateKey {
  @PrimaryColumn({ name: 'kind', type: 'text' })
  kind: string;

  @PrimaryColumn({ name: 'key', type: 'text' })
  key: string;

  @PrimaryColumn({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @PrimaryColumn({ name: 'entry_id', type: 'uuid' })
  entryId: string;
}
