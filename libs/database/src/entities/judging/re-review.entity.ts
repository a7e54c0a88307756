import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('re_reviews')
export class ReReview {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'stage_entry_id', type: 'uuid' })
  stageEntryId: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  /** Null where it was erased; the event of the order is bound to it by a salted commitment. */
  @Column({ name: 'reason', type: 'text', nullable: true })
  reason: string | null;

  @Column({ name: 'ordered_by', type: 'uuid' })
  orderedBy: string;

  @Column({ name: 'ordered_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  orderedAt: Date;

  /** Called off; null where it stands or is done. */
  @Column({ name: 'ended_by', type: 'uuid', nullable: true })
  endedBy: string | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;
}
