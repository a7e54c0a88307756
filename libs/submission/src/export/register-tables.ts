import type { EntityManager } from 'typeorm';
import {
  type ImportedJudge,
  judgeCells,
  judgeTargets,
  organisationCells,
  organisationTargets,
  writeLines,
} from '#domain';
import {
  holdersOfNames,
  importedOrganisation,
  standingOrganisations,
  writtenOrganisation,
} from '../import/organisation/standing-organisations.js';
import { tidyJudgeFacts } from '#domain/roster/judge-facts';
import { fieldGroupsOf, judgeFactsColumns } from './judge-facts-columns.js';
import type { ExportLocale, ExportTable } from './export-tables.js';

const both = (zh: string, en: string) => ({ zh, en });
const words = {
  organisations: both('单位名录', 'Organisations'),
  mergedNames: both('已并入单位的名称', 'Names of what was merged into it'),
  judges: both('评委', 'Judges'),
  knownZh: both('登记单位中文名', 'Known in Chinese as'),
  knownEn: both('登记单位英文名', 'Known in English as'),
  account: both('账号', 'Account'),
  none: both('尚未设密码', 'No password yet'),
  signsIn: both('可登录', 'Can sign in'),
  disabled: both('已停用', 'Disabled'),
};

/** The register as it stands, under the headers that an import takes back. */
export function organisationsTable(manager: EntityManager, locale: ExportLocale): ExportTable {
  const targets = organisationTargets.filter(({ key }) => key !== 'is-shared');
  async function* rows(): AsyncGenerator<readonly string[]> {
    const all = await standingOrganisations(manager);
    const [byId, holders] = [new Map(all.map((one) => [one.id, one])), holdersOfNames(all)];
    const merged = new Map<string, string[][]>();
    for (const { id, survivorId, names } of all) {
      if (id === survivorId) continue;
      merged.set(survivorId, [...(merged.get(survivorId) ?? []), ...names.map(({ text }) => [text])]);
    }
    for (const organisation of all.filter(({ id, survivorId }) => id === survivorId)) {
      const parent = byId.get(organisation.parentId ?? '');
      const written = parent === undefined ? null : writtenOrganisation(parent, holders);
      const cells = organisationCells(importedOrganisation(organisation, written))[locale];
      yield [...targets.map(({ key }) => cells.get(key) ?? ''), writeLines(merged.get(organisation.id) ?? [])];
    }
  }
  return {
    name: words.organisations[locale],
    header: [...targets.map(({ label }) => label[locale]), words.mergedNames[locale]],
    widths: [14, 32, 40, 24, 18, 32, 36, 36],
    rows: rows(),
  };
}

interface JudgeRow extends ImportedJudge {
  readonly knownZh: string | null;
  readonly knownEn: string | null;
  readonly account: 'none' | 'signsIn' | 'disabled';
}

/** Judges of the edition who have an account, with what the register takes their employers for. */
export function judgesTable(manager: EntityManager, editionId: string, locale: ExportLocale): ExportTable {
  async function* rows(): AsyncGenerator<readonly string[]> {
    const judges = await manager.query<JudgeRow[]>(
      `select ${judgeFactsColumns}, u.email, u.display_name as name, l.name_zh as "knownZh",
         l.name_en as "knownEn",
         case when u.disabled_at is not null then 'disabled' when c.user_id is null then 'none' else 'signsIn' end as account
       from judges j join users u on u.id = j.user_id left join credentials c on c.user_id = u.id
       left join organisation_labels l on l.id = j.employer_id
       where j.edition_id = $1 order by j.external_key collate "C", u.email collate "C"`,
      [editionId],
    );
    const groups = await fieldGroupsOf(manager, editionId);
    for (const judge of judges) {
      const cells = judgeCells({ ...judge, ...tidyJudgeFacts(judge) }, groups)[locale];
      yield [
        ...judgeTargets.map(({ key }) => cells.get(key) ?? ''),
        ...[judge.knownZh ?? '', judge.knownEn ?? '', words[judge.account][locale]],
      ];
    }
  }
  return {
    name: words.judges[locale],
    header: [
      ...judgeTargets.map(({ label }) => label[locale]),
      ...[words.knownZh[locale], words.knownEn[locale], words.account[locale]],
    ],
    widths: [28, 14, 20, 32, 14, 32, 32, 16, 12, 12, 10, 14, 14, 44, 32, 32, 14],
    rows: rows(),
  };
}
