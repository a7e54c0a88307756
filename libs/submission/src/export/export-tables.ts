import type { EntityManager } from 'typeorm';
import {
  entryCells,
  entryTargets,
  type FormDefinition,
  type ImportedLanding,
  ownFields,
  problemTargets,
} from '#domain';
import type { FormService, FormVersion } from '../form/form.service.js';
import { entryContext } from '../import/entry/entry-context.js';
import { standingEntries } from '../import/entry/standing-entries.js';

export type ExportLocale = 'zh' | 'en';

/** Whose table it is: nothing of an entry that concerns the reader stands in it. */
export interface ExportReader {
  readonly locale: ExportLocale;
  readonly readerId: string;
}

/** A table on its way out: a header, and rows that are read as they are written. */
export interface ExportTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly widths: readonly number[];
  readonly rows: AsyncIterable<readonly string[]>;
}

/** Rows read at once. */
const page = 200;

const both = (zh: string, en: string) => ({ zh, en });
const words = {
  entries: both('参赛项目', 'Entries'),
  contacts: both('通讯录', 'Address list'),
  signIn: both('签到表', 'Sign-in sheet'),
  problems: both('企业难题', 'Enterprise problems'),
  number: both('参赛编号', 'Entry number'),
  state: both('状态', 'State'),
  submitted: both('已提交', 'Submitted'),
  withdrawn: both('已撤回', 'Withdrawn'),
  translationState: both('译文状态', 'State of the translation'),
  missing: both('没有译文', 'No translation'),
  incomplete: both('缺简介译文', 'Summary not translated'),
  outdated: both('原文已改', 'Outdated'),
  unconfirmed: both('团队未确认', 'Not confirmed by the team'),
  confirmed: both('团队已确认', 'Confirmed by the team'),
  submittedAt: both('提交时间（北京时间）', 'Submitted at (Beijing)'),
  late: both('逾期提交', 'Late'),
  extendedUntil: both('延期至（北京时间）', 'Extended until (Beijing)'),
  yes: both('是', 'Yes'),
  title: both('项目名称', 'Title'),
  role: both('角色', 'Role'),
  lead: both('负责人', 'Team lead'),
  member: both('成员', 'Member'),
  adviser: both('指导老师', 'Adviser'),
  name: both('姓名', 'Name'),
  latinName: both('拉丁字母姓名', 'Name in Latin letters'),
  organisation: both('单位', 'Organisation'),
  phone: both('电话', 'Phone'),
  email: both('邮箱', 'E-mail'),
  signature: both('签名', 'Signature'),
  arrival: both('到达时间', 'Arrived at'),
};

/** Every numbered entry with all that was answered, under the headers that an import takes back. */
export async function entriesTable(
  manager: EntityManager,
  editionId: string,
  { forms, landing }: { readonly forms: FormService; readonly landing: ReadonlyMap<string, ImportedLanding> },
  { locale, readerId }: ExportReader,
): Promise<ExportTable> {
  const context = await entryContext(manager, editionId, forms);
  const used = await manager.query<{ id: string }[]>(
    'select distinct form_version_id as id from entries where edition_id = $1 and form_version_id is not null',
    [editionId],
  );
  const versions = new Map<string, FormVersion>();
  for (const { id } of used) versions.set(id, await forms.version(id, manager));
  const definitions: FormDefinition[] = [...context.forms.values(), ...versions.values()].map(
    ({ definition }) => definition,
  );
  const targets = entryTargets(definitions).filter(({ key }) => key !== 'number');
  const long = new Set(
    definitions
      .flatMap(ownFields)
      .filter(({ kind }) => kind === 'long-text')
      .map(({ key }) => `form.${key}`),
  );
  async function* rows(): AsyncGenerator<readonly string[]> {
    for (let after = 0; ;) {
      const entries = await standingEntries(manager, editionId, { after, limit: page, landing, reader: readerId });
      for (const { number, state, submittedAt, isLate, extendedUntil, formVersionId, ...standing } of entries) {
        const { entry, translationState } = standing;
        const form = formVersionId === null ? null : (versions.get(formVersionId)?.definition ?? null);
        const cells = entryCells(entry, form, context.tables, locale);
        yield [
          ...[String(number), words[state][locale], beijing(submittedAt), isLate ? words.yes[locale] : ''],
          ...[extendedUntil === null ? '' : beijing(extendedUntil), words[translationState][locale]],
          ...targets.map(({ key }) => cells.get(key) ?? ''),
        ];
      }
      const last = entries.at(-1);
      if (entries.length < page || last === undefined) return;
      after = last.number;
    }
  }
  return {
    name: words.entries[locale],
    header: [
      ...(['number', 'state', 'submittedAt', 'late', 'extendedUntil', 'translationState'] as const).map(
        (key) => words[key][locale],
      ),
      ...targets.map(({ label }) => label[locale]),
    ],
    widths: [10, 10, 20, 10, 20, 16, ...targets.map(({ key }) => (/summary$/.test(key) || long.has(key) ? 60 : 22))],
    rows: rows(),
  };
}

