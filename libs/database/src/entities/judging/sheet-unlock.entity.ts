import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sheet_unlocks')
export class SheetUnlock {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'assignment_id', type: 'uuid' })
  assignmentId: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  /** That stood when it was asked for; 0 where nothing had been submitted. */
  @Column({ name: 'revision', type: 'integer' })
  revision: number;

  /** Null where it was erased; the event of the request is bound to it by a salted commitment. */
  @Column({ name: 'reason', type: 'text', nullable: true })
  reason: string | null;

  @Column({ name: 'hours', type: 'smallint' })
  hours: number;

  @Column({ name: 'requested_by', type: 'uuid' })
  requestedBy: string;

  @Column({ name: 'requested_at', type: 'timestamptz', default: () => 'now()' })
  requestedAt: Date;

  @Column({ name: 'outcome', type: 'text', nullable: true })
  outcome: string | null;

  @Column({ name: 'ended_by', type: 'uuid', nullable: true })
  endedBy: string | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true })
  expiresAt: Date | null;

  /** The revision that was submitted by it. */
  @Column({ name: 'sheet_id', type: 'uuid', nullable: true })
  sheetId: string | null;
}
