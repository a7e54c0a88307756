import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('eligibility_checks')
export class EligibilityCheck {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'outcome', type: 'text' })
  outcome: string;

  @Column({ name: 'reason_code', type: 'text', nullable: true })
  reasonCode: string | null;

  @Column({ name: 'entry_version', type: 'integer' })
  entryVersion: number;

  @Column({ name: 'checklist', type: 'jsonb', default: [] })
  checklist: unknown;

  @Column({ name: 'reasons', type: 'jsonb', default: [] })
  reasons: unknown;

  @Column({ name: 'note_commitment', type: 'bytea', nullable: true })
  noteCommitment: Buffer | null;

  @Column({ name: 'correct_until', type: 'timestamptz', nullable: true })
  correctUntil: Date | null;

  @Column({ name: 'checked_by', type: 'uuid' })
  checkedBy: string;

  @Column({ name: 'occurred_on', type: 'date', nullable: true })
  occurredOn: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
