import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsString, Length } from 'class-validator';
import {
  accountPurposeNames,
  accountPurposes,
  consentVersion,
  type AccountPurpose,
  type ConsentBasis,
  type RegistrationLetter,
} from '#identity';
import { MessageTextsDto } from '../mail/message-text.dto.js';

export class RegisterDto {
  @IsString()
  @Length(3, 254)
  email: string;

  /** As typed; a name is never split. */
  @IsString()
  @Length(1, 120)
  displayName: string;

  /** 10 to 128 characters, none of the commonest passwords. */
  @IsString()
  @Length(1, 512)
  password: string;

  @IsIn(['zh', 'en'])
  locale: 'zh' | 'en';

  /** What the person agrees to; the required ones have to be among them. */
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsIn(accountPurposeNames, { each: true })
  purposes: AccountPurpose[];

  /** Of the wording that was read. */
  @IsString()
  @Length(1, 40)
  version: string;
}

export class RegistrationLetterDto {
  texts: MessageTextsDto;
  /** Path from the root. */
  link: string;
}

export class RegistrationDto {
  /** What was written to the address, where this is a demo, from which no mail leaves; else null. */
  letter: RegistrationLetterDto | null;

  static from(letter: RegistrationLetter | null): RegistrationDto {
    return { letter: letter && { texts: MessageTextsDto.from(letter.texts), link: letter.link } };
  }
}

export class AccountPurposeDto {
  purpose: AccountPurpose;
  basis: ConsentBasis;
  isRequired: boolean;
}

export class RegistrationTermsDto {
  /** Whether somebody may register now. */
  isOpen: boolean;
  /** Of the wording of today. */
  version: string;
  purposes: AccountPurposeDto[];

  static from(isOpen: boolean): RegistrationTermsDto {
    const purposes = accountPurposeNames.map((purpose) => ({ purpose, ...accountPurposes[purpose] }));
    return { isOpen, version: consentVersion, purposes };
  }
}

export class ConfirmRegistrationDto {
  /** From the link in the letter. */
  @IsString()
  @Length(43, 43)
  token: string;

  /** That was chosen on registering. */
  @IsString()
  @Length(1, 512)
  password: string;
}
