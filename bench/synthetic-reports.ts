/**
 * Reports for benchmarks, made by a seeded generator: about 400 words each, with one to three incidents, statements, dates,
 * places and tolls, in the order in which they came out; every fourth tells of an incident of an earlier one in other words.
 * Nothing here is a real text.
 */
const PLACES = [
  'Idlib',
  'Aleppo',
  'Homs',
  'Hama',
  'Daraa',
  'Palmyra',
  'Azaz',
  'Saraqib',
  'Douma',
  'Darayya',
  'Raqqa',
  'Deir ez-Zor',
  'Latakia',
  'Jisr al-Shughur',
  'Al-Bab',
];
const ACTS = [
  ['Shells hit', 'the old market of'],
  ['Warplanes bombed', 'a bakery in'],
  ['Mortar rounds fell on', 'a school in'],
  ['Government forces shelled', 'the northern quarter of'],
  ['Rebels fired rockets at', 'a checkpoint near'],
  ['A car bomb went off beside', 'the bus station of'],
  ['Snipers shot at', 'people queuing for bread in'],
  ['Helicopters dropped barrels on', 'a clinic in'],
];
const SAYERS = [
  'residents said',
  'a local council said',
  'the civil defence reported',
  'a doctor at the field hospital said',
  'a monitoring group said',
  'state media reported',
];
const FILLER = [
  'The road to the town had been closed since the morning, and buses were turned back at the bridge.',
  'Teachers kept the children in the cellar until the noise had ended.',
  'Nobody could say how long the quiet of the past days would last.',
  'A delegation of elders had met the commanders of both sides on the eve of the truce.',
  'The price of bread rose again, and the queue reached the corner of the square.',
  'Aid workers waited for permission to enter, as they had done every day of that week.',
  'The spokesman said that his side would keep to the agreement as long as the other did.',
  'Clouds hung low over the valley, and the wind carried dust from the fields.',
  'Families who had fled in winter were looking at what was left of their houses.',
];

/** Mulberry32: small, fast, the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface SyntheticRow {
  id: string;
  title: string;
  text: string;
  published: string;
  source: string;
}

interface Event {
  act: readonly string[];
  place: string;
  day: number;
  killed: number;
}

const FIRST_DAY = Date.UTC(2016, 1, 27);
const DAYS = 180;

export function* syntheticReports(count: number, seed = 1): Generator<SyntheticRow> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? (list[0] as T);
  const recent: Event[] = [];
  for (let number = 0; number < count; number += 1) {
    const isRetold = number % 4 === 3 && recent.length > 0;
    const today = Math.floor((number / count) * DAYS);
    const events = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, index) =>
      isRetold && index === 0
        ? pick(recent)
        : {
            act: pick(ACTS),
            place: pick(PLACES),
            day: Math.max(0, today - Math.floor(random() * 3)),
            killed: 1 + Math.floor(random() * 30),
          },
    );
    const [main] = events;
    if (main === undefined) continue;
    recent.push(main);
    if (recent.length > 60) recent.shift();
    const published = new Date(FIRST_DAY + (today + 1) * 86_400_000).toISOString().slice(0, 10);
    const sentences = events.flatMap((event) => [
      ...told(event, pick),
      ...Array.from({ length: 6 }, () => pick(FILLER)),
    ]);
    while (sentences.join(' ').split(' ').length < 380) sentences.push(pick(FILLER));
    yield {
      id: `synthetic-${seed}-${number}`,
      title: `${main.act[0]} ${main.place}`,
      text: sentences.join(' '),
      published,
      source: `Outlet ${Math.floor(random() * 12)}`,
    };
  }
}

function told({ act, place, day, killed }: Event, pick: <T>(list: readonly T[]) => T): string[] {
  const date = new Date(FIRST_DAY + day * 86_400_000).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return [
    `${act[0]} ${act[1]} ${place} on ${date}, killing ${killed} people and wounding at least ${killed * 2}, ${pick(SAYERS)}.`,
    `${pick(['"We will not leave," a shopkeeper said.', 'The army denied that its forces were in the area.', 'A spokesman demanded that the attacks stop within two weeks.'])}`,
  ];
}
