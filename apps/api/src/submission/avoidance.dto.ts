import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsString, Length, ValidateNested } from 'class-validator';
import { mostAvoidances, type EditionAvoidance } from '#submission';

export class AvoidanceDto {
  @IsIn(['person', 'employer'])
  kind: 'person' | 'employer';

  @IsString()
  @Length(1, 200)
  name: string;

  @IsString()
  @Length(1, 500)
  reason: string;
}

export class AvoidancesDto {
  @IsArray()
  @ArrayMaxSize(mostAvoidances)
  @ValidateNested({ each: true })
  @Type(() => AvoidanceDto)
  avoidances: AvoidanceDto[];
}

export class AvoidingEntryDto {
  publicId: string;
  number: number;
  title: string;
}

export class EditionAvoidanceDto extends AvoidanceDto {
  entry: AvoidingEntryDto;
}

export class EditionAvoidancesDto {
  avoidances: EditionAvoidanceDto[];

  static from(avoidances: readonly EditionAvoidance[]): EditionAvoidancesDto {
    return { avoidances: avoidances.map((one) => ({ ...one, entry: { ...one.entry } })) };
  }
}
