import type { ActivityEntry } from '../shared/contract/activity.ts';
import type { Recipient } from '../shared/contract/people.ts';
import { isMessageKey } from '../shared/i18n/translate.ts';
import { useTranslate } from './i18n.ts';
import { usePeople } from './people.ts';

/** Whom something was sent to: a person by name, or a desk. */
export function useRecipientName(): (to: Recipient) => string {
  const { nameOf } = usePeople();
  const translate = useTranslate();
  return (to) => (to.kind === 'person' ? nameOf(to.personId) : translate(`people.desk.${to.role}`));
}

/** What somebody did with an article, in words; `personId` is who did it. */
export function useTrailWords(): (entry: ActivityEntry, personId: string | null) => string {
  const translate = useTranslate();
  const recipientName = useRecipientName();
  return (entry, personId) => {
    switch (entry.kind) {
      case 'state':
        return translate('trail.state', {
          from: translate(`articles.state.${entry.from}`),
          to: translate(`articles.state.${entry.to}`),
        });
      case 'sent': {
        if (entry.to.kind === 'person' && entry.to.personId === personId) return translate('trail.taken');
        return translate(entry.returned ? 'trail.returned' : 'trail.sent', { to: recipientName(entry.to) });
      }
      case 'taken-back':
        return translate('trail.takenBack', { to: recipientName(entry.to) });
      case 'published-despite':
        return translate('trail.published-despite', { count: entry.findings });
      case 'source-added':
      case 'source-removed':
        return translate(`trail.${entry.kind}`, { name: entry.name });
      case 'delivery-asked':
      case 'delivery-again':
      case 'delivery-cancelled': {
        const key = `publishing.action.${entry.action}`;
        const action = isMessageKey(key) ? translate(key) : entry.action;
        return translate(`trail.${entry.kind}`, { action, target: entry.target });
      }
      case 'created':
      case 'named':
      case 'restored':
      case 'mended':
      case 'trashed':
      case 'untrashed':
      case 'done':
      case 'reopened':
      case 'corrected':
      case 'withdrawn':
      case 'reply-linked':
        return translate(`trail.${entry.kind}`);
    }
  };
}
