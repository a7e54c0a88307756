import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('criterion_scores')
export class CriterionScore {
  @PrimaryColumn({ name: 'score_sheet_id', type: 'uuid' })
  scoreSheetId: string;

  @PrimaryColumn({ name: 'criterion_id', type: 'uuid' })
  criterionId: string;

  @Column({ name: 'rules_version_id', type: 'uuid' })
  rulesVersionId: string;

  @Column({ name: 'score', type: 'numeric' })
  score: string;
}
