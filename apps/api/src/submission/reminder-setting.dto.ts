import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, Max, Min } from 'class-validator';

export class ReminderHoursDto {
  /** Whole hours before the entry window closes; none: nobody is reminded. */
  @IsArray()
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(720, { each: true })
  hours: number[];
}

export class StandingRemindersDto extends ReminderHoursDto {
  /** For If-Match; 0 where the edition has set nothing and the platform's own hours are used. */
  version: number;
}
