import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { v7 as uuidv7 } from 'uuid';
import { compareCodePoints } from '#domain';
import { exportNames, FormService } from '#submission';
import { startApi, type TestApi } from '../builders/api.js';
import { ImportDesk } from '../builders/import-desk.js';
import { officeList, officeRows } from '../builders/office-list.js';
import { richForm } from '../builders/rich-form.js';
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

/** In every text that an export writes: form answers with their tables and people, teams, contacts, landing, registers. */
async function plantEverywhere(): Promise<void> {
  const forms = api.app.get(FormService, { strict: false });
  const [entry] = await api.dataSource.query<{ id: string; trackId: string }[]>(
    `select id, track_id as "trackId" from entries where number = 20`,
  );
  const at = { editionId: desk.editionId, trackId: entry?.trackId ?? '' };
  const version = await api.dataSource.transaction((manager) => forms.publish(manager, at, richForm, uuidv7()));
  const answers = {
    ...{ innovation: formula, 'credit-code': formula, 'registration-number': formula, email: formula, video: formula },
    ...{ patents: [{ title: formula }, { title: formula, granted: '2021-01-02' }], 'districts-wanted': ['bishan'] },
    travellers: [{ passportName: formula, email: formula, phone: formula }],
  };
  await api.dataSource.query(
    `update entries set form_version_id = $2, form_answers = $3, external_key = $4, summary = $4, title = $4,
       nominating_body = $4 where id = $1`,
    [entry?.id, version.id, JSON.stringify(answers), formula],
  );
  await api.dataSource.query(
    `update team_members set name = $2, organisation = $2, latin_name = $2 where entry_id = $1`,
    [entry?.id, formula],
  );
  await api.dataSource.query(
    `insert into member_contacts (member_id, phone, email) select public_id, '+8613800001111', $2 from team_members
     where entry_id = $1`,
    [entry?.id, formula],
  );
  await api.dataSource.query(
    `insert into landing_intents (id, public_id, entry_id, districts, needs)
     values (gen_random_uuid(), gen_random_uuid(), $1, $2, $2)`,
    [entry?.id, [formula]],
  );
  const lists = {
    organisations: [
      ['外部编号', '中文名称', '英文名称', '其他名称'],
      [formula, `${formula}甲`, `${formula}A`, `${formula}乙`],
      ['', '子单位', '', ''],
    ],
    judges: [
      ['编号', '姓名', '邮箱', '单位', '关键词', '曾任职单位'],
      [formula, formula, '=x@example.test', formula, formula, `${formula} 2019-2023`],
    ],
    problems: [
      ['难题编号', '中文名称', '英文名称', '发榜单位中文名', '发榜单位英文名'],
      ['1', formula, formula, formula, formula],
    ],
  };
  for (const [kind, rows] of Object.entries(lists)) {
    const { publicId, preview } = await desk.read(csvOf(rows), kind, 'list.csv');
    expect(preview.badCells).toEqual([]);
    expect((await desk.apply(publicId, preview.digest)).status).toBe(200);
  }
}

