import type { encoderStatusTexts } from './frame/encoder-status.ts';
import type { confirmText, searchText, shortcutTexts } from './frame/sentences.ts';
import type { statusText } from './frame/status-sentences.ts';
import type { activityText } from './screens/activity/sentences.ts';
import type { addKeyText, templateTexts } from './screens/add-key/sentences.ts';
import type { demoTexts } from './screens/demo/sentences.ts';
import type {
  doorInfoTexts,
  doorPageTexts,
  linkedDoorsTexts,
  lockTexts,
  mappingTexts,
} from './screens/doors/sentences.ts';
import type { encodeQuestions, encodeText, enrolText, pickEncoderText } from './screens/encode/sentences.ts';
import type { actTexts, doorcodeActTexts, keycardActTexts } from './screens/key-details/act-sentences.ts';
import type { attentionTexts } from './screens/key-details/attention-sentences.ts';
import type { consequenceTexts } from './screens/key-details/consequence-sentences.ts';
import type { doorMenuTexts, keyDetailsTexts, portalRoomTexts } from './screens/key-details/sentences.ts';
import type { laidCardText, unfinishedText } from './screens/keycards/encoder-sentences.ts';
import type {
  addCardText,
  historyText,
  importText,
  stateQuestions,
  stockConsequences,
  stockText,
} from './screens/keycards/sentences.ts';
import type { bulkActTexts, bulkText } from './screens/keys/bulk-sentences.ts';
import type { keysText, needsAttentionText, savedFiltersText } from './screens/keys/sentences.ts';
import type { keysSheetWords, reportSheetWords } from './screens/keys/sheet-sentences.ts';
import type { setUpText } from './screens/set-up/sentences.ts';
import type { auditFieldTexts } from './screens/settings/audit-fields.ts';
import type { auditKindNames } from './screens/settings/audit-kinds.ts';
import type { auditEntryTexts, auditSheetWords, auditText } from './screens/settings/audit-sentences.ts';
import type { encoderSettingsText } from './screens/settings/encoder-sentences.ts';
import type { keySetsText } from './screens/settings/key-set-sentences.ts';
import type { integrationsText, locksText, rulesText, settingsText } from './screens/settings/sentences.ts';
import type { matrixText, staffText } from './screens/settings/staff-sentences.ts';
import type { signInText } from './screens/sign-in/sentences.ts';
import type { alertTexts } from './text/alerts.ts';
import type { classicTexts } from './text/classic.ts';
import type { demoCardsText } from './text/demo-cards.ts';
import type { doorcodeTexts } from './text/doorcode.ts';
import type { closingTexts, doorTexts, editDoorTexts } from './text/doors.ts';
import type { encoderJobTexts } from './text/encoder-job.ts';
import type { encoderProblems, endedTexts } from './text/encoder-problems.ts';
import type { failureSentences, namedFailures } from './text/failures.ts';
import type { timeTexts } from './text/format.ts';
import type { frameText } from './text/frame.ts';
import type { heldCardTexts } from './text/held-cards.ts';
import type { addLocksText, pmsFormText } from './text/integrations.ts';
import type { keycardTexts } from './text/keycards.ts';
import type { lockErrorTexts } from './text/lock-errors.ts';
import type { onEncoderText } from './text/on-encoder.ts';
import type { doorChoiceTexts, peopleTexts, previewTexts } from './text/people.ts';
import type { pmsTexts } from './text/pms.ts';
import type { dayInputText, propertyText } from './text/property.ts';
import type { lockText, secretsText } from './text/secrets.ts';
import type { pmsAlertTexts } from './text/pms-alerts.ts';
import type { lineFaultSentences, refusalSentences } from './text/refusals.ts';
import type { stuckKeysText } from './text/stuck-keys.ts';
import type { timelineChangeTexts } from './text/timeline-changes.ts';
import type { timelineSentences } from './text/timeline-sentences.ts';
import type { timelineTexts } from './text/timeline.ts';
import type { words } from './text/words.ts';
import { inEnglish, speak } from './text/language.ts';

