import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('judge_effects')
export class JudgeEffect {
  @PrimaryColumn({ name: 'run_id', type: 'uuid' })
  runId: string;

  @PrimaryColumn({ name: 'judge_id', type: 'uuid' })
  judgeId: string;

  @Column({ name: 'sheets', type: 'integer' })
  sheets: number;

  @Column({ name: 'mean_total', type: 'numeric' })
  meanTotal: string;

  @Column({ name: 'deviation', type: 'numeric' })
  deviation: string;

  @Column({ name: 'standard_error', type: 'double precision', nullable: true })
  standardError: number | null;
}
