/** A grade as a sign: the better, the more of its steps are filled. */
export const GradeSign = ({ level, of }: { level: number; of: number }) => (
  <svg class="grade-sign" viewBox="0 0 24 24" aria-hidden="true">
    {Array.from({ length: of }, (_, step) => (
      <rect
        key={step}
        class={step < of - level ? 'step step-on' : 'step'}
        x={1 + (22 * step) / of}
        y={18 - (16 * step) / of}
        width={22 / of - 1}
        height={4 + (16 * step) / of}
      />
    ))}
  </svg>
);
