import type { ReactElement, Ref } from 'react';
import type { ArticleListItem } from '../../../../shared/contract/articles.ts';
import { CorrectionBadge } from '../../../corrections/CorrectionMark.tsx';
import type { CorrectionMark } from '../../../../shared/contract/corrections.ts';
import { useTranslate } from '../../../i18n.ts';
import type { Assignment } from '../../../../shared/contract/people.ts';
import { usePeople } from '../../../people.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Badge } from '../../../ui/Badge.tsx';
import { Globe, RotateCcw, Trash2, TriangleAlert, Users, type Icon } from '../../../ui/icons/icons.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { classes } from '../../../ui/classes.ts';
import { useRecipientName } from '../../../trail-words.ts';
import { StateMark } from '../StateMark.tsx';
import styles from './list.module.css';

/** In pixels, before a row has been measured. */
export const ROW_HEIGHT = 79;

interface ArticleRowProps {
  row: ArticleListItem;
  /** Place in the list, from 0. */
  index: number;
  top: number;
  /** Measures the row. */
  ref: Ref<HTMLDivElement>;
  chosen: boolean;
  /** Where the house has corrected, withdrawn or answered it. */
  mark: CorrectionMark | undefined;
  section: string;
  trashed: boolean;
  onOpen: () => void;
  /** The pointer came to rest on it. */
  onPoint: () => void;
  onTrash: () => void;
  onUntrash: () => void;
}

export function ArticleRow({
  row,
  index,
  top,
  ref,
  chosen,
  mark,
  section,
  trashed,
  onOpen,
  onPoint,
  onTrash,
  onUntrash,
}: ArticleRowProps): ReactElement {
  const translate = useTranslate();
  const headline = row.headline === '' ? translate('articles.untitled') : row.headline;
  return (
    // The list takes the keys; a row is what they point at.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={ref}
      id={`article-${row.articleId}`}
      data-index={index}
      role="option"
      aria-selected={chosen}
      className={classes(styles.row, chosen && styles.chosen, row.assignment?.unread === true && styles.new)}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onOpen}
      onPointerEnter={onPoint}
    >
      <span className={styles.state}>
        <StateMark state={row.state} />
        {row.assignment !== null && <Holder assignment={row.assignment} />}
      </span>
      <div className={styles.words}>
        <span className={classes(styles.headline, row.headline === '' && styles.untitled)}>{headline}</span>
        <span className={styles.teaser}>{row.teaser}</span>
        <span className={styles.facts}>
          {row.assignment?.forMe === true && row.assignment.note !== '' && (
            <span className={styles.note}>“{row.assignment.note}”</span>
          )}
          {section !== '' && <span className={styles.sectionName}>{section}</span>}
          {row.byline !== '' && <span>{row.byline}</span>}
          <span>{translate('articles.words', { count: row.wordCount })}</span>
          {mark !== undefined && <CorrectionBadge mark={mark} />}
          {row.liveTargets.map((target) => (
            <Badge
              key={target.targetId}
              tone="green"
              icon={Globe}
              title={translate('articles.live', { name: target.name })}
            >
              {target.name}
            </Badge>
          ))}
          {row.sourceChanged && (
            <Badge tone="amber" icon={TriangleAlert} title={translate('articles.sourceChanged.hint')}>
              {translate('articles.sourceChanged')}
            </Badge>
          )}
        </span>
      </div>
      <span className={styles.time}>
        <RelativeTime value={row.updatedAt} short />
      </span>
      <RowTool
        icon={trashed ? RotateCcw : Trash2}
        label={translate(trashed ? 'articles.untrash' : 'articles.trash')}
        onPick={trashed ? onUntrash : onTrash}
      />
    </div>
  );
}

/** For the pointer only: an option holds nothing that takes focus; by keyboard the list's commands do the same. */
function RowTool({
  icon: Icon,
  label,
  onPick,
}: {
  icon: Icon;
  label: string;
  onPick: () => void;
}): ReactElement {
  return (
    <span
      className={classes(styles.tools, styles.tool)}
      title={label}
      aria-hidden
      onClick={(event) => {
        event.stopPropagation();
        onPick();
      }}
    >
      <Icon size={15} />
    </span>
  );
}

/** Whom the article lies with, and whether that is news to who sits here. */
function Holder({ assignment }: { assignment: Assignment }): ReactElement {
  const translate = useTranslate();
  const recipientName = useRecipientName();
  const { all } = usePeople();
  const { to, unread } = assignment;
  const person = to.kind === 'person' ? all.find(({ personId }) => personId === to.personId) : undefined;
  const name = recipientName(to);
  return (
    <span className={styles.holder} title={translate('assign.row.with', { name })}>
      {person === undefined ? (
        <span className={styles.desk}>
          <Users size={12} />
        </span>
      ) : (
        <Avatar name={person.name} id={person.personId} size="small" />
      )}
      <span className={styles.holderName}>{name}</span>
      {unread && (
        <>
          <span className={styles.dot} aria-hidden />
          <VisuallyHidden>{translate('assign.row.unread')}</VisuallyHidden>
        </>
      )}
    </span>
  );
}
