import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { CalibrationDeskService, CalibrationService, RecusalService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import {
  CalibrationDto,
  CalibrationMadeDto,
  SetCalibrationDto,
  StageCalibrationDto,
  SubmitCalibrationDto,
} from './calibration.dto.js';
import { RecuseDto } from './score-sheet.dto.js';

/** Entries that judges score before those of a stage (试评); nothing of them counts. */
@ApiTags('judging')
@Controller()
export class CalibrationController {
  constructor(
    private readonly desk: CalibrationDeskService,
    private readonly calibration: CalibrationService,
    private readonly recusals: RecusalService,
  ) {}

  /** One calibration entry of the judge's own; the reference is there once the judge has submitted. */
  @Get('calibrations/:publicId')
  @RequirePermission('assignment.judge')
  async ownCalibration(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<CalibrationDto> {
    return CalibrationDto.from(await this.desk.read(publicId, userId));
  }

  /** Submits the scores of a calibration entry, once. 409 `window-not-open`, `rules-changed`, `calibration-submitted`. */
  @Post('calibrations/:publicId/submissions')
  @HttpCode(204)
  @RequirePermission('assignment.judge')
  async submitCalibration(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() body: SubmitCalibrationDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.desk.submit({ userId, route: `POST /calibrations/${publicId}/submissions`, key, body }, publicId, body);
  }

  /** The judge steps back from a calibration entry, and with it from the entry in every stage. */
  @Post('calibrations/:publicId/recusal')
  @HttpCode(204)
  @RequirePermission('assignment.judge')
  async recuseCalibration(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() body: RecuseDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /calibrations/${publicId}/recusal`, key, body };
    await this.recusals.recuseCalibration(request, publicId, body.reasonCode);
  }

  /** The calibration entries of a stage with the office's scores; none that concerns the reader. */
  @Get('stages/:stageId/calibrations')
  @RequirePermission('calibration.set')
  async stageCalibration(
    @Param('stageId', PublicIdPipe) stageId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<StageCalibrationDto> {
    return StageCalibrationDto.from(await this.calibration.read(stageId, userId));
  }

  /**
   * Names a calibration entry, before anything is submitted in the stage. 409 `organiser-conflicted`,
   * `calibration-begun`, `calibration-full`, `calibration-of-stage`, `calibration-twice`.
   */
  @Post('stages/:stageId/calibrations')
  @RequirePermission('calibration.set')
  async setCalibration(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Body() body: SetCalibrationDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<CalibrationMadeDto> {
    const request = { userId, route: `POST /stages/${stageId}/calibrations`, key, body };
    return { id: await this.calibration.set(request, stageId, body) };
  }

  /** Takes one away, before anything is submitted in the stage. 409 `organiser-conflicted`, `calibration-begun`. */
  @Delete('stages/:stageId/calibrations/:id')
  @HttpCode(204)
  @RequirePermission('calibration.set')
  async removeCalibration(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('id', PublicIdPipe) id: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `DELETE /stages/${stageId}/calibrations/${id}`;
    await this.calibration.remove({ userId, route, key, body: null }, stageId, id);
  }
}
