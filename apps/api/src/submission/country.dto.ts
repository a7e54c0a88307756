import { NameDto } from '../contest/name.dto.js';

export class CountryDto {
  /** ISO 3166-1 alpha-2. */
  code: string;
  name: NameDto;
}
