import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a judge said in words with one revision; may be erased, never changed. */
@Entity('sheet_comments')
export class SheetCommentsRow {
  @PrimaryColumn({ name: 'sheet_id', type: 'uuid' })
  sheetId: string;

  @Column({ name: 'language', type: 'text' })
  language: string;

  /** `SheetComments` of libs/domain without the language. */
  @Column({ name: 'comments', type: 'jsonb' })
  comments: unknown;
}
