import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('award_list_items')
export class AwardListItem {
  @PrimaryColumn({ name: 'version_id', type: 'uuid' })
  versionId: string;

  @PrimaryColumn({ name: 'position', type: 'integer' })
  position: number;

  @Column({ name: 'tier_id', type: 'uuid' })
  tierId: string;

  @Column({ name: 'entry_id', type: 'uuid', nullable: true })
  entryId: string | null;

  @Column({ name: 'rank', type: 'integer', nullable: true })
  rank: number | null;

  @Column({ name: 'score', type: 'numeric', nullable: true })
  score: string | null;

  @Column({ name: 'name_commitment', type: 'bytea', nullable: true })
  nameCommitment: Buffer | null;
}
