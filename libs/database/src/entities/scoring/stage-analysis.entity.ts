import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('stage_analyses')
export class StageAnalysisRow {
  @PrimaryColumn({ name: 'run_id', type: 'uuid' })
  runId: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @Column({ name: 'opening', type: 'jsonb', nullable: true })
  opening: unknown;

  @Column({ name: 'closed', type: 'jsonb', nullable: true })
  closed: unknown;

  @Column({ name: 'outputs_hash', type: 'bytea', nullable: true })
  outputsHash: Buffer | null;

  @Column({ name: 'code_version', type: 'text' })
  codeVersion: string;

  @Column({ name: 'computed_at', type: 'timestamptz', default: () => 'now()' })
  computedAt: Date;

  @Column({ name: 'milliseconds', type: 'integer' })
  milliseconds: number;

  @Column({ name: 'failure', type: 'text', nullable: true })
  failure: string | null;
}
