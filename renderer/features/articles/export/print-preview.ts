/**
 * Prints the page of an article, as the folder site shows it, by the browser's own dialog, where it can be saved as PDF.
 * The frame stays until it was printed, out of sight.
 */
export function printPreview(articleId: string): void {
  const frame = document.createElement('iframe');
  // It may open the dialog of the printer, and run nothing.
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  Object.assign(frame.style, {
    position: 'fixed',
    inset: '0 auto auto 0',
    width: '0',
    height: '0',
    border: '0',
  });
  frame.addEventListener(
    'load',
    () => {
      const page = frame.contentWindow;
      if (page === null) return frame.remove();
      page.addEventListener('afterprint', () => frame.remove(), { once: true });
      page.focus();
      page.print();
    },
    { once: true },
  );
  frame.src = `/preview/${articleId}`;
  document.body.append(frame);
}
