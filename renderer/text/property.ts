import { sentences } from './language.ts';

/** The property's own fields, in the set-up and in Settings. */
export const propertyText = sentences('property', {
  name: 'Name of the property',
  nameExample: 'For example Hotel Miramar',
  zone: 'Time zone',
  zoneMeaning: 'Arrivals, departures and doorcodes follow the clock of this zone, wherever this PC is.',
  zoneNone: 'No such time zone. Type a city, for example Lisbon.',
  arrival: 'Arrival from',
  departure: 'Departure until',
  timesMeaning: 'Used when the PMS gives a date without a time.',
  clockWrong: 'Enter a time, for example 15:00.',
});

/** A field for a day. */
export const dayInputText = sentences('day-input', {
  calendar: 'Calendar',
  wrong: 'Enter a day such as 25 Nov.',
});
