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

  @Column({ name: 'position', type: 'smallint' })
  position: number;
}
