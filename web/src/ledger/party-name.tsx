/** A speaker or the one spoken to: as worded, a link to the party where the register knows it. */
import { Link } from '@tanstack/react-router';
import type { StatementLedgerRow } from '../../../src/shell/http/contract.ts';

interface Named {
  party: { name: string; actor: string | null };
  names: StatementLedgerRow['names'];
}

export function PartyName({ party, names }: Named) {
  const known = names.find(({ actor }) => actor !== null && actor === party.actor);
  if (party.actor === null) return <>{party.name}</>;
  return (
    <Link to="/parties/$id" params={{ id: party.actor }} title={known?.name}>
      {party.name}
    </Link>
  );
}
