import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { startApi, type TestApi } from '../builders/api.js';
import { ImportDesk } from '../builders/import-desk.js';
import { officeList, officeRows } from '../builders/office-list.js';
import type { XlsxCell } from '../builders/xlsx.js';

const formula = '=HYPERLINK("http://example.test","x")';
let api: TestApi;
let desk: ImportDesk;

beforeAll(async () => {
  api = await startApi();
  desk = await ImportDesk.open(api);
  const rows = officeRows(250).map((cells) => [...cells]);
  // Every text that an entry has begins like a formula, in each way in which one begins.
  const planted = [formula, '+1+1', '-1+1', '@SUM(1)', '＝1+1', "'=1", "''x", '\u202E=1 𠮷'];
  planted.forEach((text, index) => {
    for (const column of [1, 5, 6, 7, 8, 9]) (rows[index] as XlsxCell[])[column] = text;
  });
  const { publicId, preview } = await desk.read(officeList(rows));
  expect(preview.badCells).toEqual([]);
  expect((await desk.apply(publicId, preview.digest)).status).toBe(200);
});
afterAll(() => api.close());

async function download(what: string, format: string, by = desk.office): Promise<{ status: number; bytes: Buffer }> {
  const headers = { cookie: by.cookie ?? '', origin: api.config.publicOrigin };
  const url = `${api.address}/api/v1/editions/${desk.slug}/exports/${what}?format=${format}`;
  const response = await fetch(url, { headers });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
}

describe('an export of entries', () => {
  it.each(['csv', 'xlsx'])('as %s, imported again, changes nothing', async (format) => {
    const { status, bytes } = await download('entries', format);
    expect(status).toBe(200);
    const { preview } = await desk.read(bytes, 'entries', `back.${format}`);
    expect(preview).toMatchObject({ badCells: [], counts: { new: 0, changed: 0, unchanged: 250 }, absent: 0 });
  });

  it('as CSV begins with its mark, and no cell begins like a formula', async () => {
    const text = (await download('entries', 'csv')).bytes.toString();
    expect(text.startsWith('\uFEFF参赛编号,')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://example.test"",""x"")"`);
    expect(text).not.toMatch(/(^|[,\n])"?[=+@＝]/mu);
  });

  it('as XLSX has cells that are texts by their type, and none that is a formula', async () => {
    const parts = unzipSync((await download('entries', 'xlsx')).bytes);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('=HYPERLINK(&quot;http://example.test&quot;');
    expect(sheet).not.toContain('<f>');
    expect(new Set(sheet.match(/(?<=<c r="[A-Z]+\d+" )[^>]*>/g))).toEqual(
      new Set(['t="inlineStr" s="1">', 't="inlineStr" s="2">']),
    );
  });

  const office = spawnSync('soffice', ['--version']).status === 0;
  if (!office) {
    process.stderr.write('LibreOffice is not installed: that it runs no formula of an export is left out.\n');
  }
  (office ? it : it.skip)('opened in LibreOffice, runs none of them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leitai-export-'));
    try {
      for (const format of ['csv', 'xlsx']) {
        writeFileSync(join(folder, `list.${format}`), (await download('entries', format)).bytes);
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
        const words = [
          profile,
          '--headless',
          '--convert-to',
          'fods',
          '--outdir',
          folder,
          join(folder, `list.${format}`),
        ];
        expect(spawnSync('soffice', words, { timeout: 120_000 }).status).toBe(0);
        const document = readFileSync(join(folder, 'list.fods'), 'utf8');
        expect(document).toContain('HYPERLINK');
        expect(document).not.toContain('table:formula');
        expect(document).not.toContain('xlink:href="http://example.test');
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('lists for the office', () => {
  it('name each person of the teams, to call them and to let them sign', async () => {
    await api.dataSource.query(
      `insert into member_contacts (member_id, phone, email) select m.public_id, '+8613800001111', 'li@example.test'
       from team_members m join entries e on e.id = m.entry_id where e.number = 9 and m.role = 'lead'`,
    );
    const contacts = (await download('contacts', 'csv')).bytes.toString().split('\r\n');
    expect(contacts[0]).toBe('\uFEFF参赛编号,项目名称,角色,姓名,拉丁字母姓名,单位,电话,邮箱');
    expect(contacts.filter((line) => line.startsWith('9,'))[0]).toBe(
      "9,低温储能系统第 9 号,负责人,负责人9,,第 9 研究所,'+8613800001111,li@example.test",
    );
    const signIn = (await download('sign-in', 'csv')).bytes.toString().split('\r\n');
    expect(signIn[0]).toBe('\uFEFF参赛编号,项目名称,角色,姓名,单位,签名,到达时间');
    expect(signIn).toHaveLength(contacts.length);
  });

  it('are the office’s alone, and the ledger is told of each', async () => {
    const secretary = await api.person({ role: 'panel-secretary', editionId: desk.editionId });
    expect((await download('contacts', 'csv', secretary)).status).toBe(403);
    expect((await download('scores', 'csv')).status).toBe(404);
    const told = await api.dataSource.query<{ what: string }[]>(
      `select distinct canonical::jsonb #>> '{body,what}' as what from ledger_events where kind = 'read'
       and canonical::jsonb #>> '{body,what}' like 'export-%' order by 1`,
    );
    expect(told.map(({ what }) => what)).toEqual(['export-contacts', 'export-entries', 'export-sign-in']);
  });
});
