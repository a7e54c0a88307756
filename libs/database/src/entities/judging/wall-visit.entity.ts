import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('wall_visits')
export class WallVisit {
  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string;

  @PrimaryColumn({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  /** What is recorded later is new to the person. */
  @Column({ name: 'seen_until', type: 'timestamptz' })
  seenUntil: Date;
}
