/** Every sentence by which analytics give a reason or a doubt, in English, by its code; part of `reason-words.ts`. */
export const ANALYTICS_WORDS = {
  'state/too-few': 'Too few days were reported to compare: {recent}, {baseline}.',
  'state/more': 'More incidents were reported than in the baseline: {recent}, {baseline}; {ratio}.',
  'state/less': 'Fewer incidents were reported than in the baseline: {recent}, {baseline}; {ratio}.',
  'state/no-clear-change': 'No clear change against the baseline: {recent}, {baseline}; {ratio}.',
  'state/period': '{incidents} from {from} to {to} (with a report on {reported} of {days})',
  'state/ratio':
    'for each incident a reported day in the baseline, {best} now (between {min} and {max}, with nine chances in ten)',
  'state/silent': 'on {silent} of the last {days} no outlet that reports from there published; that is not calm',
  'state/reporting': 'outlets a day went from {before} to {after}, so that part of a change may be one of reporting',
  'state/open-above': 'the number of people killed is open above in at least one incident',

  'mover/act': '{act}',
  'mover/by': '{what} by {names}',
  'mover/at': '{what} at {place}',
  'mover/killed': '{what}, {killed} killed',
  'mover/killed-at-least': '{what}, {killed} or more killed',
  'mover/statement': '{speaker}: {words}',
  'mover/unnamed': 'an unnamed speaker',

  'score/no-report': 'no report of any day on which it was in force is stored',
  'score/no-reported-day': 'no day on which it was in force was reported',
  'score/counts': 'incidents that carry it out: {kept}; against it: {against}; open: {open}',
  'score/nothing-recorded':
    'nothing is recorded that carries it out ({counts}); what is not reported may have happened',
  'score/duty-lasts': 'a duty that lasts is full only when a person finds it so: events show that it was begun',
  'score/breach-days': 'reported days: {days}; a breach is indicated on {sure} of them, with what is open on {perhaps}',
  'score/unreported': 'days without a report are not counted as kept',

  'duty/no-beginning': 'no beginning is told; a day at least',
  'duty/lasted': 'told to have lasted {days}',
  'duty/lasted-in-force': 'told to have lasted {days} since the clause came into force',
  'duty/not-ended': '{lasted}; nothing is recorded that ended it',
  'duty/ended': '{lasted}; at most until {incident}, which carried the duty out in the same area',

  'parity/apart':
    '{share} of the incidents that {one} is accused of {what}, {others} of those of {other}: more apart than chance would have it. Look at who reports from where before reading anything into the counts.',
  'parity/corroborated': 'have a second independent origin',
  'parity/determined': 'were determined by a person',
  'parity/indeterminate': 'stay indeterminate',
} as const;
