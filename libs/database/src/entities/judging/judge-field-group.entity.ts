import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('judge_field_groups')
export class JudgeFieldGroup {
  @PrimaryColumn({ name: 'judge_id', type: 'uuid' })
  judgeId: string;

  @PrimaryColumn({ name: 'field_group_id', type: 'uuid' })
  fieldGroupId: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;
}
