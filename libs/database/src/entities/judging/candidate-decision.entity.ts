import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('candidate_decisions')
export class CandidateDecision {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @Column({ name: 'judge_id', type: 'uuid' })
  judgeId: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'outcome', type: 'text' })
  outcome: string;

  @Column({ name: 'evidence', type: 'text', array: true })
  evidence: string[];

  @Column({ name: 'decided_by', type: 'uuid' })
  decidedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
