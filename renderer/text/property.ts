/** The property's own fields, in the set-up and in Settings. */
export const propertyText = {
  name: 'Name of the property',
  nameExample: 'For example Hotel Miramar',
  zone: 'Time zone',
  zoneMeaning: 'Arrivals, departures and doorcodes run on the clock of this zone, wherever this PC stands.',
  zoneNone: 'No such time zone. Type a city, for example Lisbon.',
  arrival: 'Arrival from',
  departure: 'Departure until',
  timesMeaning: 'Used where the PMS gives a date without a time.',
  clockWrong: 'Enter a time, for example 15:00.',
} as const;
