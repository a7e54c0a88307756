import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An entry that the judges of a stage score before its own. */
@Entity('calibration_entries')
export class CalibrationEntryRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'position', type: 'smallint' })
  position: number;

  /** Criterion key → decimal string, the office's own. */
  @Column({ name: 'reference', type: 'jsonb' })
  reference: unknown;

  /** By which the scores were given. */
  @Column({ name: 'rules_version_id', type: 'uuid' })
  rulesVersionId: string;

  @Column({ name: 'set_by', type: 'uuid' })
  setBy: string;

  @Column({ name: 'set_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  setAt: Date;

  @Column({ name: 'removed_by', type: 'uuid', nullable: true })
  removedBy: string | null;

  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true })
  removedAt: Date | null;
}
