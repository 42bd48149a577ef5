/** Arabic has a dual and counts 3 to 10 apart from larger numbers. */
const rules = new Intl.PluralRules('ar');

export interface CountedForms {
  one: string;
  two: string;
  few: string;
  many: string;
}

export function counted(n: number, forms: CountedForms): string {
  const number = n.toLocaleString('ar-EG');
  const category = rules.select(n);
  if (category === 'one') return forms.one;
  if (category === 'two') return forms.two;
  return `${number} ${category === 'few' ? forms.few : forms.many}`;
}

export const incidents = (n: number): string =>
  counted(n, { one: 'حادثة واحدة', two: 'حادثتان', few: 'حوادث', many: 'حادثة' });
export const reports = (n: number): string =>
  counted(n, { one: 'تقرير واحد', two: 'تقريران', few: 'تقارير', many: 'تقريرًا' });
export const days = (n: number): string => counted(n, { one: 'يوم واحد', two: 'يومان', few: 'أيام', many: 'يومًا' });
