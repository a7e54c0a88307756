import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a judge signed one revision on the screen; may be erased, never changed. */
@Entity('sheet_signatures')
export class SheetSignatureRow {
  @PrimaryColumn({ name: 'sheet_id', type: 'uuid' })
  sheetId: string;

  @Column({ name: 'kind', type: 'text' })
  kind: string;

  /** `SheetSignature.content` of libs/domain. */
  @Column({ name: 'content', type: 'text' })
  content: string;
}
