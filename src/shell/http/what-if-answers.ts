/** Answers about what would be if something that is open came out one way, or had happened elsewhere. Nothing of them is ever stored. */
import { z } from '@hono/zod-openapi';
import { place } from './coded-report-schemas.ts';
import { finding, outcome, reason } from './incident-schemas.ts';

const outcomeOrNone = z.union([outcome, z.literal('no finding')]);
const turn = z.object({ clause: z.string(), title: z.string(), from: outcomeOrNone, to: outcomeOrNone });

export const whatIfAnswer = z
  .object({
    items: z.array(
      z.object({
        agreement: z.string(),
        name: z.string(),
        /** In English; `reason` is the same as data. */
        assumption: z.string(),
        reason,
        changes: z.array(turn),
      }),
    ),
  })
  .openapi('WhatIf', {
    description: 'Outcomes that would be others under one assumption at a time. Nothing of it is stored.',
  });
export type WhatIf = z.infer<typeof whatIfAnswer>;

const supposedPlace = z.object({
  ...place.omit({ spans: true }).shape,
  name: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  radiusKm: z.number(),
});
export const elsewhereAnswer = z
  .object({
    place: supposedPlace,
    /** Other places of that name, the likeliest first; `choice` takes one of them. */
    others: z.array(supposedPlace),
    items: z.array(
      z.object({
        agreement: z.string(),
        name: z.string(),
        clauses: z.array(
          turn.extend({
            /** The limb of the zone there; null when there would be no finding. */
            zone: finding.shape.limbs.shape.zone.pick({ value: true, because: true, reason: true }).nullable(),
          }),
        ),
      }),
    ),
  })
  .openapi('Elsewhere', {
    description:
      'What every clause would come to if the incident had happened at another place. Nothing of it is stored.',
  });
export type Elsewhere = z.infer<typeof elsewhereAnswer>;
