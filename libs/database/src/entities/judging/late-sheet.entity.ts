import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('late_sheets')
export class LateSheet {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'assignment_id', type: 'uuid' })
  assignmentId: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  /** That stood when it was handed in; 0 where nothing had been submitted. */
  @Column({ name: 'revision', type: 'integer' })
  revision: number;

  /** Null where it was erased; the event is bound to scores and words by a salted commitment. */
  @Column({ name: 'scores', type: 'jsonb', nullable: true })
  scores: unknown;

  /** Decimal string. */
  @Column({ name: 'deduction', type: 'numeric', nullable: true })
  deduction: string | null;

  /** `SheetComments` of libs/domain, as typed so far. */
  @Column({ name: 'comments', type: 'jsonb', nullable: true })
  comments: unknown;

  /** By the judge's device, whose clock may be wrong. */
  @Column({ name: 'typed_at', type: 'timestamptz', nullable: true })
  typedAt: Date | null;

  @Column({ name: 'received_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  receivedAt: Date;

  @Column({ name: 'outcome', type: 'text', nullable: true })
  outcome: string | null;

  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  decidedBy: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  /** Why it was refused; null where it was erased. */
  @Column({ name: 'reason', type: 'text', nullable: true })
  reason: string | null;

  /** By which the judge got it back as a draft. */
  @Column({ name: 'unlock_id', type: 'uuid', nullable: true })
  unlockId: string | null;
}