const csvOf = (rows: readonly (readonly string[])[]) =>
  Buffer.from(
    rows.map((cells) => cells.map((cell) => `"${withEscape(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  );
// As a careful office saves it: an import takes the apostrophe off.
const withEscape = (cell: string) => (cell.startsWith('=') ? `'${cell}` : cell);

async function download(what: string, format: string, by = desk.office): Promise<{ status: number; bytes: Buffer }> {
  const headers = { cookie: by.cookie ?? '', origin: api.config.publicOrigin };
  const url = `${api.address}/api/v1/editions/${desk.slug}/exports/${what}?format=${format}`;
  const response = await fetch(url, { headers });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
}

describe('translations in a file', () => {
  const file = (...rows: string[][]) =>
    Buffer.from(
      [['外部编号', '项目名称译文', '项目简介译文', '译文来源'], ...rows].map((row) => row.join(',')).join('\n'),
    );
  const count = async (table: string) =>
    (await api.dataSource.query<{ n: number }[]>(`select count(*)::int as n from ${table}`))[0]?.n;

  it('are taken with their author, unconfirmed, and make no version of what they translate', async () => {
    const versions = await count('entry_versions');
    const rows = [
      ['HB-0120', 'A cold store no. 120', 'It stores cold.', '机器'],
      ['HB-0121', 'A cold store no. 21', '', 'office'],
      ['HB-0122', '', '', ''],
    ];
    const { publicId, preview } = await desk.read(file(...rows), 'entries', 'translations.csv');
    expect(preview).toMatchObject({ badCells: [], counts: { new: 0, changed: 2, unchanged: 1 } });
    expect((await desk.apply(publicId, preview.digest)).status).toBe(200);
    expect(await count('entry_versions')).toBe(versions);
    const standing = await api.dataSource.query<object[]>(
      `select e.external_key as key, s.language, s.author, s.state from entry_translation_standings s
       join entries e on e.id = s.entry_id where s.translation_id is not null order by 1`,
    );
    expect(standing).toMatchObject([
      { key: 'HB-0120', language: 'en', author: 'machine', state: 'unconfirmed' },
      { key: 'HB-0121', language: 'en', author: 'office' },
    ]);
  });

  it('go out beside the original with how they stand, and change nothing when they come back', async () => {
    const { bytes } = await download('entries', 'csv');
    const lines = bytes.toString().split('\r\n');
    expect(lines[0]).toContain('译文状态');
    expect(lines.find((line) => line.startsWith('120,'))).toMatch(
      /团队未确认.*A cold store no\. 120.*It stores cold\..*机器/,
    );
    const { preview } = await desk.read(bytes, 'entries', 'back.csv');
    expect(preview).toMatchObject({ badCells: [], counts: { new: 0, changed: 0, unchanged: 250 } });
  });

  it('are refused by their cell where they have no title, are too long, or are by nobody known or not by the team', async () => {
    const rows = [
      ['HB-0130', '', 'A summary alone', ''],
      ['HB-0131', 'x'.repeat(201), '', ''],
      ['HB-0132', 'A title', '', 'a poet'],
      ['HB-0133', 'A title', '', '团队'],
      ['HB-0120', '', '', 'team'],
    ];
    const { preview } = await desk.read(file(...rows), 'entries', 'wrong.csv');
    expect(preview.badCells).toMatchObject([
      { row: 2, column: 'B', code: 'field-missing' },
      { row: 3, column: 'B', code: 'text-too-long' },
      { row: 4, column: 'D', code: 'name-unknown' },
      { row: 5, column: 'D', code: 'translation-not-by-team' },
      { row: 6, column: 'D', code: 'translation-not-by-team' },
    ]);
  });
});

describe('an export of entries', () => {
  it.each(['csv', 'xlsx'])('as %s, imported again, changes nothing', async (format) => {
    const { status, bytes } = await download('entries', format);
    expect(status).toBe(200);
    const { preview } = await desk.read(bytes, 'entries', `back.${format}`);
    expect(preview).toMatchObject({ badCells: [], counts: { new: 0, changed: 0, unchanged: 250 }, absent: 0 });
  });
});

describe('a formula in any text field of any export', () => {
  beforeAll(plantEverywhere);

  it.each(exportNames)('stands in the CSV of %s behind its apostrophe, below the mark of UTF-8', async (what) => {
    const { status, bytes } = await download(what, 'csv');
    expect(status).toBe(200);
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from('\uFEFF'));
    const cells = parse(bytes.toString(), { bom: true }).flat();
    expect(cells.filter((cell) => cell.startsWith("'=HYPERLINK")).length).toBeGreaterThan(0);
    expect(cells.filter((cell) => /^[\s\p{Cf}]*[=+\-@＝]/u.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))).toEqual([]);
  });

  it.each(exportNames)('is a text by its type in the XLSX of %s', async (what) => {
    const parts = unzipSync((await download(what, 'xlsx')).bytes);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('=HYPERLINK(&quot;http://example.test&quot;');
    expect(sheet).not.toContain('<f>');
    expect(new Set(sheet.match(/(?<=<c r="[A-Z]+\d+" )[^>]*>/g))).toEqual(
      new Set(['t="inlineStr" s="1">', 't="inlineStr" s="2">']),
    );
  });

  it('reaches every field that it was planted in', async () => {
    const counts = await Promise.all(
      exportNames.map(async (what) => {
        const { bytes } = await download(what, 'csv');
        const rows = parse(bytes.toString(), { bom: true });
        const most = Math.max(...rows.map((cells) => cells.filter((cell) => cell.includes('=HYPERLINK')).length));
        return [what, most];
      }),
    );
    expect(Object.fromEntries(counts)).toEqual({
      // Key, title, summary, nominating body; lead with organisation, Latin name, e-mail; members, advisers; districts and
      // needs; and of the form the texts, the table and the people.
      ...{ entries: 4 + 4 + 2 + 2 + 7, contacts: 5, 'sign-in': 3, organisations: 4, judges: 5, problems: 4 },
    });
  });

  const office = spawnSync('soffice', ['--version']).status === 0;
  if (!office) {
    process.stderr.write('LibreOffice is not installed: that it runs no formula of an export is left out.\n');
  }
  (office ? it : it.skip)('is run in none of them by LibreOffice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leitai-export-'));
    try {
      const files: string[] = [];
      for (const what of exportNames) {
        for (const format of ['csv', 'xlsx']) {
          const file = join(folder, `${what}-${format}.${format}`);
          writeFileSync(file, (await download(what, format)).bytes);
          files.push(file);
        }
      }
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const words = [profile, '--headless', '--convert-to', 'fods', '--outdir', folder, ...files];
      expect(spawnSync('soffice', words, { timeout: 240_000 }).status).toBe(0);
      for (const file of files) {
        const document = readFileSync(file.replace(/\.(csv|xlsx)$/, '.fods'), 'utf8');
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
    expect(told.map(({ what }) => what)).toEqual(exportNames.map((name) => `export-${name}`).sort(compareCodePoints));
  });
});
