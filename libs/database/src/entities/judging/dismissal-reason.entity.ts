import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('dismissal_reasons')
export class DismissalReason {
  @PrimaryColumn({ name: 'decision_id', type: 'uuid' })
  decisionId: string;

  @Column({ name: 'reason', type: 'text' })
  reason: string;

  @Column({ name: 'evidence_hashes', type: 'text', array: true, default: () => "'{}'" })
  evidenceHashes: string[];
}
