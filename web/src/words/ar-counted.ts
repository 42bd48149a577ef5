/**
 * Arabic has a dual, counts 3 to 10 apart from 11 to 99, and takes the bare singular from 100 on and for parts of a whole. Which form
 * a number takes is asked of Intl.PluralRules.
 */
const rules = new Intl.PluralRules('ar');

export interface CountedForms {
  /** Said without the number. */
  one: string;
  two: string;
  /** 3 to 10. */
  few: string;
  /** 11 to 99. */
  many: string;
  /** Nothing, 100 and on, and parts. */
  other: string;
}

const written = (n: number): string => n.toLocaleString('ar-EG');

/** `said` writes the number, where it is not written whole. */
export function counted(n: number, forms: CountedForms, said = written): string {
  const category = rules.select(n);
  switch (category) {
    case 'one':
    case 'two':
      return forms[category];
    case 'few':
    case 'many':
      return `${said(n)} ${forms[category]}`;
    default:
      return `${said(n)} ${forms.other}`;
  }
}

/** Feminine nouns, of which 11 to 99 and 100 take one form. */
const feminine = (one: string, two: string, few: string, singular: string): CountedForms => ({
  one,
  two,
  few,
  many: singular,
  other: singular,
});

export const TIMES = feminine('مرة واحدة', 'مرتان', 'مرات', 'مرة');

export const incidents = (n: number): string => counted(n, feminine('حادثة واحدة', 'حادثتان', 'حوادث', 'حادثة'));
export const reports = (n: number): string =>
  counted(n, { one: 'تقرير واحد', two: 'تقريران', few: 'تقارير', many: 'تقريرًا', other: 'تقرير' });
export const days = (n: number): string =>
  counted(n, { one: 'يوم واحد', two: 'يومان', few: 'أيام', many: 'يومًا', other: 'يوم' });