/** Everything that a language has to say, part by part. A language that lacks a sentence does not compile. */
export interface Texts {
  readonly activity: typeof activityText;
  readonly 'add-card': typeof addCardText;
  readonly 'add-key': typeof addKeyText;
  readonly 'add-locks': typeof addLocksText;
  readonly alerts: typeof alertTexts;
  readonly audit: typeof auditText;
  readonly 'audit-entries': typeof auditEntryTexts;
  readonly 'audit-fields': typeof auditFieldTexts;
  readonly 'audit-kinds': typeof auditKindNames;
  readonly 'audit-sheet': typeof auditSheetWords;
  readonly bulk: typeof bulkText;
  readonly 'bulk-acts': typeof bulkActTexts;
  readonly 'bulk-report-sheet': typeof reportSheetWords;
  readonly 'card-history': typeof historyText;
  readonly closing: typeof closingTexts;
  readonly 'confirm-password': typeof confirmText;
  readonly 'day-input': typeof dayInputText;
  readonly demo: typeof demoTexts;
  readonly 'demo-cards': typeof demoCardsText;
  readonly 'door-choice': typeof doorChoiceTexts;
  readonly 'door-info': typeof doorInfoTexts;
  readonly 'door-lock': typeof lockTexts;
  readonly 'door-menu': typeof doorMenuTexts;
  readonly doorcode: typeof doorcodeTexts;
  readonly 'doorcode-acts': typeof doorcodeActTexts;
  readonly 'doorcode-preview': typeof previewTexts;
  readonly doors: typeof doorTexts;
  readonly 'doors-screen': typeof doorPageTexts;
  readonly 'edit-door': typeof editDoorTexts;
  readonly encode: typeof encodeText;
  readonly 'encode-questions': typeof encodeQuestions;
  readonly 'encoder-ended': typeof endedTexts;
  readonly 'encoder-job': typeof encoderJobTexts;
  readonly 'encoder-problems': typeof encoderProblems;
  readonly 'encoder-settings': typeof encoderSettingsText;
  readonly 'encoder-status': typeof encoderStatusTexts;
  readonly enrol: typeof enrolText;
  readonly failures: typeof failureSentences;
  readonly frame: typeof frameText;
  readonly 'held-cards': typeof heldCardTexts;
  readonly integrations: typeof integrationsText;
  readonly 'key-acts': typeof actTexts;
  readonly 'key-attention': typeof attentionTexts;
  readonly 'key-consequences': typeof consequenceTexts;
  readonly 'key-details': typeof keyDetailsTexts;
  readonly 'key-sets': typeof keySetsText;
  readonly 'keycard-acts': typeof keycardActTexts;
  readonly 'keycard-import': typeof importText;
  readonly 'keycard-file-faults': typeof lineFaultSentences;
  readonly keycards: typeof keycardTexts;
  readonly keys: typeof keysText;
  readonly 'keys-sheet': typeof keysSheetWords;
  readonly 'laid-card': typeof laidCardText;
  readonly 'linked-doors': typeof linkedDoorsTexts;
  readonly 'lock-errors': typeof lockErrorTexts;
  readonly locks: typeof locksText;
  readonly mapping: typeof mappingTexts;
  readonly 'mifare-classic': typeof classicTexts;
  readonly 'needs-attention': typeof needsAttentionText;
  readonly 'named-failures': typeof namedFailures;
  readonly 'on-encoder': typeof onEncoderText;
  readonly people: typeof peopleTexts;
  readonly 'pick-encoder': typeof pickEncoderText;
  readonly pms: typeof pmsTexts;
  readonly 'pms-alerts': typeof pmsAlertTexts;
  readonly 'pms-form': typeof pmsFormText;
  readonly 'portal-room': typeof portalRoomTexts;
  readonly property: typeof propertyText;
  readonly refusals: typeof refusalSentences;
  readonly 'role-matrix': typeof matrixText;
  readonly rules: typeof rulesText;
  readonly 'saved-filters': typeof savedFiltersText;
  readonly 'screen-lock': typeof lockText;
  readonly search: typeof searchText;
  readonly secrets: typeof secretsText;
  readonly 'set-up': typeof setUpText;
  readonly settings: typeof settingsText;
  readonly shortcuts: typeof shortcutTexts;
  readonly 'sign-in': typeof signInText;
  readonly staff: typeof staffText;
  readonly status: typeof statusText;
  readonly stock: typeof stockText;
  readonly 'stock-consequences': typeof stockConsequences;
  readonly 'stock-questions': typeof stateQuestions;
  readonly 'stuck-keys': typeof stuckKeysText;
  readonly templates: typeof templateTexts;
  readonly timeline: typeof timelineSentences;
  readonly 'timeline-changes': typeof timelineChangeTexts;
  readonly 'timeline-panel': typeof timelineTexts;
  readonly times: typeof timeTexts;
  readonly 'unfinished-cards': typeof unfinishedText;
  readonly words: typeof words;
}

/** By code: each is loaded when it is chosen. English is written beside what says it, and is there already. */
const others: Readonly<Record<string, () => Promise<Texts>>> = {};

/** Speaks the first of these languages that Portal knows, before anything is drawn; English where it knows none. */
export async function chooseLanguage(wanted: readonly string[], known = others): Promise<void> {
  for (const code of wanted) {
    const language = new Intl.Locale(code).language;
    if (language === new Intl.Locale(inEnglish.code).language) return speak(inEnglish);
    const load = known[code] ?? known[language];
    if (load === undefined) continue;
    const texts: Readonly<Record<string, object>> = { ...(await load()) };
    return speak({ code, sentencesOf: (part, english) => texts[part] ?? english });
  }
  return speak(inEnglish);
}
