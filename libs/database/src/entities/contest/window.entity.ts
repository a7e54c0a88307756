import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('windows')
export class Window {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'stage_id', type: 'uuid', nullable: true })
  stageId: string | null;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'planned_opens_at', type: 'timestamptz' })
  plannedOpensAt: Date;

  @Column({ name: 'planned_closes_at', type: 'timestamptz' })
  plannedClosesAt: Date;

  @Column({ name: 'deadline_at', type: 'timestamptz', nullable: true })
  deadlineAt: Date | null;

  @Column({ name: 'opened_at', type: 'timestamptz', nullable: true })
  openedAt: Date | null;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt: Date | null;
}
