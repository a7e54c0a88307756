import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readTemplate, type ContestTemplate } from '#contest';
import type { FormField } from '#domain';
import type { EditionSpecification } from './edition-specification.js';

const dayMilliseconds = 86_400_000;

/** The template of a demo edition: the contest's own, its names marked, and its times moved where it stands open. */
export function editionTemplate(specification: EditionSpecification, now: Date): ContestTemplate {
  const { template, problems } = readTemplate(readFileSync(join(contestsFolder(), specification.file), 'utf8'));
  if (!template) throw new Error(`${specification.file}: ${problems[0]?.reason.en ?? 'not readable'}`);
  const demo = { ...template, forms: withoutRequiredFiles(template.forms) };
  return specification.isOpen ? openNow(demo, specification.slug, now) : past(demo, specification.slug);
}

/** Invented entries have no files: what a form takes of them is asked for here, and required of nobody. */
function withoutRequiredFiles(forms: ContestTemplate['forms']): ContestTemplate['forms'] {
  const asked = (field: FormField): FormField => (field.kind === 'file' ? { ...field, isRequired: false } : field);
  return Object.fromEntries(
    Object.entries(forms).map(([track, { sections }]) => [
      track,
      { sections: sections.map((section) => ({ ...section, fields: section.fields.map(asked) })) },
    ]),
  );
}

function past(template: ContestTemplate, slug: string): ContestTemplate {
  const { name } = template.edition;
  const marked = { zh: `${name.zh}（演示届次·虚构）`, en: `${name.en} (demo edition, fictitious)` };
  return { ...template, edition: { ...template.edition, slug, name: marked } };
}

/** Entries are taken and first stages judged now, the judging ending last; what follows is planned for later weeks. */
function openNow(template: ContestTemplate, slug: string, now: Date): ContestTemplate {
  const { name } = template.contest;
  const today = Math.floor(now.getTime() / dayMilliseconds) * dayMilliseconds;
  const days = (from: number, to: number) => ({
    opensAt: new Date(today + from * dayMilliseconds).toISOString(),
    closesAt: new Date(today + to * dayMilliseconds).toISOString(),
  });
  return {
    ...template,
    edition: {
      ...template.edition,
      slug,
      name: { zh: `${name.zh}（开放演示届次·虚构）`, en: `${name.en} (open demo edition, fictitious)` },
      year: now.getUTCFullYear(),
      entryWindow: days(-21, 30),
    },
    stages: template.stages.map((stage) => {
      // Judges read while entries are still taken; they have some days left once these can change no more.
      if (stage.after === undefined) return { ...stage, window: days(-3, 36) };
      return { ...stage, window: stage.kind === 'final' ? days(60, 61) : days(40, 45) };
    }),
  };
}

/** The same folder from the source tree and from the build. */
function contestsFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'contests');
    if (existsSync(join(candidate, 'goe-2024.yaml'))) return candidate;
  }
  throw new Error('the folder contests/ is missing');
}
