import { Globe, RotateCcw, Trash2, TriangleAlert, Users } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ArticleListItem } from '../../../../shared/contract/articles.ts';
import { useTranslate } from '../../../i18n.ts';
import type { Assignment } from '../../../../shared/contract/people.ts';
import { usePeople } from '../../../people.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { Badge } from '../../../ui/Badge.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { classes } from '../../../ui/classes.ts';
import { useRecipientName } from '../assignments/recipients.ts';
import { StateMark } from '../StateMark.tsx';
import styles from './list.module.css';

/** Every row is as high as every other: the list never measures. */
export const ROW_HEIGHT = 76;

interface ArticleRowProps {
  row: ArticleListItem;
  top: number;
  chosen: boolean;
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
  top,
  chosen,
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
      id={`article-${row.articleId}`}
      role="option"
      aria-selected={chosen}
      className={classes(styles.row, chosen && styles.chosen, row.assignment?.unread === true && styles.new)}
      style={{ height: ROW_HEIGHT, transform: `translateY(${top}px)` }}
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
      <span className={styles.tools}>
        {trashed ? (
          <IconButton
            size="small"
            icon={RotateCcw}
            label={translate('articles.untrash')}
            onClick={(event) => {
              event.stopPropagation();
              onUntrash();
            }}
          />
        ) : (
          <IconButton
            size="small"
            icon={Trash2}
            label={translate('articles.trash')}
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation();
              onTrash();
            }}
          />
        )}
      </span>
    </div>
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
          <Users size={12} strokeWidth={1.75} aria-hidden />
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
