import { IsIn, IsString, Length, Matches } from 'class-validator';
import { type DepartureOutcome, departureOutcomes } from '#results';

export class DepartureDto {
  /** `retired`: the team gives up its place. `forfeit`: it loses it, as by not appearing. */
  @IsIn(departureOutcomes)
  outcome: DepartureOutcome;

  /** @example team-not-present */
  @IsString()
  @Length(3, 60)
  @Matches(/^[a-z]+(-[a-z]+)*$/)
  reasonCode: string;
}
