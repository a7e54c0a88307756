import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('judge_wishes')
export class JudgeWish {
  @PrimaryColumn({ name: 'judge_id', type: 'uuid' })
  judgeId: string;

  @PrimaryColumn({ name: 'field_group_id', type: 'uuid' })
  fieldGroupId: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'wish', type: 'text' })
  wish: string;
}
