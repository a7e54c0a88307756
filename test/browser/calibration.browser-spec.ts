import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../builders/browser.js';
import { demoLogin, startDemoPlatform, type DemoPlatform, type DemoRole } from '../builders/demo-platform.js';
import { fill, first, open, submit } from './judge-sheet.js';

jest.setTimeout(240_000);

let platform: DemoPlatform;
let browser: Browser;
let owner: pg.Client;

beforeAll(async () => {
  platform = await startDemoPlatform();
  browser = await launchBrowser();
  owner = new pg.Client({ connectionString: platform.database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  // Any may be missing when the start failed; what did start must not outlive the run.
  await Promise.allSettled([browser?.close(), owner?.end()]);
  await platform?.stop();
});

async function as(role: DemoRole): Promise<{ context: BrowserContext; page: Page }> {
  const context = await openContext(browser, { origin: platform.origin });
  await signIn(context, platform.origin, demoLogin(role), 'zh');
  return { context, page: await context.newPage() };
}

/** A stage in which nobody has scored, with an entry of its edition that it neither judges nor is about to. */
async function unbegun(): Promise<{ stage: string; entry: number; title: string }> {
  const { rows } = await owner.query<{ stage: string; entry: number; title: string }>(
    `select s.id as stage, e.number as entry, e.title
       from stages s join users u on u.email like 'organiser@%'
       join role_grants g on g.user_id = u.id and g.edition_id = s.edition_id and g.revoked_at is null
       join entries e on e.edition_id = s.edition_id and e.state = 'submitted'
      where not stage_has_sheets(s.id) and exists (select from rules_versions v where v.stage_id = s.id)
        and not exists (select from stage_entries x where x.entry_id = e.id
          and (x.stage_id = s.id or x.stage_id = s.previous_stage_id and x.outcome is null))
        and not viewer_is_conflicted(u.id, e.id)
      order by s.id, e.number limit 1`,
  );
  const [found] = rows;
  if (!found) throw new RangeError('the demonstration has no stage that nobody has scored in');
  return found;
}

/** Names a calibration entry of a stage that others have begun to judge: as it would be, had it been set before. */
async function setBefore(publicId: string): Promise<void> {
  await owner.query('alter table calibration_entries disable trigger calibration_entry_holds');
  await owner.query(
    `insert into calibration_entries (id, stage_id, entry_id, position, reference, rules_version_id, set_by)
     select gen_random_uuid(), a.stage_id, e.id, 1, (select jsonb_object_agg(c ->> 'key', '6') from rules_versions v,
         jsonb_array_elements(v.document #> '{rubric,criteria}') c where v.stage_id = a.stage_id and v.number =
         (select max(n.number) from rules_versions n where n.stage_id = a.stage_id)),
       (select id from rules_versions v where v.stage_id = a.stage_id order by number desc limit 1),
       (select id from users where email like 'organiser@%')
       from assignments a join entries e on e.state = 'submitted' and not exists (
         select from stage_entries x where x.stage_id = a.stage_id and x.entry_id = e.id)
        and not has_conflict(a.judge_id, e.id)
      where a.public_id = $1 order by e.number limit 1`,
    [publicId],
  );
  await owner.query('alter table calibration_entries enable trigger calibration_entry_holds');
}

describe('a calibration entry', () => {
  it('is set and removed by the office while nobody has scored', async () => {
    const { stage, entry, title } = await unbegun();
    const { context, page } = await as('organiser');
    await page.goto(`/organiser/stages/${stage}/calibration`);
    await page.getByLabel('项目编号').fill(String(entry));
    const references = page.locator('.calibration-form fieldset input');
    for (const input of await references.all()) await input.fill('6');
    await page.getByRole('button', { name: '添加', exact: true }).click();
    await page.getByText(`${entry} · ${title}`).waitFor();
    await page.getByRole('button', { name: `移除试评项目 ${entry}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: '移除', exact: true }).click();
    await page.getByText('还没有设置试评项目。').waitFor();
    await context.close();
  });

  it('is scored first by the judge, who is told the deviation; the stage is submitted after it', async () => {
    const { context, page } = await as('judge');
    const publicId = await open(page, 1);
    await setBefore(publicId);
    await fill(page, '7');
    await submit(page);
    await page.getByText('请先完成本阶段的试评项目，再提交正式评分。').waitFor();
    await page.goto('/judging');
    await page.getByText('请先完成试评，再提交正式评分。').waitFor();
    await page.locator('.queue-calibration .queue-line').first().click();
    await first(page).waitFor();
    for (const input of await page.locator('.score-input').all()) await input.fill('7');
    await page.getByRole('button', { name: '提交试评' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交试评' }).click();
    await page.getByText('试评已提交').waitFor();
    const line = page.locator('.sheet tbody tr').first();
    expect((await line.locator('td').allInnerTexts()).slice(0, 3)).toEqual(['7', '6', '+1']);
    await page.getByRole('link', { name: '返回任务列表' }).click();
    await page.getByText('试评已完成。').waitFor();
    await page.goto(`/judging/${publicId}`);
    await submit(page);
    await page.getByText('第 1 次提交').waitFor();
    await context.close();
  });
});
