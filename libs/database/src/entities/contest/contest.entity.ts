import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('contests')
export class Contest {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'key', type: 'text' })
  key: string;

  @Column({ name: 'name_zh', type: 'text' })
  nameZh: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'reported_figures', type: 'text', array: true, default: [] })
  reportedFigures: string[];

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