interface PersonRow {
  readonly number: number;
  readonly position: number;
  readonly title: string;
  readonly role: 'lead' | 'member' | 'adviser';
  readonly name: string;
  readonly latin: string | null;
  readonly organisation: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** The people of the entries that were not withdrawn, entry by entry; who no longer agrees to it, without contacts. */
async function* people(manager: EntityManager, editionId: string, readerId: string): AsyncGenerator<PersonRow> {
  for (let [number, position] = [0, 0]; ;) {
    const rows = await manager.query<PersonRow[]>(
      `select e.number, m.position, e.title, m.role, m.name, m.organisation,
         case when not w.yes then m.latin_name end as latin, case when not w.yes then c.phone end as phone,
         case when not w.yes then c.email end as email
       from entries e join team_members m on m.entry_id = e.id left join member_contacts c on c.member_id = m.public_id
       cross join lateral (select contacts_are_withheld(case when m.role = 'lead' then e.lead_user_id else m.user_id end) as yes) w
       where e.edition_id = $1 and e.state = 'submitted' and (e.number, m.position) > ($2, $3)
         and e.id not in (select conflicted_entries($5))
       order by e.number, m.position limit $4`,
      [editionId, number, position, page, readerId],
    );
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < page || last === undefined) return;
    [number, position] = [last.number, last.position];
  }
}

/** The teams' address list (通讯录). */
export function contactsTable(
  manager: EntityManager,
  editionId: string,
  { locale, readerId }: ExportReader,
): ExportTable {
  async function* rows(): AsyncGenerator<readonly string[]> {
    for await (const { number, title, role, name, latin, organisation, phone, email } of people(
      manager,
      editionId,
      readerId,
    )) {
      yield [
        String(number),
        title,
        words[role][locale],
        name,
        ...[latin, organisation, phone, email].map((cell) => cell ?? ''),
      ];
    }
  }
  const columns = [...(['number', 'title', 'role', 'name', 'latinName', 'organisation', 'phone', 'email'] as const)];
  return {
    name: words.contacts[locale],
    header: columns.map((column) => words[column][locale]),
    widths: [10, 36, 12, 16, 22, 30, 20, 28],
    rows: rows(),
  };
}

/** A list to sign at the door (签到表): one line a person, with room for a hand. */
export function signInTable(
  manager: EntityManager,
  editionId: string,
  { locale, readerId }: ExportReader,
): ExportTable {
  async function* rows(): AsyncGenerator<readonly string[]> {
    for await (const { number, title, role, name, organisation } of people(manager, editionId, readerId)) {
      yield [String(number), title, words[role][locale], name, organisation ?? '', '', ''];
    }
  }
  const columns = [...(['number', 'title', 'role', 'name', 'organisation', 'signature', 'arrival'] as const)];
  return {
    name: words.signIn[locale],
    header: columns.map((column) => words[column][locale]),
    widths: [10, 36, 12, 16, 30, 28, 16],
    rows: rows(),
  };
}

export function problemsTable(manager: EntityManager, editionId: string, locale: ExportLocale): ExportTable {
  async function* rows(): AsyncGenerator<readonly string[]> {
    const problems = await manager.query<Record<string, string>[]>(
      `select number::text, title_zh, title_en, owner_label_zh, owner_label_en from enterprise_problems
       where edition_id = $1 order by enterprise_problems.number`,
      [editionId],
    );
    yield* problems.map((row) => Object.values(row));
  }
  return {
    name: words.problems[locale],
    header: problemTargets.map(({ label }) => label[locale]),
    widths: [10, 40, 40, 30, 30],
    rows: rows(),
  };
}

/** As YYYY-MM-DD HH:mm in Beijing. */
function beijing(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
