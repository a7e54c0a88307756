import { ContestTemplateService, type ApplyOutcome, type ContestTemplate } from '#contest';
import { createDataSource } from '#database';
import { DomainError, type DomainErrorCode } from '#domain';
import { LedgerService } from '#ledger';
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

/** Writes a checked template into the database at `url`; the exit status. */
export async function applyContest(
  url: string,
  template: ContestTemplate,
  { edition, demo, language }: ContestApplyFlags & { readonly language: Language },
): Promise<number> {
  return apply(url, inEdition(template, edition), { isDemo: demo ?? false, language });
}

async function apply(
  url: string,
  template: ContestTemplate,
  { isDemo, language }: { isDemo: boolean; language: Language },
): Promise<number> {
  const dataSource = await createDataSource(url, { poolSize: 2, applicationName: 'leitai contest' }).initialize();
  try {
    const outcome = await new ContestTemplateService(dataSource, new LedgerService()).apply(template, { isDemo });
    process.stdout.write(`${summary(outcome, language)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    complain(`${refusals[error.code]?.[language] ?? error.code} ${JSON.stringify(error.details)}`);
    return refused;
  } finally {
    await dataSource.destroy();
  }
}

function inEdition(template: ContestTemplate, slug: string | undefined): ContestTemplate {
  return slug === undefined ? template : { ...template, edition: { ...template.edition, slug } };
}

function summary({ slug, edition, stages }: ApplyOutcome, language: Language): string {
  const words = {
    created: { zh: '已创建', en: 'created' },
    updated: { zh: '已更新', en: 'updated' },
    changed: { zh: '规则有新版本', en: 'rules have a new version' },
    unchanged: { zh: '没有变化', en: 'unchanged' },
  };
  const lines = stages.map((stage) => `  ${stage.key}: ${words[stage.rules][language]} (${stage.rulesNumber})`);
  return [`${slug}: ${words[edition][language]}`, ...lines].join('\n');
}
