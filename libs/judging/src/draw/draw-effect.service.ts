import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StageEntryService } from '#contest';
import { JudgeService } from '../judge.service.js';
import { endOrderByPanel } from './draw-standing.js';
import type { HeldDraw } from './held-draw.js';

interface EffectLine {
  readonly judgeId: string | null;
  readonly stageEntryId: string | null;
  readonly panelId: string | null;
  readonly outcome: string;
  readonly place: number | null;
}

/** What a draw does once it is confirmed. */
@Injectable()
export class DrawEffectService {
  constructor(
    private readonly judges: JudgeService,
    private readonly stageEntries: StageEntryService,
  ) {}

  /** Seats judges, or gives entries their panels or places. */
  async take(manager: EntityManager, stageId: string, draw: HeldDraw, actor: string): Promise<void> {
    const lines = await manager.query<EffectLine[]>(
      `select judge_id as "judgeId", stage_entry_id as "stageEntryId", panel_id as "panelId", outcome, place
         from draw_lines where draw_id = $1 order by position`,
      [draw.id],
    );
    switch (draw.kind) {
      case 'judges':
        if (draw.panelId !== null) await this.seat(manager, [draw.panelId], lines, actor);
        return;
      case 'judge-panels': {
        const panels = await this.stageEntries.panels(manager, stageId);
        return this.seat(manager, [...panels.values()], lines, actor);
      }
      case 'entry-panels':
        await this.stageEntries.drawPanels(manager, stageId, lines.flatMap(entryLine));
        // Places within a panel were drawn for the panels of before.
        if (await endOrderByPanel(manager, stageId)) await this.stageEntries.drawOrder(manager, stageId, []);
        return;
      case 'order':
        return this.stageEntries.drawOrder(manager, stageId, lines.flatMap(entryLine));
    }
  }

  /** Whoever sat in these panels and was not drawn for them leaves. */
  private async seat(
    manager: EntityManager,
    panelIds: readonly string[],
    lines: readonly EffectLine[],
    actor: string,
  ): Promise<void> {
    const seats = lines.flatMap(({ outcome, judgeId, panelId }) =>
      (outcome === 'seat' || outcome === 'panel') && judgeId !== null && panelId !== null ? [{ judgeId, panelId }] : [],
    );
    await this.judges.unseat(manager, panelIds, seats, { actor });
    await this.judges.seat(manager, seats, { actor });
  }
}

const entryLine = ({ stageEntryId, panelId, place }: EffectLine) =>
  stageEntryId === null ? [] : [{ id: stageEntryId, panelId, place }];
