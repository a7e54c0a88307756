import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('team_members')
export class TeamMember {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'entry_id', type: 'uuid' })
  entryId: string;

  @Column({ name: 'role', type: 'text' })
  role: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'organisation', type: 'text', nullable: true })
  organisation: string | null;

  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId: string | null;

  @Column({ name: 'organisation_by_hand', type: 'boolean', default: false })
  organisationByHand: boolean;

  @Column({ name: 'position', type: 'smallint' })
  position: number;

  @Column({ name: 'public_id', type: 'uuid', default: () => 'gen_random_uuid()' })
  publicId: string;

  @Column({ name: 'sort_key', type: 'text', default: '' })
  sortKey: string;

  @Column({ name: 'latin_name', type: 'text', nullable: true })
  latinName: string | null;

  @Column({ name: 'country_code', type: 'char', length: 2, nullable: true })
  countryCode: string | null;

  @Column({ name: 'user_id', type: 'uuid', nullable: true })
  userId: string | null;

  @Column({ name: 'joined_at', type: 'timestamptz', nullable: true })
  joinedAt: Date | null;

  @Column({ name: 'may_edit', type: 'boolean', default: false })
  mayEdit: boolean;
}
