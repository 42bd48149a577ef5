/** Why two accounts are held to be of one event, in the language of the page where it has the words. */
import { linkReason } from '../../../src/model/link-words.ts';
import { useWords } from '../words/use-words.ts';
import { SaidReason } from './said-reason.tsx';

export function LinkReasons({ reasons }: { reasons: readonly string[] }) {
  const words = useWords();
  return reasons.map((text, index) => (
    <span key={text}>
      {index > 0 && words.reasonsBetween}
      <SaidReason text={text} reason={linkReason(text)} />
    </span>
  ));
}
