import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('stages')
export class Stage {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'track_id', type: 'uuid' })
  trackId: string;

  @Column({ name: 'key', type: 'text' })
  key: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'name_zh', type: 'text' })
  nameZh: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'position', type: 'smallint' })
  position: number;

  @Column({ name: 'previous_stage_id', type: 'uuid', nullable: true })
  previousStageId: string | null;

  /** 32 bytes: judges are numbered in an order drawn with it. */
  @Column({
    name: 'pseudonym_key',
    type: 'bytea',
    default: () => "decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')",
  })
  pseudonymKey: Buffer;
}
