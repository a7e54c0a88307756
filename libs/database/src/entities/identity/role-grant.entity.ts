import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('role_grants')
export class RoleGrant {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId: string;

  @Column({ name: 'role', type: 'text' })
  role: string;

  @Column({ name: 'edition_id', type: 'uuid', nullable: true })
  editionId: string | null;

  @Column({ name: 'track_id', type: 'uuid', nullable: true })
  trackId: string | null;

  @Column({ name: 'district', type: 'text', nullable: true })
  district: string | null;

  @Column({ name: 'may_approve', type: 'boolean', default: false })
  mayApprove: boolean;

  @Column({ name: 'granted_by', type: 'uuid', nullable: true })
  grantedBy: string | null;

  @Column({ name: 'granted_at', type: 'timestamptz', default: () => 'now()' })
  grantedAt: Date;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt: Date | null;
}
