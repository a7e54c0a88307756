import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, type AnalysisSection, openableSections } from '#domain';
import { LedgerService } from '#ledger';
import { analysisOpening, type AnalysisOpening } from './analysis-opening.query.js';
import { analysedEntries, storedAnalysis, type StoredAnalysis, tierNames } from './analysis-store.query.js';
import type { AnalysedRun, AnalysisView, HeatMapView } from './analysis-view.js';
import { shownGroup, type TierNames } from './shown-group.js';

/** Reads what is known of a stage, as far as it is open; every reading is an event of the ledger. */
@Injectable()
export class AnalysisQueryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /** @throws DomainError `not-found` */
  async read(stageId: string, readerId: string): Promise<AnalysisView> {
    return this.dataSource.transaction(async (manager) => {
      const opening = await analysisOpening(manager, stageId);
      const isOpen = opening.closedReason === null;
      const stored = await storedAnalysis(manager, stageId, opening.runId, isOpen);
      const entries = await analysedEntries(manager, stored?.opening?.entries ?? []);
      const view = analysisView(opening, stored, entries, await tierNames(manager, stageId));
      await this.record(manager, { stageId, readerId, stored }, { what: 'analysis', sections: [...view.sections] });
      return view;
    });
  }

  /** @throws DomainError `not-found`, `stage-not-ready` with the reason for which the analysis is closed */
  async heatMap(stageId: string, readerId: string): Promise<HeatMapView> {
    return this.dataSource.transaction(async (manager) => {
      const { closedReason, runId } = await analysisOpening(manager, stageId);
      if (closedReason !== null) throw new DomainError('stage-not-ready', { stage: stageId, reason: closedReason });
      const stored = await storedAnalysis(manager, stageId, runId, true);
      if (!stored?.opening || !stored.closed) {
        throw new DomainError('stage-not-ready', { stage: stageId, reason: 'not-computed' });
      }
      const entries = await analysedEntries(manager, stored.opening.entries);
      await this.record(manager, { stageId, readerId, stored }, { what: 'analysis-heat-map' });
      const groups = stored.closed.groups.map(({ group, heatMap }) => ({ group, heatMap }));
      return { run: analysedRun(stored), entries, judges: stored.opening.judges, groups };
    });
  }

  private async record(
    manager: EntityManager,
    about: { readonly stageId: string; readonly readerId: string; readonly stored: StoredAnalysis | null },
    body: { readonly what: string; readonly sections?: AnalysisSection[] },
  ): Promise<void> {
    const { stageId, readerId, stored } = about;
    await this.ledger.record(manager, {
      kind: 'read',
      subject: { actor: readerId, stage: stageId, ...(stored ? { run: stored.runId } : {}) },
      body: { ...body },
    });
  }
}

function analysisView(
  { openedBy, byRules, closedReason }: AnalysisOpening,
  stored: StoredAnalysis | null,
  entries: AnalysisView['entries'],
  names: TierNames,
): AnalysisView {
  const { opening = null, closed = null, failure = null } = stored ?? {};
  const open = closedReason === null ? openableSections : byRules;
  const sectionOf = <T>(section: AnalysisSection, value: T | undefined): T | null =>
    value !== undefined && (open as readonly AnalysisSection[]).includes(section) ? value : null;
  const isComputed = closed !== null;
  return {
    state: failure !== null ? 'failed' : opening === null ? 'computing' : 'ready',
    failure,
    run: stored && analysedRun(stored),
    computedAt: stored?.computedAt ?? null,
    hash: stored?.hash ?? null,
    openedBy,
    sections: opening === null ? [] : [...open, ...(closedReason === null && isComputed ? (['closed'] as const) : [])],
    entries,
    judges: opening?.judges ?? 0,
    open: {
      coverage: sectionOf('coverage', opening?.open.coverage),
      gaps: sectionOf('gaps', opening?.open.gaps),
      scaleUse: sectionOf('scale-use', opening?.open.scaleUse),
    },
    closed:
      closedReason === null && closed
        ? { groups: closed.groups.map((group) => shownGroup(group, entries, names)) }
        : null,
    closedReason: closedReason ?? (isComputed ? null : 'not-computed'),
  };
}

function analysedRun({ fence, finishedAt, inputsHash, outputsHash, sheets, isNewest }: StoredAnalysis): AnalysedRun {
  return { fence, finishedAt, inputsHash, outputsHash, sheets, isNewest };
}
