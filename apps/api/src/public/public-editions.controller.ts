import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EditionQueryService } from '#contest';
import { Public } from '../http/access.decorator.js';
import { CountriesAndRegionsDto, PublicContestsDto } from './public-editions.dto.js';

/** What anyone may know of the contests: for pages and entry forms. */
@ApiTags('public')
@Controller('public')
@Public()
export class PublicEditionsController {
  constructor(private readonly editions: EditionQueryService) {}

  /** Contests with their editions, tracks and field groups. */
  @Get('editions')
  async publicEditions(): Promise<PublicContestsDto> {
    return PublicContestsDto.from(await this.editions.all());
  }

  /** The reviewed table of countries and regions. */
  @Get('countries')
  publicCountries(): CountriesAndRegionsDto {
    return CountriesAndRegionsDto.all();
  }
}
