/** A name that packs hold (clause, zone, side, document, party) in the language of the page; where it has none, in English and marked so. */
import { useSpeech } from './use-words.ts';

export function NameOf({ name }: { name: string }) {
  const { language, names } = useSpeech();
  const said = names.get(name);
  if (said !== undefined || language === 'en') return <bdi>{said ?? name}</bdi>;
  return (
    <bdi lang="en" dir="ltr">
      {name}
    </bdi>
  );
}
