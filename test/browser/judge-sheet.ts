import type pg from 'pg';
import type { Page } from 'playwright-core';

/** The field of the first criterion. */
export const first = (page: Page) => page.locator('.score-input').first();

/** Opens the sheet at this place of the queue, the first at 0. @returns the assignment’s public id */
export async function open(page: Page, position: number): Promise<string> {
  await page.goto('/judging');
  await page.locator('.queue-line').nth(position).click();
  await first(page).waitFor();
  return new URL(page.url()).pathname.replace('/judging/', '');
}

/** Gives every criterion the same score, and waits until the draft is stored. */
export async function fill(page: Page, score: string): Promise<void> {
  for (const input of await page.locator('.score-input').all()) await input.fill(score);
  await page.getByText('已同步，未提交').waitFor();
}

export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: /核对并/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
}

/** The receipts of an assignment’s revisions, the oldest first. */
export async function revisions(owner: pg.Client, publicId: string): Promise<string[]> {
  const { rows } = await owner.query<{ receipt: string }>(
    `select encode(s.event_hash, 'hex') as receipt from score_sheets s join assignments a on a.id = s.assignment_id
      where a.public_id = $1 order by s.revision`,
    [publicId],
  );
  return rows.map(({ receipt }) => receipt);
}

/** The keys of what this browser keeps for the person under one heading of its database; none where that is gone. */
export async function deviceRows(page: Page, store: 'work' | 'intentions' | 'answers' | 'pages'): Promise<string[]> {
  return page.evaluate<string[]>(
    `(async (store) => {
      const known = (await indexedDB.databases()).find(({ name }) => name.startsWith('leitai-'));
      if (!known) return [];
      const database = await new Promise((resolve, reject) => {
        const request = indexedDB.open(known.name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const request = database.transaction(store).objectStore(store).getAllKeys();
      const keys = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      database.close();
      return keys;
    })('${store}')`,
  );
}
