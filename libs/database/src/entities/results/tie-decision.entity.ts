import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('tie_decisions')
export class TieDecision {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @Column({ name: 'run_id', type: 'uuid' })
  runId: string;

  @Column({ name: 'rank', type: 'integer' })
  rank: number;

  @Column({ name: 'step', type: 'text' })
  step: string;

  @Column({ name: 'entry_order', type: 'uuid', array: true, nullable: true })
  entryOrder: string[] | null;

  @Column({ name: 'requested_by', type: 'uuid' })
  requestedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
