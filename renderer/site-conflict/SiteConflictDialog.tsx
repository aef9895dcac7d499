import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { Delivery } from '../../shared/contract/publishing.ts';
import type { PublishingConflict } from '../../shared/contract/target-posts.ts';
import { buildDocument } from '../../shared/document/build.ts';
import type { MergeChoice } from '../../shared/document/merge.ts';
import type { BlockNode } from '../../shared/document/vocabulary.ts';
import { useCore } from '../core-client/core-client.ts';
import { errorMessage } from '../core-client/core-error.ts';
import { DocumentView } from '../document-view/DocumentView.tsx';
import { useTranslate } from '../i18n.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Globe, PenLine, Send, TriangleAlert } from '../ui/icons/icons.ts';
import { LoadingPane } from '../ui/Loading.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import {
  chooseAll,
  choiceOf,
  partsOf,
  undecided,
  type Choices,
  type ComparedField,
  type FieldPart,
} from './conflict-parts.ts';
import { DifferenceTable } from './DifferenceTable.tsx';
import { useConflictResolution } from './use-conflict-resolution.ts';
import styles from './site-conflict.module.css';

interface SiteConflictDialogProps {
  /** In state `conflict`, at a target that can be read back. */
  delivery: Delivery;
  /** Overwrites the post with the delivery as it was sent. */
  onOverwrite: () => void;
  /** What became of it: the delivery that goes on, or the one that was settled. */
  onSettled: (delivery: Delivery) => void;
  onClose: () => void;
}

/** What of a post is no part of the article: it is told, and sending sets it as the delivery means it. */
const BESIDE = new Set(['status', 'publish-at', 'featured-picture']);

