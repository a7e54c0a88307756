import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('assignment_runs')
export class AssignmentRun {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @Column({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'parameters', type: 'jsonb' })
  parameters: unknown;

  @Column({ name: 'seed', type: 'text' })
  seed: string;

  @Column({ name: 'state', type: 'text', default: 'pending' })
  state: string;

  @Column({ name: 'fault', type: 'text', nullable: true })
  fault: string | null;

  @Column({ name: 'requested_by', type: 'uuid' })
  requestedBy: string;

  @Column({ name: 'requested_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  requestedAt: Date;

  @Column({ name: 'fence', type: 'integer', default: 0 })
  fence: number;

  @Column({ name: 'heartbeat_at', type: 'timestamptz', nullable: true })
  heartbeatAt: Date | null;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt: Date | null;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt: Date | null;

  @Column({ name: 'ended_by', type: 'uuid', nullable: true })
  endedBy: string | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ name: 'size', type: 'jsonb', nullable: true })
  size: unknown;

  @Column({ name: 'fingerprint', type: 'bytea', nullable: true })
  fingerprint: Buffer | null;

  @Column({ name: 'plan_hash', type: 'bytea', nullable: true })
  planHash: Buffer | null;

  @Column({ name: 'outcome', type: 'jsonb', nullable: true })
  outcome: unknown;
}
