import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { keyFigureDefinitions, KeyFiguresService } from '#landing';
import { Public } from '../http/access.decorator.js';
import {
  KeyFigureDefinitionDto,
  KeyFigureDefinitionsDto,
  KeyFiguresDto,
  KeyFiguresQueryDto,
} from './key-figures.dto.js';

/** Key figures (大赛数据), counted from rows at every call. */
@ApiTags('public')
@Controller('public/key-figures')
@Public()
export class KeyFiguresController {
  constructor(private readonly figures: KeyFiguresService) {}

  /** The figures of each contest's latest published edition, or of one edition. 404 `not-found`. */
  @Get()
  async keyFigures(@Query() { edition }: KeyFiguresQueryDto): Promise<KeyFiguresDto> {
    return KeyFiguresDto.from(
      edition === undefined ? await this.figures.latest() : await this.figures.ofEdition(edition),
    );
  }

  /** What each figure counts, in both languages. */
  @Get('definitions')
  keyFigureDefinitions(): KeyFigureDefinitionsDto {
    return { figures: keyFigureDefinitions.map((definition) => KeyFigureDefinitionDto.from(definition)) };
  }
}
