import { useState, type ReactElement } from 'react';
import type { Source } from '../../../shared/contract/wire-sources.ts';
import { useTranslate } from '../../i18n.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { PresetList } from './PresetList.tsx';
import { SourceForm } from './SourceForm.tsx';
import type { PolledKind } from './source-form/source-draft.ts';
import styles from './SourceDialog.module.css';

/** Adds a source: a preset with a click, a feed by its address, a watched folder. */
export function AddSourceDialog({ onClose }: { onClose: () => void }): ReactElement {
  const translate = useTranslate();
  const [kind, setKind] = useState<'presets' | PolledKind>('presets');
  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title={translate('sources.dialog.add')}
      description={translate('sources.dialog.addText')}
    >
      <Tabs
        label={translate('sources.dialog.kind')}
        look="pill"
        className={styles.kinds ?? ''}
        value={kind}
        onChange={setKind}
        items={[
          { value: 'presets', label: translate('sources.dialog.presets') },
          { value: 'feed', label: translate('sources.dialog.feed') },
          { value: 'folder', label: translate('sources.dialog.folder') },
          { value: 'ftp', label: translate('sources.dialog.ftp') },
          { value: 'sftp', label: translate('sources.dialog.sftp') },
          { value: 'imap', label: translate('sources.dialog.imap') },
        ]}
      >
        <div className={styles.panel}>
          {kind === 'presets' ? <PresetList /> : <SourceForm key={kind} kind={kind} onDone={onClose} />}
        </div>
      </Tabs>
    </Dialog>
  );
}

/** Changes a source that is there. */
export function EditSourceDialog({ source, onClose }: { source: Source; onClose: () => void }): ReactElement {
  const translate = useTranslate();
  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title={translate('sources.dialog.edit')}
      description={source.name}
    >
      <SourceForm kind={source.kind === 'manual' ? 'feed' : source.kind} source={source} onDone={onClose} />
    </Dialog>
  );
}
