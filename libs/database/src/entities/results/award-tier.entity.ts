import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('award_tiers')
export class AwardTier {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @Column({ name: 'key', type: 'text' })
  key: string;

  @Column({ name: 'name_zh', type: 'text' })
  nameZh: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'position', type: 'smallint' })
  position: number;

  @Column({ name: 'quota', type: 'integer' })
  quota: number;

  @Column({ name: 'minimum_score', type: 'numeric', nullable: true })
  minimumScore: string | null;
}
