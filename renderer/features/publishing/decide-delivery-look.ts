/** How a delivery looks in the list: its state by words, tone, sign and bar, and what can be done with it. */
import type { PublishErrorCode } from '../../../shared/contract/publish-errors.ts';
import type { Delivery } from '../../../shared/contract/publishing.ts';
import type { Language, MessageKey } from '../../../shared/i18n/translate.ts';

export type DeliverySign =
  | 'clock'
  | 'held'
  | 'scheduled'
  | 'sending'
  | 'check'
  | 'differs'
  | 'down'
  | 'again'
  | 'conflict'
  | 'failed'
  | 'crossed';

export interface DeliveryLook {
  tone: 'plain' | 'accent' | 'green' | 'amber' | 'red' | 'alarm';
  sign: DeliverySign;
  /** At the row's edge: `solid` where somebody has to act, `dashed` where it goes on by itself but late. */
  bar: 'solid' | 'dashed' | null;
  state: MessageKey;
  /** What it means, in a sentence; null where the error tells it. May name `{target}`. */
  explanation: MessageKey | null;
}

/** What the delivery alone does not tell. */
export interface DeliverySurroundings {
  /** A later delivery of the article to the same target is on its way or has arrived. */
  overtaken: boolean;
  /** Its target is in trouble and left alone for now. */
  held: boolean;
}

/** Decides it. */
export function decideDeliveryLook(
  delivery: Delivery,
  { overtaken, held }: DeliverySurroundings,
): DeliveryLook {
  if (held && (delivery.state === 'queued' || delivery.state === 'retry')) {
    return look('amber', 'held', 'dashed', 'publishing.state.held', 'publishing.explain.held');
  }
  switch (delivery.state) {
    case 'queued':
      return look('plain', 'clock', null, 'publishing.state.queued', 'publishing.explain.queued');
    case 'scheduled':
      return look(
        'accent',
        'scheduled',
        null,
        'publishing.state.scheduled',
        delivery.handedOver ? 'publishing.explain.scheduledThere' : 'publishing.explain.scheduledHere',
      );
    case 'sending':
      return look('accent', 'sending', null, 'publishing.state.sending', 'publishing.explain.sending');
    case 'retry':
      return look('amber', 'again', 'dashed', 'publishing.state.retry', null);
    case 'cancelled':
      if (delivery.error?.code === 'replaced') {
        return look('plain', 'crossed', null, 'publishing.state.replaced', 'publishing.explain.replaced');
      }
      return look(
        'plain',
        'crossed',
        null,
        'publishing.state.cancelled',
        delivery.attempts === 0 ? 'publishing.explain.cancelled' : 'publishing.explain.cancelledTried',
      );
    case 'conflict':
    case 'failed':
      if (overtaken) {
        return look('plain', 'failed', null, 'publishing.state.overtaken', 'publishing.explain.overtaken');
      }
      return delivery.state === 'failed'
        ? look('alarm', 'failed', 'solid', 'publishing.state.failed', null)
        : look('red', 'conflict', 'solid', 'publishing.state.conflict', 'publishing.explain.conflict');
    case 'live':
      return decideArrived(delivery);
  }
}

function decideArrived({ action, differences }: Delivery): DeliveryLook {
  if (action === 'remove') {
    return look('plain', 'down', null, 'publishing.state.removed', 'publishing.explain.removed');
  }
  if (action === 'unpublish') {
    return look('plain', 'down', null, 'publishing.state.takenDown', 'publishing.explain.takenDown');
  }
  if (differences.length > 0) {
    return look(
      'amber',
      'differs',
      'dashed',
      'publishing.state.liveDifferent',
      'publishing.explain.liveDifferent',
    );
  }
  const state = action === 'update' ? 'publishing.state.liveUpdated' : 'publishing.state.live';
  return look('green', 'check', null, state, 'publishing.explain.live');
}

function look(
  tone: DeliveryLook['tone'],
  sign: DeliverySign,
  bar: DeliveryLook['bar'],
  state: MessageKey,
  explanation: MessageKey | null,
): DeliveryLook {
  return { tone, sign, bar, state, explanation };
}

/**
 * Ids of the failed deliveries that a later one has made good; `newestFirst` holds every later delivery of the
 * articles and targets in question.
 */
