import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import './wall.css';
import './charts.css';
import { render } from 'preact';
import { isCredential } from '../../protocol/messages';
import { browserStorage } from '../../store/browser';
import { MissingLink } from '../parts/Gone';
import { screenNumber } from './scene';
import { Wall } from './Wall';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();
const credential = location.hash.slice(1);
const number = screenNumber(location.search);
const place = document.getElementById('app');

if (place) {
  place.textContent = '';
  render(
    isCredential(credential) ? (
      <Wall code={code} credential={credential} storage={browserStorage()} number={number} />
    ) : (
      <MissingLink />
    ),
    place,
  );
}
