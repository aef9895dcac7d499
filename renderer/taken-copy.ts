/**
 * Copy on its way from a wire story into an article. Which story and version it is of travels with it in a type of our
 * own, beside plain text and bare HTML: whatever else it is pasted into gets the words and nothing else.
 */
import type { HTMLAttributes } from 'react';
import { z } from 'zod';
import { rowIdSchema } from '../shared/contract/common.ts';

const TYPE = 'application/x-redaksi-source+json';

const takenCopySchema = z.object({ storyId: rowIdSchema, versionId: rowIdSchema });
export type TakenCopy = z.output<typeof takenCopySchema>;

/** What says nothing of how our own page looks. */
const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set(['href', 'colspan', 'rowspan', 'start', 'scope']);

function bareHtml(fragment: DocumentFragment): string {
  const holder = document.createElement('div');
  holder.append(fragment);
  for (const element of holder.querySelectorAll('[data-icon], button')) element.remove();
  for (const element of holder.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      if (!KEPT_ATTRIBUTES.has(name)) element.removeAttribute(name);
    }
  }
  return new XMLSerializer().serializeToString(holder).replaceAll(/ xmlns="[^"]*"/g, '');
}

function put(transfer: DataTransfer, range: Range, from: TakenCopy | null): void {
  transfer.setData('text/plain', range.toString());
  transfer.setData('text/html', bareHtml(range.cloneContents()));
  if (from !== null) transfer.setData(TYPE, JSON.stringify(from));
}

/** Puts what is selected on a clipboard or a drag. False where nothing is selected. */
function putSelection(transfer: DataTransfer, from: TakenCopy): boolean {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return false;
  const range = selection.getRangeAt(0);
  put(transfer, range, from);
  // A range has no line breaks between its paragraphs; the selection knows them.
  transfer.setData('text/plain', selection.toString());
  return true;
}

/** For an element that shows copy: whatever is selected in it and copied or dragged away remembers where it is from. */
export function carriesSource(
  from: TakenCopy,
): Required<Pick<HTMLAttributes<HTMLElement>, 'onCopy' | 'onDragStart'>> {
  return {
    onCopy(event) {
      if (putSelection(event.clipboardData, from)) event.preventDefault();
    },
    onDragStart(event) {
      // A link, a picture or a button that is dragged is not what is selected.
      const isSelection = !(event.target instanceof HTMLElement && event.target.draggable);
      if (isSelection) putSelection(event.dataTransfer, from);
    },
  };
}

/** Puts a whole paragraph on a drag; of no story where `from` is null. */
export function putParagraph(transfer: DataTransfer, paragraph: Element, from: TakenCopy | null): void {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  put(transfer, range, from);
}

/** Of which story what is pasted or dropped is; null where it is of none. */
export function readTakenCopy(transfer: DataTransfer): TakenCopy | null {
  const written = transfer.getData(TYPE);
  if (written === '') return null;
  try {
    return takenCopySchema.parse(JSON.parse(written));
  } catch {
    // Written by somebody else under our name.
    return null;
  }
}
