import { ContestTemplateService, locateProblems, problemLine, type ContestTemplate, type LockedField } from '#contest';
import { createDataSource } from '#database';
import { DomainError, type DomainErrorCode } from '#domain';
import { LedgerService } from '#ledger';
import { applyEdition, FormService, type EditionApplied } from '#submission';
import { complain } from './complain.js';
import type { ContestApplyFlags, Language } from './contest-apply-flags.js';

const refused = 1;

const refusals: Partial<Record<DomainErrorCode, Record<Language, string>>> = {
  'rules-locked': {
    zh: '已有评委按现行规则提交评分，不能再改该阶段的规则',
    en: 'a judge has already submitted under the present rules of this stage; they can no longer change',
  },
  'edition-exists': {
    zh: '该届次已存在，且有内容仍在使用或属于另一大赛',
    en: 'the edition exists and belongs to another contest, or a part that would vanish is in use',
  },
  'edition-demo-mismatch': {
    zh: '演示标记不能更改：演示届次须用 --demo，正式届次不能用',
    en: 'the demo mark is final: a demo edition needs --demo, a real one refuses it',
  },
};

/** The file that a template was read from. */
export interface TemplateSource {
  readonly file: string;
  readonly text: string;
}

/** Writes a checked template into the database at `url`; the exit status. */
export async function applyContest(
  url: string,
  template: ContestTemplate,
  source: TemplateSource,
  { edition, demo, language }: ContestApplyFlags & { readonly language: Language },
): Promise<number> {
  const options = { isDemo: demo ?? false, language, source };
  return apply(url, inEdition(template, edition), options);
}

async function apply(
  url: string,
  template: ContestTemplate,
  { isDemo, language, source }: { isDemo: boolean; language: Language; source: TemplateSource },
): Promise<number> {
  const dataSource = await createDataSource(url, { poolSize: 2, applicationName: 'leitai contest' }).initialize();
  try {
    const ledger = new LedgerService();
    const services = {
      templates: new ContestTemplateService(dataSource, ledger),
      forms: new FormService(dataSource, ledger),
    };
    const outcome = await applyEdition(services, template, { isDemo });
    process.stdout.write(`${summary(outcome, language)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    for (const line of refusalLines(error, source, language)) complain(line);
    return refused;
  } finally {
    await dataSource.destroy();
  }
}

/** A line for each field at fault where the refusal names them, else one for the whole. */
function refusalLines({ code, details }: DomainError, { file, text }: TemplateSource, language: Language): string[] {
  const problems = details['problems'] as readonly LockedField[] | undefined;
  if (problems !== undefined) {
    return locateProblems(text, problems).map((problem) => problemLine(file, problem, language));
  }
  return [`${refusals[code]?.[language] ?? code} ${JSON.stringify(details)}`];
}

function inEdition(template: ContestTemplate, slug: string | undefined): ContestTemplate {
  return slug === undefined ? template : { ...template, edition: { ...template.edition, slug } };
}

const formUnchanged = { zh: '报名表没有变化', en: 'form unchanged' };

function summary({ slug, edition, stages, forms }: EditionApplied, language: Language): string {
  const words = {
    created: { zh: '已创建', en: 'created' },
    updated: { zh: '已更新', en: 'updated' },
    changed: { zh: '规则有新版本', en: 'rules have a new version' },
    unchanged: { zh: '没有变化', en: 'unchanged' },
  };
  const lines = stages.map((stage) => `  ${stage.key}: ${words[stage.rules][language]} (${stage.rulesNumber})`);
  const ofForms = forms.map(({ trackKey, number, form }) => {
    const state = { published: { zh: '报名表已发布', en: 'form published' }, unchanged: formUnchanged }[form];
    return `  ${trackKey}: ${state[language]} (${number})`;
  });
  return [`${slug}: ${words[edition][language]}`, ...lines, ...ofForms].join('\n');
}
