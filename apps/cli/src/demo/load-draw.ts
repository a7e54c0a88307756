import { Readable } from 'node:stream';
import { PDFDocument } from '@cantoo/pdf-lib';
import { v7 as uuidv7 } from 'uuid';
import { RulesService, StageEntryService, type StageView } from '#contest';
import type { HandLine } from '#domain/draw/drawn-by-hand';
import type { IdempotentRequest } from '#identity';
import {
  DrawConfirmationService,
  DrawEvidenceService,
  DrawRecordService,
  DrawSubstituteService,
  JudgeFactsService,
} from '#judging';
import type { DemoPeople, DemoWorld } from './demo-world.js';
import type { JudgeIds } from './load-judges.js';
import type { DescribedJudge } from './plan-judge-facts.js';
import { demoJudgeEmail } from './plan-judges.js';
import { Random } from './random.js';

interface DrawContext {
  readonly people: DemoPeople;
  readonly slug: string;
  /** One that nobody judges yet. */
  readonly stage: StageView;
  readonly judges: readonly DescribedJudge[];
  readonly judgeIds: JudgeIds;
}

const reserves = 3;
const dayMilliseconds = 86_400_000;
const mark = '演示数据 Demo data';

/**
 * Draws the judges of a stage to come, by hand, before a witness; then one of them cannot come, and the first reserve
 * takes the seat. Its record, with a scan that says that it is none, is what the minute is printed from.
 */
export async function loadDraw(world: DemoWorld, context: DrawContext): Promise<void> {
  const { people, stage, judges } = context;
  const { rules } = await world.service(RulesService).current(stage.id);
  const seats = rules.panel.size;
  if (judges.length < seats + reserves) return;
  const order = new Random(`${world.seed}/${context.slug}/${stage.key}/draw`).shuffle(judges);
  const by = (userId: string, act: string): IdempotentRequest => ({
    ...{ userId, route: `demo ${act}`, key: uuidv7(), body: null },
  });
  const drawId = await record(world, context, by(people.organiser, 'draw'), { order, seats });
  const scan = { name: 'demo-draw.pdf', bytes: Readable.from([await invented()]) };
  await world.service(DrawEvidenceService).add(by(people.organiser, 'scan'), stage.id, drawId, scan);
  await world.service(DrawConfirmationService).confirm(by(people.approver, 'confirmation'), stage.id, drawId);
  const missing = order.slice(0, seats).find(({ email }) => email !== demoJudgeEmail) as DescribedJudge;
  const judgeId = context.judgeIds.get(missing.email) ?? '';
  // Free until the stage before is over, and away from then on.
  const until = new Date(stage.window.plannedOpensAt.getTime() - 7 * dayMilliseconds).toISOString().slice(0, 10);
  await world.service(JudgeFactsService).change(by(people.organiser, 'absence'), context.slug, judgeId, {
    facts: { ...missing.facts, availableUntil: until },
    seen: await versionOf(world, judgeId),
  });
  await world.service(DrawSubstituteService).call(by(people.organiser, 'call'), stage.id, drawId, judgeId);
}

async function record(
  world: DemoWorld,
  { stage, judgeIds }: DrawContext,
  request: IdempotentRequest,
  { order, seats }: { readonly order: readonly DescribedJudge[]; readonly seats: number },
): Promise<string> {
  const panels = await world.transaction((manager) => world.service(StageEntryService).panels(manager, stage.id));
  const [panelId = null] = panels.values();
  const lines = order.slice(0, seats + reserves).map(({ email }, index): HandLine => {
    const isSeat = index < seats;
    const place = isSeat ? index + 1 : index + 1 - seats;
    return { member: judgeIds.get(email) ?? '', outcome: isSeat ? 'seat' : 'reserve', panel: null, place };
  });
  return world.service(DrawRecordService).byHand(request, stage.id, {
    ...{ kind: 'judges', panelId, fieldGroupId: null, passesConflicted: true, byPanel: false, lines },
    judges: { seats, reserves, kindsWanted: [], mostPerEmployer: null },
    ...{ place: mark, drawer: mark, supervisor: mark, reason: null },
    drawnAt: new Date((await world.now()).getTime() - 60_000),
  });
}

/** A page that says that it is no scan of anything. */
async function invented(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document
    .addPage([420, 300])
    .drawText('Demo data: there was no draw, and this is no scan.', { x: 24, y: 150, size: 14 });
  return Buffer.from(await document.save());
}

async function versionOf(world: DemoWorld, judgeId: string): Promise<number> {
  return world.transaction(async (manager) => {
    const rows = await manager.query<{ version: number }[]>('select version from judges where id = $1', [judgeId]);
    return rows[0]?.version ?? 0;
  });
}
