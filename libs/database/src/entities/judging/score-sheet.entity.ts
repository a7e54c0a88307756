import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('score_sheets')
export class ScoreSheet {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'assignment_id', type: 'uuid' })
  assignmentId: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @Column({ name: 'revision', type: 'integer' })
  revision: number;

  @Column({ name: 'rules_version_id', type: 'uuid' })
  rulesVersionId: string;

  @Column({ name: 'deduction', type: 'numeric', default: 0 })
  deduction: string;

  @Column({ name: 'event_hash', type: 'bytea' })
  eventHash: Buffer;

  @Column({ name: 'submitted_at', type: 'timestamptz', default: () => 'now()' })
  submittedAt: Date;

  @Column({ name: 'occurred_on', type: 'date', nullable: true })
  occurredOn: string | null;
}
