import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('eligibility_notes')
export class EligibilityNote {
  @PrimaryColumn({ name: 'check_id', type: 'uuid' })
  checkId: string;

  @Column({ name: 'text_zh', type: 'text' })
  textZh: string;

  @Column({ name: 'text_en', type: 'text' })
  textEn: string;
}
