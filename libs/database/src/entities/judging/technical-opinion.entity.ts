import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('technical_opinions')
export class TechnicalOpinion {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'problem_id', type: 'uuid' })
  problemId: string;

  @Column({ name: 'level', type: 'text' })
  level: string;

  /** Null where it was erased, as `signedBy` and `evidence`. */
  @Column({ name: 'opinion', type: 'text', nullable: true })
  opinion: string | null;

  @Column({ name: 'signed_by', type: 'text', nullable: true })
  signedBy: string | null;

  @Column({ name: 'given_on', type: 'date' })
  givenOn: string;

  @Column({ name: 'evidence', type: 'text', nullable: true })
  evidence: string | null;

  @Column({ name: 'recorded_by', type: 'uuid' })
  recordedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  recordedAt: Date;
}
