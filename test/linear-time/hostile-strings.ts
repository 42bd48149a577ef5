/** Strings made to bring a regular expression to backtrack: its own parts repeated, then something that does not fit. */

/** What a pattern's escapes and classes may stand for, one sample each. */
const SAMPLES: Readonly<Record<string, string>> = {
  d: '1',
  w: 'a',
  s: ' ',
  D: 'a',
  W: '-',
  S: 'a',
  b: '',
  B: '',
  n: '\n',
  t: '\t',
};
const PROPERTIES: Readonly<Record<string, string>> = {
  L: 'a',
  Lu: 'A',
  Ll: 'a',
  Lo: 'ب',
  Lt: 'ǅ',
  M: '\u0301',
  N: '1',
  P: '.',
};
/** Characters that many patterns repeat, whatever is written in them. */
const COMMON = [' ', 'a', 'A', '1', '.', ',', '"', "'", '-', '\n', '<', '&', '(', 'é'];
const BREAKERS = ['\u0001', ' \u0001'];

/** Units worth repeating: samples of each part, neighbours, and the pattern read once through. */
export function unitsOf(pattern: string): string[] {
  const samples = samplesOf(pattern);
  const pairs = samples.slice(1).map((sample, index) => `${samples[index]}${sample}`);
  const once = samples.join('');
  return [...new Set([...samples, ...pairs, once, ...COMMON])].filter((unit) => unit !== '').slice(0, MOST_UNITS);
}
const MOST_UNITS = 80;

/** Texts of about `length` characters: a unit repeated, alone and behind the start of a match, ended by what fits nothing. */
export function hostileStrings(pattern: string, unit: string, length: number): string[] {
  const run = unit.repeat(Math.ceil(length / unit.length));
  const lead = samplesOf(pattern).slice(0, 3).join('');
  return BREAKERS.flatMap((breaker) => [`${run}${breaker}`, `${lead}${run}${breaker}`]);
}

/** One sample character for each atom of the pattern, from left to right. */
function samplesOf(pattern: string): string[] {
  const samples: string[] = [];
  const atoms =
    /\\u\{?([0-9a-fA-F]{2,6})\}?|\\p\{([A-Za-z]{1,3})[^}]{0,40}\}|\\([a-zA-Z])|\\(.)|\[\^?((?:\\.|[^\]\\]){1,400})\]|([^\\[\](){}|?*+^$])|./gsu;
  for (const [, code, property, kind, quoted, members, literal] of pattern.matchAll(atoms)) {
    if (code !== undefined) samples.push(String.fromCodePoint(Number.parseInt(code, 16)));
    else if (property !== undefined) samples.push(PROPERTIES[property] ?? 'a');
    else if (kind !== undefined) samples.push(SAMPLES[kind] ?? kind);
    else if (members !== undefined) samples.push(...samplesOf(members).slice(0, 2));
    else if (quoted !== undefined || literal !== undefined) samples.push(quoted ?? literal ?? '');
  }
  return samples.filter((sample) => sample !== '');
}
