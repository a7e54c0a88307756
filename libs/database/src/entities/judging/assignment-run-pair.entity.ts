import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('assignment_run_pairs')
export class AssignmentRunPair {
  @PrimaryColumn({ name: 'run_id', type: 'uuid' })
  runId: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @PrimaryColumn({ name: 'stage_entry_id', type: 'uuid' })
  stageEntryId: string;

  @PrimaryColumn({ name: 'judge_id', type: 'uuid' })
  judgeId: string;

  @Column({ name: 'change', type: 'text' })
  change: string;
}
