/** English words for trying an incident at another place. */
export const whatIfWords = {
  whatIf: {
    elsewhere: 'If it happened elsewhere',
    place: 'A place by its name, or coordinates (latitude first, as 33.46, 36.23)',
    ask: 'Try it there',
    mapLabel:
      'Map of the place. Click to try a point; or move the point with the arrow keys and press Enter; plus and minus zoom.',
    mapLegend: (zones: string) =>
      `Ring: where it is held to have happened. Cross: the point that is tried.${zones === '' ? '' : ` Outlines: ${zones}.`}`,
    nearer: 'Nearer',
    farther: 'Farther',
    unknownPlace: 'No place of this name is known. Try another spelling, or coordinates such as 33.46, 36.23.',
    ifAt: (place: string) => `If it had happened at ${place}`,
    others: 'Others of that name:',
    nothingTurns: 'No outcome would be another there.',
    stays: 'Clauses whose outcome stays',
  },
};
