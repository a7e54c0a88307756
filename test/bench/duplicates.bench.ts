import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ContestTemplateService, WindowService } from '#contest';
import { createDataSource } from '#database';
import { LedgerService } from '#ledger';
import { DuplicateQueryService, DuplicateSearchService } from '#submission';
import { entryServices } from '../builders/entry-services.js';
import { createTestDatabase } from '../builders/postgres.js';
import { milliseconds, quantile, say } from './figures.js';

// One edition of so many entries with teams of five, in either language, one in a hundred brought in twice under a slightly
// other title; 6,000 names, 400 organisations, one address in twenty used twice.
const size = Number(process.argv[2] ?? 20_000);

const zh = {
  fields:
    '智能网联汽车 高端装备 深海探测 山地果园 桥梁隧道 新型储能 城市水务 远程医疗 低空物流 柔性显示 航空发动机 轨道交通 污水处理 中药制造 半导体封装 氢能重卡 古建筑保护 应急救援 老年照护 茶叶加工'.split(
      ' ',
    ),
  means:
    '多模态感知 数字孪生 相变材料 微流控芯片 声学成像 联邦学习 激光熔覆 边缘计算 仿生结构 太赫兹检测 光纤传感 强化学习 超声清洗 等离子喷涂 石墨烯涂层 机器视觉'.split(
      ' ',
    ),
  ends: '系统 平台 装备 关键技术 一体化方案 机器人 监测网络 工艺 新材料 服务体系'.split(' '),
};
const en = {
  fields:
    'mountain orchards,urban water supply,hydrogen trucks,ancient timber buildings,remote clinics,deep-sea pipelines,tea processing,chip packaging,low-altitude freight,railway tunnels,elderly care,battery recycling'.split(
      ',',
    ),
  means:
    'fibre-optic sensing,federated learning,laser cladding,phase-change materials,machine vision,terahertz imaging,bionic surfaces,edge computing,acoustic cameras,microfluidic chips'.split(
      ',',
    ),
  ends: 'a platform,robots,a monitoring network,new tooling,an early warning service,low-cost equipment,a self-healing coating'.split(
    ',',
  ),
};
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜';
const given =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文建国志玉梅红云飞鹏辉宇浩然子轩雨欣思涵梓萱博雅嘉诚俊熙晨曦佳怡可心天佑启航若琳语桐一凡承泽沐辰';

/** A reproducible choice: the same list on every run. */
const pick = <T>(list: ArrayLike<T>, seed: number): T =>
  list[Math.abs(Math.imul(seed, 2_654_435_761) >>> 7) % list.length] as T;

function titleOf(index: number): string {
  const words = index % 4 === 0 ? en : zh;
  const [field, means, end] = [
    pick(words.fields, index),
    pick(words.means, index * 7 + 1),
    pick(words.ends, index * 13 + 5),
  ];
  const mark = (index * 7919) % 10_007;
  if (words === en) return `${means} for ${field}: ${end} of the ${mark.toString(36)} series`;
  return `面向${field}的${means}${pick(zh.means, index * 31 + 3)}${end}${String.fromCodePoint(0x4e00 + mark)}型`;
}

function answersOf(index: number) {
  const isCopy = index % 100 === 99;
  const title = isCopy ? `${titleOf(index - 50)}（升级版）` : titleOf(index);
  const members = Array.from({ length: 5 }, (_, position) => {
    const seed = index * 5 + position;
    const name = `${pick(surnames, seed)}${pick(given, seed * 3 + 1)}${seed % 3 ? pick(given, seed * 5 + 2) : ''}`;
    const role = position === 0 ? ('lead' as const) : position === 4 ? ('adviser' as const) : ('member' as const);
    return { role, name, organisation: `第${(Math.imul(seed, 40_503) >>> 3) % 400}研究所` };
  });
  return {
    ...{ trackKey: 'innovation-challenge', fieldGroupKey: 'general', countryCode: 'CN', title, summary: '' },
    ...{ language: 'zh' as const, members },
  };
}

async function fill(dataSource: DataSource): Promise<{ slug: string; editionId: string }> {
  const ledger = new LedgerService();
  const templates = new ContestTemplateService(dataSource, ledger);
  const template = templates.read(readFileSync(new URL('../../contests/goe-2024.yaml', import.meta.url), 'utf8'));
  const { editionId, slug } = await templates.apply(template);
  await new WindowService(dataSource, ledger).open({ editionId }, { actor: uuidv7() });
  const { entries } = entryServices(dataSource);
  for (let from = 0; from < size; from += 2000) {
    const part = Array.from({ length: Math.min(2000, size - from) }, (_, index) => answersOf(from + index));
    await dataSource.transaction((manager) =>
      entries.submitMany(
        manager,
        editionId,
        part.map((answers) => ({ answers, leadUserId: null })),
        { actor: uuidv7() },
      ),
    );
  }
  await dataSource.query(
    `insert into member_contacts (member_id, email, phone)
     select m.public_id, 'p' || (row_number() over (order by e.number) * 19 / 20) || '@example.test', null
     from team_members m join entries e on e.id = m.entry_id where m.role = 'lead'`,
  );
  await dataSource.query(
    `insert into entry_files (id, entry_id, public_id, field_key, name, size, sha256, version)
     select gen_random_uuid(), e.id, gen_random_uuid(), 'plan', 'plan.pdf', 1000,
       sha256(convert_to((e.number * 29 / 30)::text, 'UTF8')), 1 from entries e`,
  );
  await dataSource.query('delete from pending_duplicate_searches');
  await dataSource.query('insert into pending_duplicate_searches (entry_id) select id from entries');
  await dataSource.query('analyze entries, team_members, entry_files');
  return { slug, editionId };
}

