import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('tally_rows')
export class TallyRow {
  @PrimaryColumn({ name: 'run_id', type: 'uuid' })
  runId: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @PrimaryColumn({ name: 'stage_entry_id', type: 'uuid' })
  stageEntryId: string;

  @Column({ name: 'outcome', type: 'text' })
  outcome: string;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason: string | null;

  @Column({ name: 'sheets', type: 'integer' })
  sheets: number;

  @Column({ name: 'score', type: 'numeric', nullable: true })
  score: string | null;

  @Column({ name: 'exact_numerator', type: 'numeric', nullable: true })
  exactNumerator: string | null;

  @Column({ name: 'exact_denominator', type: 'numeric', nullable: true })
  exactDenominator: string | null;

  @Column({ name: 'standard_error', type: 'double precision', nullable: true })
  standardError: number | null;

  @Column({ name: 'rank', type: 'integer', nullable: true })
  rank: number | null;

  @Column({ name: 'tie', type: 'jsonb', nullable: true })
  tie: unknown;

  @Column({ name: 'criteria', type: 'jsonb' })
  criteria: unknown;

  @Column({ name: 'components', type: 'jsonb', default: {} })
  components: unknown;
}
