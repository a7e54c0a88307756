import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EditionQueryService } from '#contest';
import type { SignedIn } from '#identity';
import { WallService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { MyEditionsDto, StageDto, StagesDto } from './edition.dto.js';

/** Editions and stages for those who run them. */
@ApiTags('contest')
@Controller('editions')
export class EditionController {
  constructor(
    private readonly editions: EditionQueryService,
    private readonly walls: WallService,
  ) {}

  /** Editions in which the person holds a role. */
  @Get()
  @RequirePermission('edition.list')
  async myEditions(@CurrentPerson() { grants }: SignedIn): Promise<MyEditionsDto> {
    return MyEditionsDto.from(await this.editions.all(), grants);
  }

  /** An edition's stages in their order, with how far each is; in no figure is an entry that concerns the reader. */
  @Get(':slug/stages')
  @RequirePermission('stage.list')
  async editionStages(@Param('slug') slug: string, @CurrentPerson() { userId }: SignedIn): Promise<StagesDto> {
    const { id } = await this.editions.bySlug(slug);
    const stages = await this.editions.stages(id);
    const walls = await Promise.all(stages.map((stage) => this.walls.read(stage.id, userId)));
    return { stages: stages.map((stage, index) => StageDto.from(stage, walls[index] ?? noSheets)) };
  }
}

const noSheets = {
  leavesOut: false,
  totals: { entries: 0, assignments: 0, submitted: 0, drafts: 0, revised: 0, unlocked: 0, judges: 0 },
};
