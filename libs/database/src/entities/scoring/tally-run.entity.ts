import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('tally_runs')
export class TallyRun {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @Column({ name: 'fence', type: 'bigint' })
  fence: string;

  @Column({ name: 'state', type: 'text' })
  state: string;

  @Column({ name: 'started_at', type: 'timestamptz', default: () => 'now()' })
  startedAt: Date;

  @Column({ name: 'heartbeat_at', type: 'timestamptz', default: () => 'now()' })
  heartbeatAt: Date;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt: Date | null;

  @Column({ name: 'rules_version_id', type: 'uuid', nullable: true })
  rulesVersionId: string | null;

  @Column({ name: 'rules_hash', type: 'bytea', nullable: true })
  rulesHash: Buffer | null;

  @Column({ name: 'inputs_hash', type: 'bytea', nullable: true })
  inputsHash: Buffer | null;

  @Column({ name: 'outputs_hash', type: 'bytea', nullable: true })
  outputsHash: Buffer | null;

  @Column({ name: 'code_version', type: 'text' })
  codeVersion: string;

  @Column({ name: 'sheets', type: 'integer', nullable: true })
  sheets: number | null;

  @Column({ name: 'shadow', type: 'text', nullable: true })
  shadow: string | null;

  @Column({ name: 'shadow_differences', type: 'jsonb', nullable: true })
  shadowDifferences: unknown;

  @Column({ name: 'warnings', type: 'jsonb', nullable: true })
  warnings: unknown;

  @Column({ name: 'failure', type: 'text', nullable: true })
  failure: string | null;
}
