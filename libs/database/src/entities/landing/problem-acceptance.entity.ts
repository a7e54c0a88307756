import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('problem_acceptances')
export class ProblemAcceptance {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'problem_id', type: 'uuid' })
  problemId: string;

  @Column({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'outcome', type: 'text' })
  outcome: string;

  @Column({ name: 'entry_id', type: 'uuid', nullable: true })
  entryId: string | null;

  @Column({ name: 'confirmed_by_owner', type: 'boolean' })
  confirmedByOwner: boolean;

  @Column({ name: 'evidence_code', type: 'text', nullable: true })
  evidenceCode: string | null;

  @Column({ name: 'entered_by', type: 'uuid' })
  enteredBy: string;

  @Column({ name: 'occurred_on', type: 'date' })
  occurredOn: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
