export class NameDto {
  zh: string;
  en: string;
}

export class LabelDto {
  key: string;
  name: NameDto;
}
