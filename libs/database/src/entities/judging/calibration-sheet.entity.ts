import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a judge gave a calibration entry, once. */
@Entity('calibration_sheets')
export class CalibrationSheetRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'calibration_id', type: 'uuid' })
  calibrationId: string;

  @Column({ name: 'judge_id', type: 'uuid' })
  judgeId: string;

  /** Criterion key → decimal string. */
  @Column({ name: 'scores', type: 'jsonb' })
  scores: unknown;

  /** By which the scores were given. */
  @Column({ name: 'rules_version_id', type: 'uuid' })
  rulesVersionId: string;

  @Column({ name: 'submitted_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  submittedAt: Date;
}
