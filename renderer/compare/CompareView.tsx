import { useMemo, useRef, type KeyboardEvent, type ReactElement } from 'react';
import type { ComparableCopy, ComparedRow } from '../../shared/document/compare.ts';
import { EMBED_NAMES } from '../../shared/document/embeds.ts';
import { useTranslate, type Translate } from '../i18n.ts';
import { useSectionName } from '../section-name.ts';
import { IconButton } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { ArrowDown, ArrowUp, CornerDownRight, CornerUpLeft, MoveVertical } from '../ui/icons/icons.ts';
import { Skeleton } from '../ui/Loading.tsx';
import { ChangedDetails } from './ChangedDetails.tsx';
import { ChangedWords } from './ChangedWords.tsx';
import { useComparison } from './use-comparison.ts';
import styles from './compare.module.css';

interface CompareViewProps {
  before: ComparableCopy;
  after: ComparableCopy;
}

/** Two copies as one flowing text, what came, went and moved marked in it; what is the same is folded to a line. */
export function CompareView({ before, after }: CompareViewProps): ReactElement {
  const translate = useTranslate();
  const rows = useComparison(useReadable(before), useReadable(after));
  if (rows === undefined) return <Skeleton lines={6} />;
  if (rows === null) return <p className={styles.same}>{translate('compare.failed')}</p>;
  return <Flow rows={rows} />;
}

/** The copy with the name of its section, as people know it, where it has the slug. */
function useReadable(copy: ComparableCopy): ComparableCopy {
  const sectionName = useSectionName();
  return useMemo(
    () => ({ ...copy, fields: { ...copy.fields, section: sectionName(copy.fields.section) } }),
    [copy, sectionName],
  );
}

/** So many unchanged paragraphs in a row are folded; fewer are context. */
const FOLDED = 3;

/** The rows, and numbers of unchanged ones that are folded between them. */
function fold(rows: readonly ComparedRow[]): (ComparedRow | number)[] {
  const folded: (ComparedRow | number)[] = [];
  for (let start = 0; start < rows.length;) {
    const found = rows.findIndex((row, at) => at >= start && row.kind !== 'same');
    const end = found === -1 ? rows.length : found;
    if (end - start >= FOLDED) folded.push(end - start);
    else folded.push(...rows.slice(start, end));
    folded.push(...rows.slice(end, end + 1));
    start = end + 1;
  }
  return folded;
}

function Flow({ rows }: { rows: readonly ComparedRow[] }): ReactElement {
  const translate = useTranslate();
  const flow = useRef<HTMLDivElement>(null);
  const changes = rows.filter(({ kind }) => kind !== 'same').length;

  /** To the change after the one the focus is on, or before it; round at the ends. */
  function jump(step: 1 | -1): void {
    const stops = [...(flow.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
    const at = stops.findIndex((stop) => stop === document.activeElement || stop.dataset['current'] === '');
    for (const stop of stops) delete stop.dataset['current'];
    const next = stops[(at + step + stops.length + (at === -1 && step === -1 ? 1 : 0)) % stops.length];
    if (next === undefined) return;
    next.dataset['current'] = '';
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'center' });
  }

  function walk(event: KeyboardEvent): void {
    if (event.key !== 'n' && event.key !== 'p') return;
    event.preventDefault();
    jump(event.key === 'n' ? 1 : -1);
  }

  if (changes === 0) return <p className={styles.same}>{translate('compare.same')}</p>;
  return (
    <div className={styles.compare}>
      <div className={styles.bar}>
        <span role="status">{translate('compare.changes', { count: changes })}</span>
        <ul className={styles.legend} aria-label={translate('compare.legend')}>
          <li>
            <ins>{translate('compare.added')}</ins>
          </li>
          <li>
            <del>{translate('compare.removed')}</del>
          </li>
          <li className={styles.legendMoved}>
            <MoveVertical size={12} />
            {translate('compare.moved')}
          </li>
          <li>
            <ins className={styles.figure}>{translate('compare.figure')}</ins>
          </li>
          <li>
            <ins className={styles.name}>{translate('compare.name')}</ins>
          </li>
        </ul>
        <IconButton
          size="small"
          icon={ArrowUp}
          label={translate('compare.previous')}
          caps={['P']}
          onClick={() => jump(-1)}
        />
        <IconButton
          size="small"
          icon={ArrowDown}
          label={translate('compare.next')}
          caps={['N']}
          onClick={() => jump(1)}
        />
      </div>
      {/* The changes in it take the focus one after another, by the buttons or the keys n and p. */}
      <div ref={flow} className={styles.flow} onKeyDown={walk} role="presentation">
        {fold(rows).map((row, index) =>
          typeof row === 'number' ? (
            <p key={index} className={styles.fold}>
              {translate('compare.unchanged', { count: row })}
            </p>
          ) : (
            <Row key={index} row={row} />
          ),
        )}
      </div>
    </div>
  );
}

/** What kind of block or field it is, whose an embed is, how many pictures a gallery has. */
function nameOf({ role, label }: ComparedRow, translate: Translate): string | null {
  if (role === 'paragraph') return null;
  const parts = [translate(`compare.role.${role}`)];
  if (label?.provider === 'map') parts.push(translate('editor.embed.map'));
  else if (label?.provider) parts.push(EMBED_NAMES[label.provider]);
  if (label?.pictures) parts.push(translate('compare.pictures', { count: label.pictures }));
  return parts.join(' · ');
}

function Row({ row }: { row: ComparedRow }): ReactElement {
  const translate = useTranslate();
  const { kind, role, pieces, details, label, move } = row;
  const name = nameOf(row, translate);
  const isChange = kind !== 'same';
  return (
    <div
      className={classes(styles.row, styles[kind])}
      {...(isChange ? { 'data-change': kind, tabIndex: -1, role: 'group' } : {})}
      {...(isChange ? { 'aria-label': translate(`compare.kind.${kind}`) } : {})}
    >
      {name !== null && <span className={styles.role}>{name}</span>}
      {move !== null && (
        <span className={styles.move}>
          {kind === 'moved-from' ? <CornerDownRight size={13} /> : <CornerUpLeft size={13} />}
          {translate(kind === 'moved-from' ? 'compare.movedFrom' : 'compare.movedTo', { number: move })}
        </span>
      )}
      {pieces.length === 0 ? (
        <p className={styles.wordless}>{label?.words ? label.words : translate('compare.wordless')}</p>
      ) : (
        <p className={classes(styles.text, role === 'headline' && styles.headline)}>
          <ChangedWords pieces={pieces} />
        </p>
      )}
      {details.length > 0 && <ChangedDetails details={details} />}
    </div>
  );
}
