import type { EntityManager } from 'typeorm';
import type { BilingualText } from '#domain';
import type { NewMessage } from '#mail';

interface Unlocked {
  readonly userId: string;
  readonly editionId: string;
  readonly entryId: string;
  readonly edition: BilingualText;
  readonly stage: BilingualText;
  readonly until: Date;
}

/** What an approved unlock tells the judge; nothing where there is no account to tell. */
export async function unlockLetters(manager: EntityManager, id: string): Promise<NewMessage[]> {
  const unlocked = await manager.query<Unlocked[]>(
    `select u.id as "userId", s.edition_id as "editionId", se.entry_id as "entryId", x.expires_at as until,
            jsonb_build_object('zh', d.name_zh, 'en', d.name_en) as edition,
            jsonb_build_object('zh', s.name_zh, 'en', s.name_en) as stage
       from sheet_unlocks x join assignments a on a.id = x.assignment_id
       join stage_entries se on se.id = a.stage_entry_id
       join stages s on s.id = x.stage_id join editions d on d.id = s.edition_id
       join judges j on j.id = a.judge_id join users u on u.id = j.user_id and u.disabled_at is null
      where x.id = $1`,
    [id],
  );
  return unlocked.map(({ userId, editionId, entryId, edition, stage, until }) => ({
    ...{ template: 'sheet-unlocked', parameters: { edition, stage, until: until.toISOString() } },
    // The entry is not named; of whom it concerns, the office's outbox keeps the message.
    ...{ to: { userId }, editionId, entryId, link: '/judging', eventKey: `sheet-unlocked:${id}` },
  }));
}
