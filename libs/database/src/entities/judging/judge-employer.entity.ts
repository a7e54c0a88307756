import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('judge_employers')
export class JudgeEmployer {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'judge_id', type: 'uuid' })
  judgeId: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId: string | null;

  @Column({ name: 'organisation_by_hand', type: 'boolean', default: false })
  organisationByHand: boolean;

  @Column({ name: 'from_year', type: 'smallint', nullable: true })
  fromYear: number | null;

  @Column({ name: 'until_year', type: 'smallint', nullable: true })
  untilYear: number | null;
}
