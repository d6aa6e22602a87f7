import { Heading } from '../parts/Page';

/** Nothing to show yet, and what will come. */
export const Nothing = ({ title, help }: { title: string; help: string }) => (
  <div class="nothing">
    <Heading>{title}</Heading>
    <p>{help}</p>
  </div>
);
