/** What every chart is made of: whole ticks, days as written, a caption. */

/** At most five whole numbers from zero up. */
export function wholeTicks(max: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((size) => max / size <= 4) ?? 10_000;
  return Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step);
}

/** Whole numbers as the language writes them. */
export const countFormat =
  (locale: string) =>
  (count: number): string =>
    count.toLocaleString(locale);

export function dayFormat(locale: string): (day: Date) => string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (day) => format.format(day);
}

/** A chart under its caption. */
export function figure(title: string, chart: Element): HTMLElement {
  const element = document.createElement('figure');
  const caption = document.createElement('figcaption');
  caption.textContent = title;
  caption.dir = 'auto';
  // The caption names the chart and the table below it holds its figures; names of its strokes would only be noise.
  for (const stroke of chart.querySelectorAll('[aria-label]')) stroke.removeAttribute('aria-label');
  chart.setAttribute('role', 'img');
  chart.setAttribute('aria-label', title);
  element.append(caption, chart);
  return element;
}
