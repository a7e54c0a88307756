import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('panel_judges')
export class PanelJudge {
  @PrimaryColumn({ name: 'panel_id', type: 'uuid' })
  panelId: string;

  @PrimaryColumn({ name: 'judge_id', type: 'uuid' })
  judgeId: string;

  @Column({ name: 'is_chair', type: 'boolean', default: false })
  isChair: boolean;
}
