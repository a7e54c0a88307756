import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsUUID, ValidateNested } from 'class-validator';
import { type JudgeWish, judgeWishes, type WishingEdition } from '#judging';
import { NameDto } from '../contest/name.dto.js';

export class WishedFieldGroupDto {
  id: string;
  name: NameDto;
  /** Null: nothing is said. */
  wish: JudgeWish | null;
}

export class WishingEditionDto {
  slug: string;
  name: NameDto;
  isDemo: boolean;
  fieldGroups: WishedFieldGroupDto[];
}

/** What the person, as a judge, has said of field groups; of entries nobody is asked. */
export class JudgeWishesDto {
  editions: WishingEditionDto[];

  static from(editions: readonly WishingEdition[]): JudgeWishesDto {
    return { editions: editions.map((edition) => ({ ...edition, fieldGroups: [...edition.fieldGroups] })) };
  }
}

export class FieldGroupWishDto {
  @IsUUID()
  fieldGroupId: string;

  @IsIn(judgeWishes)
  wish: JudgeWish;
}

export class TellWishesDto {
  /** Everything that is said; of a group that is not in it nothing is. */
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique(({ fieldGroupId }: FieldGroupWishDto) => fieldGroupId)
  @ValidateNested({ each: true })
  @Type(() => FieldGroupWishDto)
  wishes: FieldGroupWishDto[];
}
