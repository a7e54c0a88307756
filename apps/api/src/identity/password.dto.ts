import { IsString, Length } from 'class-validator';

export class SetPasswordDto {
  /** From the one-time link. */
  @IsString()
  @Length(43, 43)
  token: string;

  /** 10 to 128 characters, none of the commonest passwords. */
  @IsString()
  @Length(1, 512)
  password: string;
}

export class ForgottenPasswordDto {
  @IsString()
  @Length(3, 254)
  email: string;
}
