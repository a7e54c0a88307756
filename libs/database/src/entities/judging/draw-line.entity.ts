import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('draw_lines')
export class DrawLine {
  @PrimaryColumn({ name: 'draw_id', type: 'uuid' })
  drawId: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @PrimaryColumn({ name: 'position', type: 'integer' })
  position: number;

  @Column({ name: 'member', type: 'text' })
  member: string;

  @Column({ name: 'judge_id', type: 'uuid', nullable: true })
  judgeId: string | null;

  @Column({ name: 'stage_entry_id', type: 'uuid', nullable: true })
  stageEntryId: string | null;

  @Column({ name: 'ticket', type: 'bytea', nullable: true })
  ticket: Buffer | null;

  @Column({ name: 'outcome', type: 'text' })
  outcome: string;

  @Column({ name: 'panel_id', type: 'uuid', nullable: true })
  panelId: string | null;

  @Column({ name: 'place', type: 'integer', nullable: true })
  place: number | null;
}
