import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import './phone.css';
import './vote.css';
import en from 'words:en/common,refusals,phone';
import gcf from 'words:gcf/common,refusals,phone';
import { browserStorage, keepPage, offerInstalling } from '../../store/browser';
import { badgeIn } from '../code';
import { startPage } from '../start';
import { Phone } from './Phone';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();
const badge = badgeIn(location.hash);
// A badge is a key: it does not stay where somebody could read it off the screen.
if (badge) history.replaceState(null, '', location.pathname + location.search);
// Another badge scanned while the page is open changes only the part after #.
addEventListener('hashchange', () => {
  if (badgeIn(location.hash)) location.reload();
});

const storage = browserStorage();
keepPage();
offerInstalling(code);
startPage({
  files: { en, gcf },
  storage,
  page: () => <Phone code={code} storage={storage} badge={badge} />,
});