/** An article beside what somebody made of it at the site: part by part, nothing is lost that nobody gave up. */
export function SiteConflictDialog({
  delivery,
  onOverwrite,
  onSettled,
  onClose,
}: SiteConflictDialogProps): ReactElement {
  const translate = useTranslate();
  const { queries } = useCore();
  const { deliveryId, targetName: target } = delivery;
  const query = useQuery({
    ...queries.publishing.conflict.queryOptions({ input: { deliveryId } }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });

  if (query.data !== undefined) {
    return (
      <Resolution
        key={query.dataUpdatedAt}
        conflict={query.data}
        differences={delivery.differences}
        onOverwrite={onOverwrite}
        onSettled={onSettled}
        onClose={onClose}
        onStale={() => void query.refetch()}
      />
    );
  }
  const told = query.error === null ? null : errorMessage(query.error);
  return (
    <Dialog open size="wide" title={translate('conflict.site.title', { target })} onClose={onClose}>
      {told === null ? (
        <LoadingPane />
      ) : (
        <EmptyState
          icon={TriangleAlert}
          tone="problem"
          title={translate(told.key, told.parameters)}
          actions={<Button onClick={() => void query.refetch()}>{translate('ui.retry')}</Button>}
        >
          {translate('conflict.site.failed')}
        </EmptyState>
      )}
    </Dialog>
  );
}

interface ResolutionProps {
  conflict: PublishingConflict;
  differences: Delivery['differences'];
  onOverwrite: () => void;
  onSettled: (delivery: Delivery) => void;
  onClose: () => void;
  /** The working copy or the post changed meanwhile: it has to be compared anew. */
  onStale: () => void;
}

function Resolution({
  conflict,
  differences,
  onOverwrite,
  onSettled,
  onClose,
  onStale,
}: ResolutionProps): ReactElement {
  const translate = useTranslate();
  const parts = useMemo(() => partsOf(conflict), [conflict]);
  const [choices, setChoices] = useState<Choices>(new Map());
  const { busy, refusal, asks, resolve } = useConflictResolution({
    conflict,
    parts,
    choices,
    onSettled,
    onStale,
  });
  const open = undecided(parts, choices);
  const { targetName: target, changedAt, sent, waiting } = conflict;
  const [told] = waiting;
  const beside = differences.filter(({ field }) => BESIDE.has(field));
  const choose = (key: ComparedField | number) => (choice: MergeChoice) =>
    setChoices(new Map(choices).set(key, choice));
  const isSame = parts.fields.length === 0 && parts.copy.every(({ kind }) => kind === 'same');

  return (
    <Dialog
      open
      size="wide"
      title={translate(sent === null ? 'conflict.site.lostTitle' : 'conflict.site.title', { target })}
      description={
        <>
          {translate(sent === null ? 'conflict.site.lost' : 'conflict.site.text')}{' '}
          {changedAt !== null && (
            <>
              {translate('conflict.site.changed')} <RelativeTime value={changedAt} />.
            </>
          )}
        </>
      }
      onClose={onClose}
      footer={
        <>
          {refusal !== null && (
            <p className={styles.refusal} role="alert">
              {refusal}
            </p>
          )}
          <Button look="danger" disabled={busy} onClick={onOverwrite}>
            {translate('publishing.button.overwrite')}
          </Button>
          <span className={styles.gap} />
          {open > 0 && (
            <span className={styles.open} role="status">
              {translate('conflict.site.open', { count: open })}
            </span>
          )}
          {told === undefined && (
            <Button disabled={open > 0} busy={busy} onClick={() => resolve('keep')}>
              {translate('conflict.site.keep')}
            </Button>
          )}
          <Button look="primary" icon={Send} disabled={open > 0} busy={busy} onClick={() => resolve('send')}>
            {translate(asks ? 'publish.anyway' : 'conflict.site.send')}
          </Button>
        </>
      }
    >
      {told !== undefined && (
        <p className={styles.waiting}>
          {translate(
            waiting.includes('withdrawal')
              ? 'conflict.site.waiting.withdrawal'
              : `conflict.site.waiting.${told}`,
          )}
        </p>
      )}
      <div className={styles.tools}>
        <Button size="small" icon={PenLine} onClick={() => setChoices(chooseAll(parts, 'ours'))}>
          {translate('conflict.site.allOurs')}
        </Button>
        <Button size="small" icon={Globe} onClick={() => setChoices(chooseAll(parts, 'theirs'))}>
          {translate('conflict.site.allTheirs')}
        </Button>
      </div>
      {isSame && beside.length === 0 && <p className={styles.same}>{translate('conflict.site.nothing')}</p>}
      {parts.fields.map((part) => (
        <Part
          key={part.field}
          name={translate(`conflict.field.${part.field}`)}
          kind={sent === null ? 'unknown' : part.kind}
          choice={choiceOf(choices, part.field, part)}
          onChoose={choose(part.field)}
          sent={part.sent === null ? null : <FieldValue part={part} value={part.sent} />}
          ours={<FieldValue part={part} value={part.ours} />}
          theirs={<FieldValue part={part} value={part.theirs} />}
        />
      ))}
      {parts.copy.map((part, position) =>
        part.kind === 'same' ? (
          <p key={position} className={styles.same}>
            {translate('conflict.site.same', { count: Math.max(part.ours.length, part.theirs.length) })}
          </p>
        ) : (
          <Part
            key={position}
            name={translate('conflict.site.copy')}
            kind={sent === null ? 'unknown' : part.kind}
            choice={choiceOf(choices, position, part)}
            onChoose={choose(position)}
            each
            sent={sent === null ? null : <Copy blocks={part.base} />}
            ours={<Copy blocks={part.ours} />}
            theirs={<Copy blocks={part.theirs} />}
          />
        ),
      )}
      {beside.length > 0 && <DifferenceTable title="conflict.site.beside" differences={beside} />}
    </Dialog>
  );
}

function FieldValue({ part, value }: { part: FieldPart; value: string }): ReactElement {
  const translate = useTranslate();
  if (part.field === 'commentsOpen') {
    return <>{translate(value === 'true' ? 'conflict.site.commentsOpen' : 'conflict.site.commentsShut')}</>;
  }
  if (part.field === 'sticky') {
    return <>{translate(value === 'true' ? 'conflict.site.sticky' : 'conflict.site.notSticky')}</>;
  }
  return value === '' ? <em>{translate('publishing.differences.empty')}</em> : <>{value}</>;
}

function Copy({ blocks }: { blocks: readonly BlockNode[] }): ReactElement {
  const translate = useTranslate();
  if (blocks.length === 0) return <em>{translate('conflict.site.taken')}</em>;
  return <DocumentView document={buildDocument(blocks)} />;
}

interface PartProps {
  name: string;
  kind: FieldPart['kind'] | 'unknown';
  choice: MergeChoice | null;
  onChoose: (choice: MergeChoice) => void;
  /** Both versions can stand one after the other. */
  each?: boolean;
  /** Null where nobody knows what was sent. */
  sent: ReactNode;
  ours: ReactNode;
  theirs: ReactNode;
}

/** One thing that differs, as a choice between the two sides. */
function Part({ name, kind, choice, onChoose, each = false, sent, ours, theirs }: PartProps): ReactElement {
  const translate = useTranslate();
  const group = useId();
  const open = kind === 'both' || kind === 'unknown';
  const tone = open ? 'red' : 'plain';

  function side(value: MergeChoice, content: ReactNode): ReactElement {
    return (
      <label className={classes(styles.side, choice === value && styles.chosen)}>
        <span className={styles.sideHead}>
          <input type="radio" name={group} checked={choice === value} onChange={() => onChoose(value)} />
          {translate(`conflict.side.${value}`)}
        </span>
        <span className={styles.words}>{content}</span>
      </label>
    );
  }

  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>
        {name} <Badge tone={tone}>{translate(`conflict.kind.${kind}`)}</Badge>
      </legend>
      <div className={styles.sides}>
        {side('ours', ours)}
        {side('theirs', theirs)}
      </div>
      <div className={styles.below}>
        {each && open && (
          <label className={styles.each}>
            <input type="radio" name={group} checked={choice === 'each'} onChange={() => onChoose('each')} />
            {translate('conflict.side.each')}
          </label>
        )}
        {sent !== null && (
          <details className={styles.sent}>
            <summary>{translate('conflict.site.sent')}</summary>
            <div className={styles.words}>{sent}</div>
          </details>
        )}
      </div>
    </fieldset>
  );
}
