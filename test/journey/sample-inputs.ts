/** Inputs of 25 one-line reports each: the same count gives the same inputs. */
const TOWNS = ['Alder', 'Birch', 'Cedar'];
const KINDS = ['shelling', 'air_strike'];

export function sampleInputs(captures: number): string[] {
  return Array.from({ length: captures }, (_, capture) =>
    Array.from({ length: 25 }, (_, line) => reportLine(capture * 25 + line)).join('\n'),
  );
}

/** Every third report tells of the incident of the one before, in other words; every fifth of none. */
function reportLine(number: number): string {
  if (number % 5 === 4) return `Note ${number}: the road along the river was quiet on 2016-05-0${1 + (number % 9)}.`;
  const event = number - (number % 3 === 2 ? 1 : 0);
  const day = `2016-0${1 + (event % 9)}-${String(10 + (event % 19))}`;
  const words = number % 3 === 2 ? `Witness ${number} told of it later in other words` : `Post ${number} reported`;
  return `${words} ${day}: ${KINDS[event % 2]} in ${TOWNS[event % 3]}, ${1 + (event % 40)} killed.`;
}
