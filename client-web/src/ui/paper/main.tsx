import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import './paper.css';
import { render } from 'preact';
import { browserStorage } from '../../store/browser';
import { MissingLink } from '../parts/Gone';
import { PaperPage } from './PaperPage';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();
const credential = location.hash.slice(1);
const place = document.getElementById('app');

if (place) {
  place.textContent = '';
  render(
    credential ? (
      <PaperPage code={code} credential={credential} storage={browserStorage()} />
    ) : (
      <MissingLink />
    ),
    place,
  );
}
