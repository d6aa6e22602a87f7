/** A few pictograms of our own, always beside a word. */
const paths = {
  yes: 'M4 13l5 5L20 6',
  unsure: 'M5 12h14',
  no: 'M6 6l12 12M18 6L6 18',
  next: 'M5 12h14M13 6l6 6-6 6',
  previous: 'M19 12H5M11 6l-6 6 6 6',
  add: 'M12 5v14M5 12h14',
  list: 'M4 6h16M4 12h16M4 18h16',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 3',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-4 4-6 8-6s7 2 8 6',
  chosen: 'M4 4h16v16H4zM8 12l3 3 6-7',
  notChosen: 'M4 4h16v16H4z',
  speech: 'M4 5h16v11H10l-5 4v-4H4z',
  sound: 'M4 10v4h4l5 4V6l-5 4zM16 9c2 2 2 4 0 6M18.5 6.5c4 4 4 7 0 11',
  stop: 'M6 6h12v12H6z',
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name, end = false }: { name: IconName; end?: boolean }) => (
  <svg class={end ? 'icon icon-end' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
