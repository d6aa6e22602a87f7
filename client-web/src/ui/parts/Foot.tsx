import { sayCommon } from '../words';

/** Below a page that anybody may come to. The law asks for these words on a first page. */
export const Foot = () => (
  <footer class="foot column">
    <a class="link-line small quiet" href="/accessibility">
      {sayCommon('accessibility')}
    </a>
  </footer>
);
