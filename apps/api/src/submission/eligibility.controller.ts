import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import {
  EligibilityAdmissionService,
  EligibilityDecisionService,
  EligibilityQueueService,
  EligibilitySettingService,
} from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { AdmissionDto, CheckedEntryDto, ConsequencesDto, EligibilityPageDto } from './eligibility-answer.dto.js';
import {
  CheckEntriesDto,
  EligibilityQueryDto,
  EligibilitySettingDto,
  SettingKeptDto,
  StandingSettingDto,
} from './eligibility.dto.js';

/** The eligibility check (形式审查) as the contest's office makes it. */
@ApiTags('submission')
@Controller('editions/:slug/eligibility')
export class EligibilityController {
  constructor(
    private readonly queue: EligibilityQueueService,
    private readonly decisions: EligibilityDecisionService,
    private readonly admission: EligibilityAdmissionService,
    private readonly settings: EligibilitySettingService,
  ) {}

  /** Submitted entries by number, a page at a time, with how many stand in each state. */
  @Get()
  @RequirePermission('eligibility.read')
  async eligibilityQueue(
    @Param('slug') slug: string,
    @Query() query: EligibilityQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<EligibilityPageDto> {
    return EligibilityPageDto.from(await this.queue.page(slug, query, userId));
  }

  /** Checklist, reasons and rules of the edition's check. */
  @Get('setting')
  @RequirePermission('eligibility.read')
  async eligibilitySetting(@Param('slug') slug: string): Promise<StandingSettingDto> {
    const { version, setting } = await this.settings.read(slug);
    const items = (list: typeof setting.checklist) => list.map(({ key, label }) => ({ key, label: { ...label } }));
    return { version, setting: { ...setting, checklist: items(setting.checklist), reasons: items(setting.reasons) } };
  }

  /** Changes them; checks made before keep their words. 412 `revision-stale`. */
  @Put('setting')
  @RequirePermission('eligibility.edit')
  async saveEligibilitySetting(
    @Param('slug') slug: string,
    @Body() body: EligibilitySettingDto,
    @IfMatch() seen: number,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<SettingKeptDto> {
    const request = { userId, route: `PUT /editions/${slug}/eligibility/setting`, key, body: { seen, body } };
    return { version: await this.settings.save(request, slug, body, seen) };
  }

  /** One entry with its answers, its checks, and what has changed since the latest one. */
  @Get('entries/:publicId')
  @RequirePermission('eligibility.read')
  async checkedEntry(
    @Param('slug') slug: string,
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<CheckedEntryDto> {
    return CheckedEntryDto.from(await this.queue.entry(slug, publicId, userId));
  }

  /** What a decision would do to each of the entries; nothing is written. */
  @Post('previews')
  @HttpCode(200)
  @RequirePermission('eligibility.decide')
  async previewEligibility(
    @Param('slug') slug: string,
    @Body() body: CheckEntriesDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<ConsequencesDto> {
    const seen = CheckEntriesDto.seen(body);
    return ConsequencesDto.from(await this.decisions.preview(slug, seen, CheckEntriesDto.verdict(body), userId));
  }

  /** Records the decision on all of the entries, or on none. 409 with its reason, 412 where a newer version came. */
  @Post('checks')
  @HttpCode(204)
  @RequirePermission('eligibility.decide')
  async checkEligibility(
    @Param('slug') slug: string,
    @Body() body: CheckEntriesDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /editions/${slug}/eligibility/checks`, key, body };
    await this.decisions.decide(request, slug, CheckEntriesDto.seen(body), CheckEntriesDto.verdict(body));
  }

  /** Entries that passed and stand in no stage yet, and where they would go. */
  @Get('admission')
  @RequirePermission('eligibility.decide')
  async previewAdmission(@Param('slug') slug: string, @CurrentPerson() { userId }: SignedIn): Promise<AdmissionDto> {
    return AdmissionDto.from(await this.admission.preview(slug, userId));
  }

  /** Puts them into the first stage of their track. */
  @Post('admission')
  @HttpCode(204)
  @RequirePermission('eligibility.decide')
  async admitEntries(
    @Param('slug') slug: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.admission.admit(
      { userId, route: `POST /editions/${slug}/eligibility/admission`, key, body: null },
      slug,
    );
  }
}
