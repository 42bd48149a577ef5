/** "1 report", "2 reports", "1.5 times": the form that English takes for a number. */
const rules = new Intl.PluralRules('en-GB');

export const formOf = (n: number, one: string, many: string): string => (rules.select(n) === 'one' ? one : many);

export const plural = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en-GB')} ${formOf(n, one, many)}`;
