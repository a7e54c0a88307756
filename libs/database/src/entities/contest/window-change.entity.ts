import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('window_changes')
export class WindowChange {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'window_id', type: 'uuid' })
  windowId: string;

  @Column({ name: 'planned_opens_at', type: 'timestamptz' })
  plannedOpensAt: Date;

  @Column({ name: 'planned_closes_at', type: 'timestamptz' })
  plannedClosesAt: Date;

  @Column({ name: 'deadline_at', type: 'timestamptz', nullable: true })
  deadlineAt: Date | null;

  @Column({ name: 'reason_code', type: 'text' })
  reasonCode: string;

  @Column({ name: 'changed_by', type: 'uuid' })
  changedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
