import { readFileSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { ContestTemplateService, WindowService } from '#contest';
import type { Asker, TestApi } from './api.js';

const xingyu = readFileSync(new URL('../../contests/xingyu-cup-2024.yaml', import.meta.url), 'utf8');

/** An edition that takes entries, and a team with a draft in it. */
export interface EntryTeam {
  readonly editionId: string;
  readonly slug: string;
  readonly team: Asker;
  /** Public id of its entry. */
  readonly entry: string;
}

export async function openEdition(api: TestApi): Promise<{ editionId: string; slug: string }> {
  const templates = api.app.get(ContestTemplateService, { strict: false });
  const template = templates.read(xingyu);
  const { editionId } = await templates.apply(template);
  await api.app.get(WindowService, { strict: false }).open({ editionId }, { actor: uuidv7() });
  return { editionId, slug: template.edition.slug };
}

export async function newDraft(team: Asker, slug: string): Promise<string> {
  const form = {
    ...{ trackKey: 'pillar', divisionKey: 'start-up', countryCode: 'SG', title: 'A quiet pump', language: 'en' },
    members: [{ role: 'lead', name: 'Ann Example' }],
  };
  const { body } = await team.post<{ publicId: string }>(`/api/v1/editions/${slug}/entries`, form);
  return body.publicId;
}

export async function entryTeam(api: TestApi): Promise<EntryTeam> {
  const edition = await openEdition(api);
  const team = await api.person();
  return { ...edition, team, entry: await newDraft(team, edition.slug) };
}
