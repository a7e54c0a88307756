import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('enterprise_problems')
export class EnterpriseProblem {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'public_id', type: 'uuid' })
  publicId: string;

  @Column({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'title_zh', type: 'text' })
  titleZh: string;

  @Column({ name: 'title_en', type: 'text' })
  titleEn: string;

  @Column({ name: 'owner_label_zh', type: 'text' })
  ownerLabelZh: string;

  @Column({ name: 'owner_label_en', type: 'text' })
  ownerLabelEn: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