async function timed<T>(act: () => Promise<T>): Promise<{ took: number; result: T }> {
  const from = performance.now();
  const result = await act();
  return { took: performance.now() - from, result };
}

async function repeated(name: string, times: number, act: (index: number) => Promise<unknown>): Promise<void> {
  const took: number[] = [];
  for (let index = 0; index < times; index += 1) took.push((await timed(() => act(index))).took);
  say(`  ${name.padEnd(48)} median ${milliseconds(quantile(took, 0.5))}, 95 % ${milliseconds(quantile(took, 0.95))}`);
}

async function explained(dataSource: DataSource, name: string, sql: string, values: unknown[]): Promise<void> {
  const rows = await dataSource.query<{ 'QUERY PLAN': string }[]>(
    `explain (analyze, costs off, timing off) ${sql}`,
    values,
  );
  say(`\n${name}`);
  for (const row of rows) say(`  ${row['QUERY PLAN']}`);
}

const database = await createTestDatabase();
const dataSource = createDataSource(database.appUrl, { poolSize: 2 });
await dataSource.initialize();
try {
  const filled = await timed(() => fill(dataSource));
  const { slug, editionId } = filled.result;
  say(`${size} entries of one edition with ${size * 5} people submitted in ${(filled.took / 1000).toFixed(1)} s`);
  const search = new DuplicateSearchService(dataSource);
  const all = await timed(() => search.run());
  say(`all compared by the worker in ${(all.took / 1000).toFixed(1)} s: ${milliseconds(all.took / size)} an entry`);
  await dataSource.query('analyze duplicate_keys, duplicate_pairs');
  const [counts] = await dataSource.query<object[]>(
    `select (select count(*)::int from duplicate_keys) as keys, count(*)::int / 2 as pairs,
       count(*) filter (where strength = 3)::int / 2 as strong, count(*) filter (where strength = 2)::int / 2 as likely,
       count(*) filter (where title > 0)::int / 2 as "by title", count(*) filter (where file > 0)::int / 2 as "by file",
       count(*) filter (where person > 0)::int / 2 as "by person",
       pg_size_pretty(pg_total_relation_size('duplicate_keys')) as "keys on disk",
       pg_size_pretty(pg_total_relation_size('duplicate_pairs')) as "pairs on disk" from duplicate_pairs`,
  );
  say(JSON.stringify(counts));
  const query = new DuplicateQueryService(dataSource, new LedgerService());
  const reader = { userId: uuidv7(), editionIds: [editionId] };
  const likely = { least: 'likely', state: 'open' } as const;
  const entries = await dataSource.query<{ id: string; publicId: string }[]>(
    `select id, public_id as "publicId" from entries order by number limit 200`,
  );
  let cursor = '';
  for (let pages = 0; pages < 100; pages += 1) {
    const place = { limit: 25, ...(cursor && { cursor }) };
    const next = (await query.page(slug, likely, place, reader)).nextCursor;
    if (next === null) break;
    cursor = next;
  }
  await repeated('first page of the list, likely and strong', 50, () =>
    query.page(slug, likely, { limit: 25 }, reader),
  );
  await repeated('a hundred pages on', 50, () => query.page(slug, likely, { limit: 25, cursor }, reader));
  await repeated('by people, weak too', 50, () =>
    query.page(slug, { least: 'weak', state: 'all', kind: 'person' }, { limit: 25 }, reader),
  );
  await repeated("an entry's page", 50, (index) =>
    query.ofEntry(entries[index]?.publicId ?? '', { limit: 25 }, reader),
  );
  await repeated('one changed entry compared', 50, async (index) => {
    await dataSource.query('insert into pending_duplicate_searches (entry_id) values ($1)', [entries[index]?.id]);
    await search.run();
  });
  await explained(
    dataSource,
    'the list',
    `select entry_id, other_id from duplicate_pairs p
     where p.edition_id = $1 and (p.edition_id <> p.other_edition_id or p.entry_id < p.other_id)
       and p.other_edition_id = any ($2) and p.strength >= 2
       and (p.strength, p.similarity, p.entry_id, p.other_id) < (4, 0, $3, $3)
     order by p.strength desc, p.similarity desc, p.entry_id desc, p.other_id desc limit 26`,
    [editionId, [editionId], '00000000-0000-0000-0000-000000000000'],
  );
  await explained(
    dataSource,
    'what shares a key with one entry',
    `select distinct o.entry_id from duplicate_keys k cross join lateral (
       select x.entry_id from duplicate_keys x
       where x.kind = k.kind and x.key = k.key and x.entry_id <> k.entry_id order by x.entry_id desc limit 100) o
     where k.entry_id = any ($1) and k.kind in ('file', 'person', 'email', 'phone', 'account')`,
    [[entries[0]?.id]],
  );
} finally {
  await dataSource.destroy();
  await database.drop();
}
