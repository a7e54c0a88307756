import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('panels')
export class Panel {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'stage_id', type: 'uuid' })
  stageId: string;

  @Column({ name: 'key', type: 'text' })
  key: string;

  @Column({ name: 'name_zh', type: 'text' })
  nameZh: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'position', type: 'smallint' })
  position: number;
}
