import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('tracks')
export class Track {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'edition_id', type: 'uuid' })
  editionId: string;

  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  parentId: string | null;

  @Column({ name: 'key', type: 'text' })
  key: string;

  @Column({ name: 'name_zh', type: 'text' })
  nameZh: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'position', type: 'smallint' })
  position: number;

  @Column({ name: 'requires_problem', type: 'boolean', default: false })
  requiresProblem: boolean;
}
