import type { Moment, Role, Viewer } from '#identity';
import type { Asker, TestApi } from './api.js';
import { newDraft } from './entry-team.js';
import type { PlantedEdition } from './planted-edition.js';

/** Somebody who crawls, and what they are to the planted entry. */
export interface CrawlPerson {
  readonly name: string;
  readonly viewer: Viewer;
  readonly moment: Moment;
  readonly asker: Asker;
  /** Asks with an id of everything, and writes what the route asks for. */
  readonly isThorough: boolean;
}

const blind: Moment = { isOpenStage: false, isReleased: false };
const open: Moment = { ...blind, isOpenStage: true };

/** Roles of an edition of which nobody has anything to do with the entry, and those without business data. */
const bystanders: readonly Role[] = ['panel-secretary', 'problem-owner', 'district-officer', 'discipline-supervisor'];
const administrators: readonly Role[] = ['system-administrator', 'security-administrator', 'audit-administrator'];

/** Everybody who may come: the least trusted first, as the acts of the last ones change what there is to see. */
export async function crawlPeople(api: TestApi, planted: PlantedEdition): Promise<CrawlPerson[]> {
  const { editionId, slug } = planted;
  const person = (name: string, viewer: Viewer, asker: Asker, more: Partial<CrawlPerson> = {}): CrawlPerson => ({
    ...{ name, viewer, asker, moment: blind, isThorough: false, ...more },
  });
  const holder = async (role: Role, more: { readonly editionId?: string }) =>
    person(role, role, await api.person({ role, ...more }));
  const otherTeam = await api.person();
  await newDraft(otherTeam, slug);
  const held = await Promise.all(bystanders.map((role) => holder(role, { editionId })));
  const keepers = await Promise.all(administrators.map((role) => holder(role, {})));
  return [
    person('anonymous', 'public', api.anonymous()),
    person('person', 'person', await api.person()),
    ...keepers,
    ...held.filter(({ viewer }) => viewer !== 'panel-secretary'),
    person('other-team', 'other-team', otherTeam, { isThorough: true }),
    person('idle', 'other-judge', planted.idle),
    person('recused', 'other-judge', planted.recused),
    person('openJudge', 'judge', planted.openJudge, { moment: open }),
    person('undeclared', 'judge', planted.undeclared, { moment: open }),
    person('judge', 'judge', planted.judge, { isThorough: true }),
    person('chair', 'panel-chair', planted.chair),
    person('member', 'team-member', planted.member),
    person('lead', 'team-lead', planted.lead),
    ...held.filter(({ viewer }) => viewer === 'panel-secretary'),
    person('executive', 'executive-organiser', planted.executive),
    person('office', 'organiser', planted.office),
  ];
}
