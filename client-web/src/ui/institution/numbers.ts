/** A whole number as people type it, with or without spaces between the thousands. */
export const numberOf = (text: string, max: number): number | 'wrong' | undefined => {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '');
  if (digits === '') return undefined;
  if (!/^\d{1,15}$/.test(digits)) return 'wrong';
  const value = Number(digits);
  return value <= max ? value : 'wrong';
};
