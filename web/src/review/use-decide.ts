/** Deciding: who decides is remembered by the browser, the reason belongs to one decision, and every list is asked anew after it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decided, DecisionRequest } from '../../../src/shell/http/contract.ts';
import { decide } from '../api.ts';
import { useStored } from '../chrome/use-stored.ts';

export type Command = Pick<DecisionRequest, 'kind' | 'about' | 'finds'>;

/** So many accounts the program takes in one decision. */
export const ACCOUNTS_AT_MOST = 500;

const isText = (value: unknown): value is string => typeof value === 'string';

export const useReviewer = (): [string, (name: string) => void] => useStored('trucewatch.reviewer', '', isText);

export function useDecide(reason = '', done: (decision: Decided['decision']) => void = () => {}) {
  const [by] = useReviewer();
  const queries = useQueryClient();
  const [refusal, setRefusal] = useState<Error | null>(null);
  const mutation = useMutation({
    mutationFn: (command: Command) => decide({ ...command, reason, by }),
    onSuccess: async ({ decision }) => {
      setRefusal(null);
      done(decision);
      await queries.invalidateQueries();
    },
    onError: setRefusal,
  });
  return { decide: mutation.mutate, isBusy: mutation.isPending, mayDecide: by.trim() !== '', refusal };
}
