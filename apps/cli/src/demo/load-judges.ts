import { StageEntryService, type StageView } from '#contest';
import { shareOrganisationRegister, UserService } from '#identity';
import { JudgeFactsService, JudgeService, RosterService } from '#judging';
import type { DemoWorld } from './demo-world.js';
import { actOn, type EntryContext } from './load-entries.js';
import type { DescribedJudge } from './plan-judge-facts.js';
import { demoJudgeEmail, type PlannedJudge, type PlannedPanel } from './plan-judges.js';

/** Judge ids by the e-mail of the plan. */
export type JudgeIds = ReadonlyMap<string, string>;

/** The edition's judges: accounts without a password, judges, a roster that two persons approved, seats on their panels. */
export async function loadJudges(
  world: DemoWorld,
  context: EntryContext,
  stages: readonly StageView[],
  { panels, judges }: { readonly panels: readonly PlannedPanel[]; readonly judges: readonly DescribedJudge[] },
): Promise<JudgeIds> {
  const { editionId, people, days } = context;
  const act = actOn(context, days.at(-1));
  return world.transaction(async (manager) => {
    await shareOrganisationRegister(manager);
    const userIds: string[] = [];
    for (const judge of judges) userIds.push(await accountOf(judge));
    const given = judges.map(({ kind }, index) => ({ kind, userId: userIds[index] ?? null }));
    const ids = await world.service(JudgeService).register(manager, editionId, given, act);
    const described = judges.map(({ facts }, index) => ({ id: ids[index] ?? '', facts, version: null, changed: [] }));
    await world.service(JudgeFactsService).write(manager, editionId, described, act.actor);
    const second = { ...act, actor: people.approver };
    await world.service(RosterService).approve(manager, editionId, null, second);
    const byEmail = new Map(judges.map(({ email }, index) => [email, ids[index] ?? '']));
    for (const stage of stages) {
      const panelIds = await world.service(StageEntryService).panels(manager, stage.id);
      const seats = panels
        .filter(({ stageKey }) => stageKey === stage.key)
        .flatMap(({ panelKey, judges: seated }) =>
          seated.map(({ email }) => ({
            panelId: panelIds.get(panelKey) ?? '',
            judgeId: byEmail.get(email) ?? '',
          })),
        );
      if (seats.length > 0) await world.service(JudgeService).seat(manager, seats, act);
    }
    return byEmail;

    async function accountOf({ email, displayName }: PlannedJudge): Promise<string> {
      if (email === demoJudgeEmail) return people.judge;
      return world.service(UserService).create(manager, { email, displayName, isDemo: true }, people.organiser);
    }
  });
}
