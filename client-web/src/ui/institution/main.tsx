import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/office.css';
import './institution.css';
import { render } from 'preact';
import { browserStorage } from '../../store/browser';
import { MissingLink } from '../parts/Gone';
import { Office } from './Office';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();
const credential = location.hash.slice(1);
const place = document.getElementById('app');

if (place) {
  place.textContent = '';
  render(
    credential ? (
      <Office code={code} credential={credential} storage={browserStorage()} />
    ) : (
      <MissingLink />
    ),
    place,
  );
}