export function findOvertaken(newestFirst: readonly Delivery[]): Set<string> {
  const standing = new Set<string>();
  const overtaken = new Set<string>();
  for (const { deliveryId, articleId, targetId, state } of newestFirst) {
    const place = `${articleId} ${targetId}`;
    if (state === 'failed' || state === 'conflict') {
      if (standing.has(place)) overtaken.add(deliveryId);
    } else if (state !== 'cancelled') standing.add(place);
  }
  return overtaken;
}

export interface DeliveryActions {
  /** The words of the button that sends it (again); null where there is nothing to send. */
  send: Extract<MessageKey, `publishing.button.${string}`> | null;
  /** True where a new delivery is made instead of the old one going on. */
  sendsAnew: boolean;
  /** What is scheduled goes out now. */
  releases: boolean;
  /** Sending overwrites what somebody wrote at the site. */
  overwrites: boolean;
  cancel: boolean;
}

/** What can be done with a delivery now. */
export function decideActions(
  { state, action, error, handedOver }: Delivery,
  overtaken: boolean,
): DeliveryActions {
  const none: DeliveryActions = {
    send: null,
    sendsAnew: false,
    releases: false,
    overwrites: false,
    cancel: false,
  };
  if (overtaken) return none;
  switch (state) {
    case 'queued':
      return { ...none, cancel: true };
    case 'retry':
      return { ...none, send: 'publishing.button.sendNow', cancel: true };
    case 'scheduled':
      return { ...none, send: 'publishing.button.release', releases: true, cancel: !handedOver };
    case 'failed':
      return error?.code === 'schedule-missed'
        ? { ...none, send: 'publishing.button.release', releases: true }
        : { ...none, send: 'publishing.button.retry' };
    case 'conflict':
      return { ...none, send: 'publishing.button.overwrite', overwrites: true };
    case 'cancelled':
      return action === 'unpublish' || action === 'remove'
        ? none
        : { ...none, send: 'publishing.button.sendAgain', sendsAnew: true };
    case 'sending':
    case 'live':
      return none;
  }
}

const SETTLED_AT_TARGET: readonly PublishErrorCode[] = [
  'name-not-found',
  'certificate',
  'certificate-dates',
  'not-this-kind-of-site',
  'rest-blocked',
  'log-in-wall',
  'firewall',
  'basic-auth-blocked',
  'wrong-password',
  'wrong-key',
  'key-unknown',
  'version-too-old',
  'partner-address',
  'partner-password',
  'sign-in-refused',
  'host-key-changed',
  'rights-missing',
  'unexpected-answer',
  'folder-unwritable',
  'secret-missing',
  'clock-wrong',
];

const SETTLED_IN_ARTICLE: readonly PublishErrorCode[] = [
  'headline-too-long',
  'dek-too-long',
  'rejected',
  'not-stored',
  'too-large',
  'media-rejected',
  'not-publishable',
  'picture-missing',
  'changed-at-target',
  'already-there',
  'already-public',
];

/** Where a failure is put right: in the settings of the target, in the article, or nowhere here. */
export function placeOfRemedy(code: PublishErrorCode): 'target' | 'article' | null {
  if (SETTLED_AT_TARGET.includes(code)) return 'target';
  return SETTLED_IN_ARTICLE.includes(code) ? 'article' : null;
}

/** `dalam 45 dtk`, `dalam 12 mnt`, `dalam 2 j 5 mnt`; null where the time has come. Milliseconds in. */
export function formatCountdown(milliseconds: number, language: Language): string | null {
  if (milliseconds < 1_000) return null;
  const [ahead, hour, minute, second] =
    language === 'id' ? ['dalam', 'j', 'mnt', 'dtk'] : ['in', 'h', 'min', 's'];
  const seconds = Math.floor(milliseconds / 1_000);
  if (seconds < 60) return `${ahead} ${seconds} ${second}`;
  if (seconds < 120) return `${ahead} 1 ${minute} ${seconds - 60} ${second}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${ahead} ${minutes} ${minute}`;
  const rest = minutes % 60;
  return `${ahead} ${Math.floor(minutes / 60)} ${hour}${rest === 0 ? '' : ` ${rest} ${minute}`}`;
}
