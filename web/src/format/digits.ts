/** Digits as the readers of a language write them, and back to those that programs read. */

/** The text with its ASCII digits as the locale writes them. */
export function localDigits(text: string, locale: string): string {
  const zero = (0).toLocaleString(locale).codePointAt(0) ?? 48;
  return zero === 48 ? text : text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

/** Arabic and Persian digits as ASCII; all else as it is. */
export const asciiDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
