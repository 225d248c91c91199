import { sentences } from '../../text/language.ts';

export const activityText = sentences('activity', {
  title: 'Activity',
  words: 'Everything that happened in the property',
  panel: 'Newest first',
  loading: 'Loading activity…',
  empty: 'Nothing has happened yet. Check-ins, doorcodes written, doors opened and changes by staff will appear here.',
});
