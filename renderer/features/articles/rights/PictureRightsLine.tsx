import { useQuery } from '@tanstack/react-query';
import { memo, useEffect, useRef, useState, type ReactElement } from 'react';
import type { PictureRights, RightsFinding } from '../../../../shared/contract/rights.ts';
import { findPictureRights } from '../../../../shared/domain/rights.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { keepFromEditor } from '../../../editor/keep-from-editor.ts';
import type { PictureRightsProps } from '../../../editor/services.ts';
import { useTranslate } from '../../../i18n.ts';
import { LicenceStanding } from '../../../picture-rights/LicenceStanding.tsx';
import { usePictureRightsFacts } from '../../../picture-rights/picture-rights-facts.ts';
import { PictureRightsDialog } from '../../../picture-rights/PictureRightsDialog.tsx';
import { useSelected } from '../../../store.ts';
import { Button } from '../../../ui/Button.tsx';
import { CornerDownLeft, Scale, TriangleAlert } from '../../../ui/icons/icons.ts';
import { useNow } from '../../../ui/use-now.ts';
import { useDraftDesk } from '../drafts/use-draft-desk.ts';
import styles from './picture-rights.module.css';

/** The rights of a picture below it in the copy, what the gate will ask about it, and the way to set them. */
export const PictureRightsLine = memo(function PictureRightsLine(
  props: PictureRightsProps,
): ReactElement | null {
  const translate = useTranslate();
  const { queries } = useCore();
  const { mediaId } = props;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => (line.current === null ? undefined : keepFromEditor(line.current)), []);
  const { data: rights, isError } = useQuery(queries.rights.picture.queryOptions({ input: { mediaId } }));
  return (
    <div ref={line} className={styles.line}>
      {rights !== undefined && <Known {...props} rights={rights} />}
      {rights === undefined && isError && (
        <p className={styles.quiet}>{translate('editor.image.rights.failed')}</p>
      )}
    </div>
  );
}, isSameLine);

/** Whatever function takes the credit, it writes into the same picture: typing beside it renders nothing here. */
function isSameLine(one: PictureRightsProps, other: PictureRightsProps): boolean {
  return one.mediaId === other.mediaId && one.credit === other.credit;
}

function Known({ rights, credit, onCredit }: PictureRightsProps & { rights: PictureRights }): ReactElement {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const facts = usePictureRightsFacts()(rights);
  const objections = useObjections(credit, rights);
  return (
    <>
      <div className={styles.facts}>
        <Scale size={13} />
        <span className={styles.known}>
          <span>{facts.join(' · ')}</span>
          {rights.expires !== null && <LicenceStanding endsAt={rights.expires} />}
        </span>
        <Button
          size="small"
          look="ghost"
          aria-label={translate('ledger.edit', { name: rights.fileName })}
          onClick={() => setOpen(true)}
        >
          {translate('editor.image.rights.edit')}
        </Button>
      </div>
      {rights.notice !== '' && (
        <p className={styles.notice} title={rights.notice}>
          {rights.notice}
        </p>
      )}
      {objections.map(({ code, parameters, key }) => (
        <p key={key} className={styles.objection}>
          <TriangleAlert size={13} />
          <span>
            {translate(`checks.reason.${code}`, parameters)}. {translate('editor.image.rights.asked')}
          </span>
          {asksForCredit(code) && (
            <Button size="small" icon={CornerDownLeft} onClick={() => onCredit(rights.credit)}>
              {translate('rights.fix', { credit: rights.credit })}
            </Button>
          )}
        </p>
      ))}
      {isOpen && <PictureRightsDialog rights={rights} onClose={() => setOpen(false)} />}
    </>
  );
}

function asksForCredit(code: RightsFinding['code']): boolean {
  return code === 'rights-picture-credit-missing' || code === 'rights-picture-credit-other';
}

/** What the gate would ask about today, without what somebody has answered in the article on screen. */
function useObjections(credit: string, rights: PictureRights): RightsFinding[] {
  const { queries } = useCore();
  const now = useNow();
  const articleId = useSelected(useDraftDesk().state, (state) =>
    state.kind === 'open' ? state.draft.articleId : null,
  );
  const input = { articleId: articleId ?? '' };
  const enabled = articleId !== null;
  const accepted = useQuery(queries.provenance.accepted.list.queryOptions({ input, enabled })).data ?? [];
  const ignored = useQuery(queries.checks.ignored.list.queryOptions({ input, enabled })).data ?? [];
  const answered = new Set([...ignored, ...accepted.map(({ key }) => key)]);
  return findPictureRights(credit, rights).filter(
    ({ key, since }) => (since === null || since <= now) && !answered.has(key),
  );
}
