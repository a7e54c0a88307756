import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Sizes of text that a person may choose, in percent. */
export const textSizes = [100, 125, 150] as const;
export type TextSize = (typeof textSizes)[number];

/** The part of the width, in percent, that an entry may have beside its sheet. */
export const entryShares = { least: 25, most: 70 } as const;

/** How a person reads and types, on every device. */
export interface ReadingPreferences {
  readonly textSize: TextSize;
  /** Whether single keys are shortcuts. */
  readonly singleKeys: boolean;
  /** The entry's part of the width beside its sheet, in percent (`entryShares`); null: as the page places it. */
  readonly entryShare: number | null;
}

@Injectable()
export class ReadingPreferenceService {
  constructor(private readonly dataSource: DataSource) {}

  /** @param userId of an account that exists */
  async of(userId: string): Promise<ReadingPreferences> {
    const rows = await this.dataSource.query<ReadingPreferences[]>(
      'select text_size as "textSize", single_keys as "singleKeys", entry_share as "entryShare" from users where id = $1',
      [userId],
    );
    return rows[0] as ReadingPreferences;
  }

  /** What is left out of the change stays as it is, so that two devices take nothing away from each other. */
  async change(userId: string, { textSize, singleKeys, entryShare }: Partial<ReadingPreferences>): Promise<void> {
    await this.dataSource.query(
      `update users set text_size = coalesce($2, text_size), single_keys = coalesce($3, single_keys),
              entry_share = case when $4::boolean then $5::smallint else entry_share end
        where id = $1`,
      [userId, textSize ?? null, singleKeys ?? null, entryShare !== undefined, entryShare ?? null],
    );
  }
}
