/** The button below a list that goes on: it asks for the next page and shows nothing when there is none. */
import { useSpeech } from '../words/use-words.ts';

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

export function MoreButton({ asked }: { asked: Paged }) {
  const { words } = useSpeech();
  if (!asked.hasNextPage) return null;
  return (
    <button
      type="button"
      className="button more"
      disabled={asked.isFetchingNextPage}
      onClick={() => void asked.fetchNextPage()}
    >
      {words.more}
    </button>
  );
}
