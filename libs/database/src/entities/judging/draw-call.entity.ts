import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('draw_calls')
export class DrawCall {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'draw_id', type: 'uuid' })
  drawId: string;

  @Column({ name: 'left_judge_id', type: 'uuid' })
  leftJudgeId: string;

  @Column({ name: 'called_judge_id', type: 'uuid' })
  calledJudgeId: string;

  @Column({ name: 'passed', type: 'jsonb', default: [] })
  passed: unknown;

  @Column({ name: 'absence', type: 'text' })
  absence: string;

  @Column({ name: 'called_by', type: 'uuid' })
  calledBy: string;

  @Column({ name: 'called_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  calledAt: Date;
}
