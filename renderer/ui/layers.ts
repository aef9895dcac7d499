/**
 * Where dialogs, menus, tooltips and the like are drawn: beside the page. React listens to every event at each place it
 * draws to; were that the body, around the page, each key pressed in the copy would be handed to it twice.
 */
export function layers(): HTMLElement {
  return document.querySelector<HTMLElement>('#layers') ?? document.body;
}
