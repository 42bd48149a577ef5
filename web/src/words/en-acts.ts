/** English words for what a person decides on a page: forms, what is missing, why the program refuses. */

/** By the codes of the program. */
const refusal: Record<string, string> = {
  'review/nobody': 'It needs the name of who decides.',
  'review/no-reason': 'It needs a reason, of at most 2,000 characters.',
  'review/about-nothing': 'It names too few things to be about.',
  'review/too-many': 'It names too many things at once.',
  'review/unknown-account': 'What it is about is not stored any more. Load the page anew.',
  'review/unknown-report': 'A report that it is about is not stored. Load the page anew.',
  'review/unknown-subject': 'What it is about is not stored any more. Load the page anew.',
  'review/finds-unknown': 'Choose one of the answers.',
  'review/unknown-decision': 'There is no such decision to take back. Load the page anew.',
  'review/undone-already': 'It was taken back before. Load the page anew, then decide again.',
  'review/decided-already':
    'Somebody has decided this in the meantime, and that holds. Load the page anew; it must be taken back first.',
  'review/unknown-key': 'The key is not registered here, or was retired.',
  'review/key-of-another': 'The key is registered under another name.',
  'review/draft-outdated': 'It was signed too long ago. Draft and sign it anew.',
  'review/signature-mismatch': 'The signature does not fit what would be recorded. Draft and sign it anew.',
  'review/contradictory-decision': 'Earlier decisions that hold stand against it. Take one of them back first.',
};

export const actWords = {
  acts: {
    title: "A person's word",
    soFar: 'What people said of it',
    question: 'What became of it?',
    determine: 'What do you find?',
    scoreIt: 'How far is it carried out?',
    say: 'Say what you find',
    why: 'Why (needed; printed beside it)',
    whyIfAny: 'Why (printed beside it)',
    chooseOne: 'Choose one of the answers.',
    sayWhy: 'Say why: what you know, and from where.',
    sayName: 'Enter your name: a decision is kept with who made it.',
    record: 'Record it',
    keptForGood: 'It is kept for good with your name. You can take it back, and both stay readable.',
    recorded: (id: string) => `Recorded as ${id}.`,
    changeMind: 'Take it back',
    undo: 'Take it back',
    undoMeans: 'It stays readable here and holds no longer. The program decides again, or you say something else.',
    tookBack: (subjects: readonly string[]) =>
      `Took back ${subjects.map((subject) => subject.replace('decision:', '')).join(', ')}`,
    programSays: 'What the program says without it',
    found: { breach: 'A breach', 'no-breach': 'No breach', 'cannot-be-determined': 'Cannot be determined' } as Record<
      string,
      string
    >,
    scores: {
      '0': 'Not carried out',
      '1': 'Begun, or in small part',
      '2': 'In large part',
      '3': 'In full',
    } as Record<string, string>,
    statusMeans: {
      open: 'it is still to come',
      met: 'what was asked, promised or threatened happened',
      missed: 'it did not happen in time',
      overtaken: 'other words took its place',
      withdrawn: 'who said it took it back',
      unclear: 'what is known does not tell',
    } as Record<string, string>,
    changedSince: 'The findings have changed since this was said.',
    signed: 'signed, key',
    unsigned: 'not signed: anybody at this computer can have entered the name',
    unsignedThoughKey: 'not signed, though a key is registered under this name',
    broken: 'The signature does not hold.',
    willSign: 'This program signs it in your name, key',
    willNotSign: 'It is recorded without a signature: this program holds no key in your name.',
    toStatement: 'the statement',
    toIncident: 'the incident',
    toClause: 'clause',
    keys: (n: number) => `Keys with which persons sign: ${n.toLocaleString('en-GB')}`,
    keysMean:
      'A signature shows that the holder of the key made just this decision. That a key is this person\u2019s, only people can know: compare the fingerprint with the one you were told.',
    keySince: (day: string) => `registered ${day}`,
    keyRetired: (day: string) => `Retired ${day}:`,
    keyHeld: 'held by this program',
    refusal,
  },
};
