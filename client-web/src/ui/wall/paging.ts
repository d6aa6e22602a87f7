/** Long lists turn their pages by themselves, since nobody can scroll a projector. */

/** Where an item stands in its list, in any unit. */
export type Span = { readonly top: number; readonly bottom: number };

/**
 * The index of the first item of each page: as many whole items as fit into the height, and at
 * least one, however tall.
 */
export const pageStarts = (items: readonly Span[], height: number): readonly number[] => {
  const starts: number[] = [];
  let top = 0;
  items.forEach((item, index) => {
    if (index > 0 && item.bottom - top <= height) return;
    starts.push(index);
    top = item.top;
  });
  return starts;
};

/** How long a page stays, in milliseconds: five short lines are read in that time. */
export const pageLasts = 12_000;
