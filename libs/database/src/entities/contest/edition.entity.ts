import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('editions')
export class Edition {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'contest_id', type: 'uuid' })
  contestId: string;

  @Column({ name: 'slug', type: 'text' })
  slug: string;

  @Column({ name: 'name_zh', type: 'text' })
  nameZh: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'year', type: 'smallint' })
  year: number;

  @Column({ name: 'is_demo', type: 'boolean', default: false })
  isDemo: boolean;

  @Column({ name: 'template_hash', type: 'bytea' })
  templateHash: Buffer;

  @Column({ name: 'announcement_order', type: 'text', array: true, default: [] })
  announcementOrder: string[];

  @Column({ name: 'file_bytes_hours', type: 'smallint', default: 24 })
  fileBytesHours: number;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
